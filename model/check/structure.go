package check

import (
	"slices"
	"strconv"
	"strings"

	"jxmb/model"
	"jxmb/model/quantity"
)

// levelUnderOther is C006. Only levels that the table holds are looked at: forms
// name others, and those are their own affair.
func levelUnderOther(r *review) {
	r.indicators(func(p *model.Project, i *model.Indicator) {
		first := r.level(i.Level1)
		under := standards().levels[plainLevel(i.Level2)]
		if first == "" || len(under) == 0 || slices.Contains(under, first) {
			return
		}
		r.add(subject(p, i).With("level1", strings.TrimSpace(i.Level1), "level2", strings.TrimSpace(i.Level2), "belongs", string(under[0])), i.Field("level2"),
			r.say("二级指标“%s”不属于一级指标“%s”，应列在%s指标下", "the second level %s does not stand under %s but under %s",
				strings.TrimSpace(i.Level2), strings.TrimSpace(i.Level1), under[0]),
			r.say("更正一级指标或二级指标", "correct the first level or the second"),
			i.Field("level1"))
	})
}

// plainLevel is a level as the table of pairs spells it: folded, without 指标 and
// without a bracket behind it.
func plainLevel(level string) string {
	s := quantity.Folded(level)
	if open := strings.IndexByte(s, '('); open > 0 && strings.HasSuffix(s, ")") {
		s = s[:open]
	}
	return strings.TrimSuffix(s, "指标")
}

// withoutCost is C007. A form is of the kind of 财预〔2021〕101号 where the document
// has 成本指标 as a first level, or where it is one of the forms that the setting
// names and its year is late enough.
func withoutCost(r *review) {
	costs := false // as a first level, anywhere in the document
	r.indicators(func(_ *model.Project, i *model.Indicator) {
		costs = costs || r.level(i.Level1) == model.Cost
	})
	r.projects(func(p *model.Project) {
		year, _ := model.ParseDecimal(strconv.Itoa(p.FiscalYear))
		late := slices.Contains(r.words("forms"), p.Form) && year.Cmp(r.number("from")) >= 0
		if !costs && !late {
			return
		}
		present := r.aspects(p.Indicators)
		missing := present.has(model.Output) && present.has(model.Benefit) && !present.has(model.Cost)
		if !missing || r.unread(p) {
			return
		}
		r.add(ProjectTopic(p).With("form", p.Form), p.Indicators[0].Field("level1"),
			r.say("没有成本指标", "there is no cost indicator"),
			r.say("工程、修缮、购置等项目应设经济成本指标；确实无法设置的，可不理会", "projects that build, repair or buy have cost indicators; where none can be set, pass this over"))
	})
}

// fewIndicators is C008.
func fewIndicators(r *review) {
	least := r.number("least")
	if least == "0" {
		return
	}
	r.projects(func(p *model.Project) {
		n := 0
		for k := range p.Indicators {
			if strings.TrimSpace(p.Indicators[k].Level3) != "" && p.Indicators[k].Term != "long" {
				n++
			}
		}
		if count := model.Decimal(strconv.Itoa(n)); n == 0 || count.Cmp(least) >= 0 || r.unread(p) {
			return
		}
		r.add(ProjectTopic(p).With("indicators", strconv.Itoa(n), "least", string(least)), p.Indicators[0].Field("level3"),
			r.say("三级指标只有 %d 个，少于 %s 个", "there are %d third-level indicators, fewer than %s", n, least),
			r.say("补充三级指标", "add indicators"))
	})
}
