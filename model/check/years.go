package check

import (
	"cmp"

	"jxmb/model"
	"jxmb/model/compare"
)

// Years gives what only two years together show: the findings of the P family, in
// the order of the new projects. They stand in the files of the new year.
func Years(m *compare.Matched, cfg Config) []FileFinding {
	y := &years{cfg: cfg, matched: m}
	for _, rule := range yearRules {
		y.rule, _ = Lookup(rule.Code) // as the catalogue has it
		if cfg.Off(rule.Code) {
			continue
		}
		for i := range m.Pairs {
			if y.pair = &m.Pairs[i]; y.pair.Old != nil && y.pair.New != nil {
				yearChecks[rule.Code](y)
			}
		}
	}
	return y.out
}

// years is one run over the pairs of two years.
type years struct {
	cfg     Config
	matched *compare.Matched
	rule    *Rule
	pair    *compare.Pair
	out     []FileFinding
}

// yearChecks are the functions of the P family.
var yearChecks = map[string]func(*years){
	"P001": loweredTarget,
	"P002": droppedIndicator,
	"P003": sameTexts,
	"P004": belowLastYear,
}

func (y *years) add(about Topic, at model.Origin, message, hint string) {
	about.args = append(about.args, model.ArgsOf("other_file", y.pair.Files[0], "other_project", y.pair.Old.ID)...)
	y.out = append(y.out, FileFinding{y.pair.Files[1], y.cfg.Finding(y.rule, about, at, message, hint, nil)})
}

// both calls f with the indicators that both years have.
func (y *years) both(f func(old, new *model.Indicator)) {
	for _, in := range y.pair.Indicators {
		if in.Old != nil && in.New != nil {
			f(in.Old, in.New)
		}
	}
}

// loweredTarget is P001.
func loweredTarget(y *years) {
	y.both(func(old, new *model.Indicator) {
		if y.matched.Judge(new, &old.Target, &new.Target) != compare.Lowered {
			return
		}
		y.add(subject(y.pair.New, new).With("target", new.Target.Text, "last_year", old.Target.Text), new.Origin,
			y.cfg.Lang.Say("指标值“%s”比上年的“%s”要求低", "the target %q asks for less than last year's, %q", new.Target.Text, old.Target.Text),
			y.cfg.Lang.Say("说明降低的理由，或不低于上年", "give the reason, or ask for no less than last year"))
	})
}

// droppedIndicator is P002.
func droppedIndicator(y *years) {
	for _, in := range y.pair.Indicators {
		if in.New != nil {
			continue
		}
		name := cmp.Or(in.Old.Level3, in.Old.Level2)
		about := ProjectTopic(y.pair.New).With("indicator", in.Old.ID, "target", in.Old.Target.Text)
		y.add(about, y.pair.New.Origin,
			y.cfg.Lang.Say("上年的指标“%s”（%s）今年没有了", "last year's indicator %q (%s) is not there any more", name, in.Old.Target.Text),
			y.cfg.Lang.Say("核对是否遗漏；不再适用的说明理由", "find out whether it was forgotten; give the reason where it no longer applies"))
	}
}

// leastTexts is how many texts must be the same before that means anything.
const leastTexts = 4

// sameTexts is P003.
func sameTexts(y *years) {
	old, new := y.pair.Old, y.pair.New
	if len(old.Indicators) != len(new.Indicators) || !y.sameGoals() {
		return
	}
	texts := len(new.Goals)
	for _, in := range y.pair.Indicators {
		if in.Old == nil || in.New == nil || !y.sameIndicator(in.Old, in.New) {
			return
		}
		texts += 2 // a name and a target
	}
	if texts < leastTexts {
		return
	}
	y.add(ProjectTopic(new), new.Origin,
		y.cfg.Lang.Say("资金用途、绩效目标、指标和指标值与上年完全相同（年份不计）", "purpose, goals, indicators and targets are last year's word for word, years aside"),
		y.cfg.Lang.Say("按当年的任务和预算重新填报", "fill the form in anew, for the tasks and the money of this year"))
}

func (y *years) sameGoals() bool {
	old, new := y.pair.Old, y.pair.New
	if len(old.Goals) != len(new.Goals) || !y.matched.SameText(old.Purpose, new.Purpose) {
		return false
	}
	for i := range new.Goals {
		if !y.matched.SameText(old.Goals[i], new.Goals[i]) {
			return false
		}
	}
	return true
}

func (y *years) sameIndicator(old, new *model.Indicator) bool {
	return y.matched.SameText(old.Level3, new.Level3) && y.matched.SameText(old.Target.Text, new.Target.Text) &&
		y.matched.SameText(old.Description, new.Description)
}

// belowLastYear is P004.
func belowLastYear(y *years) {
	y.both(func(old, new *model.Indicator) {
		if old.Actual == nil || old.Actual.Kind != model.Quantity {
			return
		}
		reached := *old.Actual // asked for in the same way
		reached.Operator = new.Target.Operator
		if y.matched.Judge(new, &reached, &new.Target) != compare.Lowered {
			return
		}
		y.add(subject(y.pair.New, new).With("target", new.Target.Text, "last_actual", old.Actual.Text), new.Origin,
			y.cfg.Lang.Say("指标值“%s”低于上年的实际完成值“%s”", "the target %q asks for less than last year reached, %q", new.Target.Text, old.Actual.Text),
			y.cfg.Lang.Say("参照上年完成情况提高指标值，或说明理由", "set it by what last year reached, or give the reason"))
	})
}
