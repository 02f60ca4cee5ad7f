package form

import (
	"slices"
	"strings"

	"jxmb/model"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// The parts of a form, as findings name them.
var (
	partName       = model.Text{ZH: "项目名称", EN: "the project's name"}
	partMoney      = model.Text{ZH: "项目资金", EN: "money"}
	partGoals      = model.Text{ZH: "绩效目标", EN: "goals"}
	partIndicators = model.Text{ZH: "绩效指标", EN: "indicators"}
)

// missingParts reports what a project has no cell for at all. What it is about
// and its indicators make the form; without a name, money or goals it may be a
// form of another kind.
func (r *reading) missingParts() {
	p, ofUnit := r.Project, r.ofUnit()
	named := r.asks("name")
	about := named || r.asks("code") || p.Unit != (model.Unit{})
	tabled := len(p.Indicators) > 0 || r.stray || slices.ContainsFunc(r.rec.Sheets, (*sheet.Sheet).HasHeader)
	list := slices.ContainsFunc(r.rec.Sheets, (*sheet.Sheet).Lists) // whose columns say what it holds
	if p.Code == "" {
		r.unnamedCode()
	}
	missing := map[int][]model.Text{}
	for _, part := range [...]struct {
		rule int
		name model.Text
		lost bool
	}{
		{draft.RuleNoPart, partName, !about},
		{draft.RuleAbsent, partName, about && !named && !ofUnit},
		{draft.RuleNoPart, partIndicators, !tabled},
		{draft.RuleAbsent, partMoney, len(r.Amounts) == 0 && !list && !ofUnit},
		{draft.RuleAbsent, partGoals, len(r.Goals) == 0 && !list},
	} {
		if part.lost {
			missing[part.rule] = append(missing[part.rule], part.name)
		}
	}
	r.reportParts(draft.RuleNoPart, missing[draft.RuleNoPart], "没有找到必备的部分：%s", "required parts were not found: %s")
	r.reportParts(draft.RuleAbsent, missing[draft.RuleAbsent], "没有找到这些栏目：%s", "these fields were not found: %s")
}

// unnamedCode reports a code of the budget system that stands under a label that
// is not known, where the project has none.
func (r *reading) unnamedCode() {
	for i, e := range r.Project.Extra {
		text := e.Text
		if code, _, ok := draft.CodeBeforeName(text); ok {
			text = code
		}
		if draft.SystemCode(text) {
			r.Report(draft.RuleAbsent, r.Project.Field(draft.Indexed("extra", i)), model.Say("“%s”像是项目编码，但标签“%s”不认识", "%q looks like a project code, but its label %s is not known", text, e.Label))
			r.Args("label", e.Label, "text", text)
		}
	}
}

func (r *reading) reportParts(rule int, parts []model.Text, zh, en string) {
	if len(parts) == 0 {
		return
	}
	var chinese, english []string
	for _, part := range parts {
		chinese, english = append(chinese, part.ZH), append(english, part.EN)
	}
	r.Report(rule, r.Project.Origin, model.Text{ZH: model.Chinese.Say(zh, en, strings.Join(chinese, "、")), EN: model.English.Say(zh, en, strings.Join(english, ", "))})
}

// asks says whether the form has a cell for a field.
func (r *reading) asks(field string) bool {
	return slices.ContainsFunc(r.Project.Cells, func(c model.CellRef) bool { return c.Field == field })
}

// ofUnit says whether the form is that of a whole unit, which names no project
// and lists money by tasks.
func (r *reading) ofUnit() bool {
	return strings.HasPrefix(r.form.ID, "department") || strings.Contains(r.Project.Title, "整体") ||
		strings.Contains(r.Project.Title, "部门") && !strings.Contains(r.Project.Title, "项目")
}

// nameless reports an indicator table no column of which names its indicators.
func (r *rowReader) nameless() {
	for k := range r.halves {
		if r.column(k, label.Level3) == nil && r.column(k, label.Description) == nil {
			r.Report(draft.RuleAbsent, r.Origin(r.headCell()), model.Say("指标表里没有指标名称（三级指标）一栏", "no column of the indicator table names the indicators (三级指标)"))
			return
		}
	}
}

// headCell is a cell of the header to point to.
func (r *rowReader) headCell() *sheet.Cell {
	for i := range r.band.Columns {
		if head := r.band.Columns[i].Head; head != nil {
			return head
		}
	}
	return r.Sheet.At(r.band.From, 1)
}
