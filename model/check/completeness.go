package check

import (
	"bytes"
	"slices"
	"strings"

	"jxmb/model"
	"jxmb/model/quantity"
)

// requiredKinds are the kinds of indicators that every project has; forms of
// other provinces call them 项目完成指标, 预期产出指标, 效果指标 …, which the aspect
// of an indicator sees through.
var requiredKinds = []struct {
	aspect model.Aspect
	en     string
}{
	{model.Output, "output"},
	{model.Benefit, "benefit"},
	{model.Satisfaction, "satisfaction"},
}

// requiredIndicators is C001.
func requiredIndicators(r *review) {
	r.projects(func(p *model.Project) {
		present := r.aspects(p.Indicators)
		if !present.has(model.Output) && !present.has(model.Benefit) && len(p.Indicators) > 0 {
			return // a form with other first levels, or with none
		}
		var zh, en []string
		for _, kind := range requiredKinds {
			if !present.has(kind.aspect) {
				zh, en = append(zh, string(kind.aspect)), append(en, kind.en)
			}
		}
		if len(zh) == 0 || r.unread(p) {
			return
		}
		at := p.Field("name")
		if len(p.Indicators) > 0 {
			at = p.Indicators[0].Field("level1")
		}
		r.add(ProjectTopic(p).With("missing", strings.Join(zh, "、")), at,
			r.say("没有%[1]s指标", "there is no %[2]s indicator", strings.Join(zh, "、"), strings.Join(en, " and no ")),
			r.say("产出、效益、满意度三类指标各至少一个", "give at least one indicator of each: 产出, 效益, 满意度"))
	})
}

// aspects are a few of those that there are, each once.
type aspects []model.Aspect

func (a aspects) has(aspect model.Aspect) bool { return slices.Contains(a, aspect) }

func (a *aspects) add(aspect model.Aspect) {
	if !a.has(aspect) {
		*a = append(*a, aspect)
	}
}

// aspects are those that some indicator looks at. The first level counts for
// itself: costs stand under 产出指标 in forms before 2021. A satisfaction
// indicator may stand below 社会效益.
func (r *review) aspects(indicators []model.Indicator) aspects {
	present := make(aspects, 0, 8)
	level1 := "" // of the indicator before: as a rule that of this one too
	for n := range indicators {
		i := &indicators[n]
		present.add(aspect(i))
		if i.Level1 != level1 {
			level1 = i.Level1
			present.add(r.level(level1))
		}
	}
	if !present.has(model.Satisfaction) && nameSatisfaction(indicators) {
		present.add(model.Satisfaction)
	}
	return present
}

func nameSatisfaction(indicators []model.Indicator) bool {
	var folded [256]byte // of most names, on the stack
	for n := range indicators {
		if bytes.Contains(quantity.AppendFolded(folded[:0], indicators[n].Level3), []byte("满意")) {
			return true
		}
	}
	return false
}

// requiredField is a field of a project that may not stay empty.
type requiredField struct {
	field  string // as in [model.CellRef]
	zh, en string
	text   func(*model.Project) string
}

var requiredFields = []requiredField{
	{"name", "项目名称", "项目名称 (project name)", func(p *model.Project) string { return p.Name }},
	{"code", "项目编码", "项目编码 (project code)", func(p *model.Project) string { return p.Code }},
	{"budget.total", "预算数", "预算数 (total budget)", func(p *model.Project) string { return amountText(p.Budget.Total) }},
	{"purpose", "资金用途", "资金用途 (purpose)", func(p *model.Project) string { return p.Purpose }},
	{"goals[0]", "绩效目标", "绩效目标 (goals)", func(p *model.Project) string { return strings.Join(p.Goals, "") }},
}

// requiredCells is C002. A form asks for a field when it has a cell for it;
// what it does not ask for is not missing.
func requiredCells(r *review) {
	r.projects(func(p *model.Project) {
		for _, f := range requiredFields {
			if strings.TrimSpace(f.text(p)) != "" || !hasCell(p.Cells, f.field) {
				continue
			}
			r.add(ProjectTopic(p).With("field", f.field), p.Field(f.field),
				r.say("“%[1]s”没有填写", "%[2]s is not filled in", f.zh, f.en),
				r.say("填写%[1]s", "fill in %[2]s", f.zh, f.en))
		}
	})
	r.indicators(func(p *model.Project, i *model.Indicator) {
		if strings.TrimSpace(i.Level3) == "" && hasCell(i.Cells, "level3") {
			r.add(subject(p, i).With("field", "level3"), i.Field("level3"),
				r.say("三级指标没有名称", "the indicator has no name"),
				r.say("填写三级指标名称，或删去空行", "name the indicator, or delete the empty row"))
		}
	})
}

func hasCell(cells []model.CellRef, field string) bool {
	return slices.ContainsFunc(cells, func(c model.CellRef) bool { return c.Field == field })
}

func amountText(a *model.Amount) string {
	if a == nil {
		return ""
	}
	return a.Text
}

// sameIndicator is C003. What is beside the names is compared where a name
// stands twice, which is rare.
func sameIndicator(r *review) {
	names := map[string]int{}
	r.projects(func(p *model.Project) {
		clear(names)
		for n := range p.Indicators {
			names[quantity.Signs(p.Indicators[n].Level3)]++
		}
		if len(names) == len(p.Indicators) {
			return
		}
		seen := map[[5]string]*model.Indicator{}
		for n := range p.Indicators {
			i := &p.Indicators[n]
			name := quantity.Signs(i.Level3)
			if name == "" || names[name] == 1 || i.Target.Kind == model.Empty {
				continue
			}
			key := [5]string{i.Term, bare(i.Level2), name, quantity.Signs(i.Description), i.Region}
			first, twice := seen[key]
			if !twice {
				seen[key] = i
				continue
			}
			r.add(subject(p, i).With("first", first.Target.Text, "again", i.Target.Text), i.Field("level3"),
				r.say("指标“%s”重复：一处为 %s，另一处为 %s", "the indicator %q stands twice: once as %s, once as %s",
					strings.TrimSpace(i.Level3), first.Target.Text, i.Target.Text),
				r.say("留一行，或改名区分", "keep one row, or name them apart"),
				first.Field("level3"))
		}
	})
}

// descriptionRepeats is C004.
func descriptionRepeats(r *review) {
	r.indicators(func(p *model.Project, i *model.Indicator) {
		if !sameBare(i.Description, i.Level3) || bare(i.Level3) == "" {
			return
		}
		r.add(subject(p, i).With("description", i.Description), i.Field("description"),
			r.say("指标描述只是重复名称“%s”", "the description merely repeats the name %q", strings.TrimSpace(i.Level3)),
			r.say("写明指标的口径或计算方法", "say what is counted, or how it is calculated"))
	})
}
