package check

import (
	"slices"
	"strings"

	"jxmb/model"
	"jxmb/model/quantity"
)

// twoReadings is V001.
func twoReadings(r *review) {
	r.values(func(p *model.Project, i *model.Indicator, v *model.Value) {
		f, s := v.Readings.Figure, v.Readings.Statement
		if v.Agreement != model.Conflict || f == nil || s == nil {
			return
		}
		r.add(subject(p, i).With("figure", shownReading(f), "statement", shownReading(s)), readingOrigin(i, f),
			r.say("数字是 %s，文字“%s”是 %s，两者不一致",
				"the figure is %s, the wording %q is %s: they disagree",
				shownReading(f), s.Text, shownReading(s)),
			r.say("改成同一个数，并写明单位：数字按文字折算，或更正文字",
				"make both the same amount and name the unit: convert the figure, or correct the wording"),
			readingOrigin(i, s))
	})
}

// readingOrigin is the byte range of a reading where it lies inside the
// indicator's cell, the cell itself otherwise.
func readingOrigin(i *model.Indicator, rd *model.Reading) model.Origin {
	o, cell := i.Origin, i.Field("target")
	if rd.Start >= min(o.Start, cell.Start) && rd.End <= max(o.End, cell.End) && rd.Start < rd.End {
		o.Start, o.End = rd.Start, rd.End
	}
	return o
}

// missingUnit is V003. Rates and satisfaction without % are V007's.
func missingUnit(r *review) {
	r.values(func(p *model.Project, i *model.Indicator, v *model.Value) {
		measured := strings.Trim(v.Unit, scales) != ""
		if v.Kind != model.Quantity && v.Kind != model.Range || measured || isRate(i) {
			return
		}
		r.add(subject(p, i).With("target", v.Text), i.Origin,
			r.say("指标值“%s”没有单位，指标名称里也没有", "target %q has no unit, and the indicator's name gives none", v.Text),
			r.say("写明单位，如 %、次、人、万元", "name the unit, such as %, 次, 人, 万元"))
	})
}

// scales alone are no unit: 20万.
const scales = "十百千万亿"

var hundred = model.Decimal("100")

// overHundred is V004.
func overHundred(r *review) {
	r.values(func(p *model.Project, i *model.Indicator, v *model.Value) {
		if v.Unit != "%" || v.Number.Cmp(hundred) <= 0 && v.Upper.Cmp(hundred) <= 0 {
			return
		}
		if containsAny(i.Level3+i.Description, "增长", "增幅", "增加", "提高", "提升", "上升", "同比", "翻番", "超额") {
			return // growth knows no ceiling
		}
		r.add(subject(p, i).With("number", string(v.Number), "upper", string(v.Upper)), i.Origin,
			r.say("百分比 %s 超过 100%%", "the percentage %s exceeds 100%%", shown(v.Number, v.Upper, v.Unit)),
			r.say("核对数值与单位", "check number and unit"))
	})
}

// unfilledTarget is V005. The long-term side of a double-wide form may stay
// empty.
func unfilledTarget(r *review) {
	textless := r.textless()
	r.values(func(p *model.Project, i *model.Indicator, v *model.Value) {
		if v.Kind != model.Empty || i.Term == "long" {
			return
		}
		message := r.say("没有填写指标值", "the target is not filled in")
		switch code := textless[cellOf(i.Field("target"))]; {
		case strings.TrimSpace(v.Text) != "":
			message = r.say("指标值“%s”是未填的占位符", "target %q is a placeholder left unfilled", v.Text)
		case code != "":
			message = r.say("指标值处没有可读的文字，单元格里有什么见 %s", "the target is no text that can be read; %s says what stands in the cell", code)
		}
		r.add(subject(p, i).With("target", v.Text), i.Origin, message,
			r.say("填写指标值；不适用的行整行删去", "fill in the target, or delete a row that does not apply"))
	})
}

// gridCell is a place in the grid of a document.
type gridCell struct{ table, row, column int }

func cellOf(o model.Origin) gridCell { return gridCell{o.Table, o.Row, o.Column} }

// textless are the cells in which reading found something that gave no text, each
// with the code of the finding that says so: a picture, a field, hidden text.
func (r *review) textless() map[gridCell]string {
	found := map[gridCell]string{}
	for _, f := range r.doc.Findings {
		switch f.Code {
		case "D005", "D028", "D020", "D021", "D022", "D023", "D037":
			if at := cellOf(f.Origin); at.table > 0 && found[at] == "" {
				found[at] = f.Code
			}
		}
	}
	return found
}

// costAtLeast is V006.
func costAtLeast(r *review) {
	r.values(func(p *model.Project, i *model.Indicator, v *model.Value) {
		if !isCost(i) || v.Operator != model.GreaterEqual && v.Operator != model.Greater {
			return
		}
		r.add(subject(p, i).With("operator", string(v.Operator), "number", string(v.Number), "unit", v.Unit), i.Origin,
			r.say("成本指标写成 %s%s，意味着花得越多越好",
				"a cost indicator of %s%s means the more spent the better",
				operatorSigns[v.Operator], shown(v.Number, v.Upper, v.Unit)),
			r.say("成本一般用 ≤ 或 =", "costs take ≤ or ="))
	})
}

// rateWithoutPercent is V007.
func rateWithoutPercent(r *review) {
	r.values(func(p *model.Project, i *model.Indicator, v *model.Value) {
		if v.Kind != model.Quantity && v.Kind != model.Range || !percentMissing(i, v) || !isRate(i) {
			return
		}
		r.add(subject(p, i).With("target", v.Text), i.Origin,
			r.say("“%s”是比率，指标值“%s”却没有百分号", "%q is a rate, yet its target %q has no percent sign", strings.TrimSpace(i.Level3), v.Text),
			percentHint(r, v))
	})
}

// percentHint does not tell 1 to become 1%: in a rate it is as likely a 100%
// that lost its format on the way out of a spreadsheet.
func percentHint(r *review, v *model.Value) string {
	if v.Number.Cmp("1") <= 0 {
		return r.say("核对是 %s%% 还是电子表格里丢了格式的 %s%%，写全百分号",
			"find out whether it is %s%%, or %s%% that lost its format in a spreadsheet, and write the sign", v.Number, v.Number.Shift(2))
	}
	return r.say("写成 %s%%，或在名称后注明（%%）", "write %s%%, or put (%%) after the name", shown(v.Number, v.Upper, ""))
}

// percentMissing tells whether neither the cell, nor a unit column, nor a mark
// in the name or description gives the unit of a rate. A unit that is merely
// inferred from the word 率 counts as missing.
func percentMissing(i *model.Indicator, v *model.Value) bool {
	switch v.UnitSource {
	case model.UnitFromName:
		return v.Unit == "%" && !containsAny(i.Level3+i.Description, "%", "％", "﹪", "百分")
	case model.UnitFromNone:
		return v.Unit == ""
	}
	return false
}

// isRate: satisfaction, and names that end with 率 and are not counts or
// technical quantities per time.
func isRate(i *model.Indicator) bool {
	name := bare(i.Level3)
	if hasSuffix(name, "频率", "效率", "功率", "速率", "汇率", "心率", "码率") {
		return false
	}
	return hasSuffix(name, "率", "满意度", "比例", "占比", "比重")
}

// aspect is what an indicator looks at, also in a document that was not read
// but put together.
func aspect(i *model.Indicator) model.Aspect {
	if i.Aspect != "" {
		return i.Aspect
	}
	return quantity.AspectOf(i.Level1, i.Level2)
}

func isCost(i *model.Indicator) bool { return aspect(i) == model.Cost }

// values calls f with every target, the parts of composite ones one by one.
func (r *review) values(f func(p *model.Project, i *model.Indicator, v *model.Value)) {
	r.indicators(func(p *model.Project, i *model.Indicator) {
		if i.Target.Kind != model.Composite {
			f(p, i, &i.Target)
			return
		}
		for k := range i.Target.Parts {
			f(p, i, &i.Target.Parts[k])
		}
	})
}

// vagueTarget is V008.
func vagueTarget(r *review) {
	vague := slices.Concat(standards().vague, r.words("also"))
	r.values(func(p *model.Project, i *model.Indicator, v *model.Value) {
		if v.Kind != model.Qualitative {
			return
		}
		k := slices.IndexFunc(vague, func(w string) bool { return strings.Contains(v.Text, w) })
		if k < 0 {
			return
		}
		r.add(subject(p, i).With("target", v.Text, "words", vague[k]), i.Origin,
			r.say("指标值“%s”用了含糊的“%s”，事后无从判断是否完成",
				"target %q relies on the vague %q: nobody can tell afterwards whether it was met", v.Text, vague[k]),
			r.say("能量化的写成数值；不能量化的写明可核查的状态", "put a number where there can be one, otherwise a state that can be verified"))
	})
}

// impossibleDay is V010.
func impossibleDay(r *review) {
	r.values(func(p *model.Project, i *model.Indicator, v *model.Value) {
		if v.Kind != model.Qualitative {
			return
		}
		day := quantity.ImpossibleDay(v.Text)
		if day == "" {
			return
		}
		r.add(subject(p, i), i.Origin,
			r.say("指标值“%s”里的“%s”日历上没有", "the %[2]q in target %[1]q is no day of the calendar", v.Text, day),
			r.say("更正日期", "correct the date"))
	})
}
