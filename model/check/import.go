package check

import (
	"slices"
	"strconv"
	"strings"

	"jxmb/model"
	"jxmb/model/profile"
)

// targets calls f with every filled target and the sign it is imported with.
func (r *review) targets(f func(about Topic, i *model.Indicator, sign string)) {
	r.indicators(func(p *model.Project, i *model.Indicator) {
		if sign := profile.SignOf(&i.Target); sign != "" {
			f(subject(p, i), i, sign)
		}
	})
}

// signWithoutNumber is E001.
func signWithoutNumber(r *review) {
	r.targets(func(about Topic, i *model.Indicator, sign string) {
		if sign == profile.Qualitative || profile.IsNumber(&i.Target) {
			return
		}
		r.add(about.With("target", i.Target.Text, "sign", sign), i.Field("target"),
			r.say("指标值“%s”有符号 %s 却不是一个数，不能导入", "the target %q has the sign %s and is not one number: the importer refuses it", i.Target.Text, sign),
			r.say("填一个数，或去掉符号按定性填写", "give one number, or leave out the sign, as for words"))
	})
}

// numberWithoutUnit is E002.
func numberWithoutUnit(r *review) {
	r.targets(func(about Topic, i *model.Indicator, sign string) {
		if !profile.IsNumber(&i.Target) || i.Target.Unit != "" {
			return
		}
		r.add(about.With("target", i.Target.Text, "sign", sign), i.Field("target"),
			r.say("指标值“%s”（符号 %s）没有计量单位，不能导入", "the target %q (sign %s) has no unit: the importer refuses it", i.Target.Text, sign),
			r.say("写明单位，如 次、人、%", "add the unit, such as 次, 人 or %"))
	})
}

// refusedSigns may not stand in a qualitative value. In full width they are other
// characters.
const refusedSigns = "*_-"

// refusedCharacters is E003.
func refusedCharacters(r *review) {
	r.targets(func(about Topic, i *model.Indicator, sign string) {
		if sign != profile.Qualitative || !strings.ContainsAny(i.Target.Text, refusedSigns) {
			return
		}
		r.add(about.With("target", i.Target.Text), i.Field("target"),
			r.say("定性指标值“%s”含有 *、_ 或 -，不能导入", "the target %q is in words and holds *, _ or -: the importer refuses it", i.Target.Text),
			r.say("改写，如 80-90 写成 80至90", "put it otherwise, such as 80至90 for 80-90"))
	})
}

// blankCells is E004.
func blankCells(r *review) {
	r.indicators(func(p *model.Project, i *model.Indicator) {
		var blank []string
		at := i.Origin
		for k := range r.cfg.Profile.Columns {
			c := &r.cfg.Profile.Columns[k]
			if !c.Required() || strings.TrimSpace(c.Cell(p, i)) != "" {
				continue
			}
			if len(blank) == 0 {
				at = c.Origin(p, i)
			}
			blank = append(blank, c.Title())
		}
		if len(blank) == 0 {
			return
		}
		r.add(subject(p, i).With("columns", strings.Join(blank, "、")), at,
			r.say("%s为空，不能导入", "%s blank: the importer refuses the row", strings.Join(blank, "、")),
			r.say("补填；必填栏都要有内容", "fill it in: these columns cannot be left blank"))
	})
}

// foreignLevel is E005.
func foreignLevel(r *review) {
	r.indicators(func(p *model.Project, i *model.Indicator) {
		first := r.level(i.Level1)
		if first == "" || strings.TrimSpace(i.Level2) == "" {
			return // a first level of the form's own, or a form of two levels
		}
		second := r.level(i.Level2)
		if second == first || first == model.Output && second == model.Cost {
			return
		}
		r.add(subject(p, i).With("level1", i.Level1, "level2", i.Level2), i.Field("level2"),
			r.say("二级指标“%s”不属于一级指标“%s”，不能导入", "the second level %q does not belong to the first, %q: the importer refuses it", i.Level2, i.Level1),
			r.say("移到所属的一级指标下，或改用其下的二级指标", "move it below the first level it belongs to, or use one of those below this"))
	})
}

// longCells is E006: a finding for each cell, by the narrowest of the columns that show
// it.
func longCells(r *review) {
	var long []longCell
	r.indicators(func(p *model.Project, i *model.Indicator) {
		long = long[:0]
		for k := range r.cfg.Profile.Columns {
			c := &r.cfg.Profile.Columns[k]
			text := c.Cell(p, i)
			if profile.Width(text) <= c.Width {
				continue
			}
			switch n := slices.IndexFunc(long, func(l longCell) bool { return l.text == text }); {
			case n < 0:
				long = append(long, longCell{c, text})
			case c.Width < long[n].Width:
				long[n].Column = c
			}
		}
		for _, c := range long {
			n := profile.Width(c.text)
			r.add(subject(p, i).With("column", c.Title(), "length", strconv.Itoa(n), "most", strconv.Itoa(c.Width)), c.Origin(p, i),
				r.say("%s长 %d，超过 %d（汉字计 2），不能导入", "%s is %d long, more than %d (a Chinese character counts 2): the importer refuses it", c.Title(), n, c.Width),
				r.say("缩短到 %d 以内", "shorten it to %d", c.Width))
		}
	})
}

// longCell is what an importer would find in a column, and too long for it.
type longCell struct {
	*profile.Column
	text string
}
