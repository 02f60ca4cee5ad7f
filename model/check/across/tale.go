package across

import (
	"slices"

	"jxmb/model"
	"jxmb/model/check"
)

// tale is a finding that has not been put into words: which fact, by its number in
// the group or the batch, it is told of, and beside which other. Words take a
// kilobyte, and a season that was sent in twice has as many as projects.
type tale struct {
	wording   uint8 // of wordings
	of, other int32
	start     int32  // of the place where it is told
	once      uint64 // project and file, hashed
}

// The wordings.
const (
	again = iota
	otherBudget
	otherUnitName
	copiedSet
)

// wording is what a rule that looks at several documents tells of f beside another
// fact, and where.
type wording struct {
	code string
	at   func(f *Fact) model.Origin
	say  func(c check.Config, f, other *Fact) (about check.Topic, message, hint string)
}

var wordings = [...]wording{
	again:         {"I006", func(f *Fact) model.Origin { return f.codeAt }, sayAgain},
	otherBudget:   {"B008", func(f *Fact) model.Origin { return f.budgetAt }, sayOtherBudget},
	otherUnitName: {"I007", func(f *Fact) model.Origin { return f.unitAt }, sayOtherUnitName},
	copiedSet:     {"C009", func(f *Fact) model.Origin { return f.at }, sayCopiedSet},
}

// IsAcross tells the codes of findings that take several documents.
func IsAcross(code string) bool {
	return slices.ContainsFunc(wordings[:], func(w wording) bool { return w.code == code })
}

// tell adds that the i-th fact of the group, which is f, is told of beside another,
// unless the rule is off.
func (g group) tell(c check.Config, out []tale, wording uint8, f *Fact, i, other int) []tale {
	w := &wordings[wording]
	if c.Disabled[w.code] {
		return out
	}
	return append(out, tale{wording, int32(i), int32(other), int32(w.at(f).Start), hashed(f.file + "\x00" + f.topic.Project)})
}

// inWords is the finding of f beside other.
func (t *tale) inWords(c check.Config, f, other *Fact) check.FileFinding {
	w := &wordings[t.wording]
	rule, ok := check.Lookup(w.code)
	if !ok {
		panic("check: internal error: no rule " + w.code)
	}
	about, message, hint := w.say(c, f, other)
	return check.FileFinding{File: f.file, Finding: c.Finding(rule, about, w.at(f), message, hint, nil)}
}

func sayAgain(c check.Config, f, earlier *Fact) (about check.Topic, message, hint string) {
	return f.topic.With("code", f.code, "other_file", earlier.file, "other_project", earlier.topic.Project),
		c.Lang.Say("项目编码 %s 也出现在 %s（%s）", "the code %s also stands in %s (%s)", f.code, earlier.file, earlier.topic.Name),
		c.Lang.Say("留最终稿，移走重复的文件", "keep the final version and remove the other file")
}

func sayOtherBudget(c check.Config, f, earlier *Fact) (about check.Topic, message, hint string) {
	return f.topic.With("total", string(f.yuan), "other_total", string(earlier.yuan), "other_file", earlier.file),
		c.Lang.Say("项目 %s 的预算数是 %s，%s 里是 %s", "the budget of %s is %s here and, in %s, %s", f.code, f.budget, earlier.file, earlier.budget),
		c.Lang.Say("核对哪一份是批复数", "find out which one was approved")
}

func sayOtherUnitName(c check.Config, f, earlier *Fact) (about check.Topic, message, hint string) {
	return f.topic.With("unit", f.unit.Code, "name", f.unit.Name, "other_name", earlier.unit.Name, "other_file", earlier.file),
		c.Lang.Say("单位编码 %s 在这里是“%s”，在 %s 里是“%s”", "the unit %s is %q here and, in %[3]s, %[4]q", f.unit.Code, f.unit.Name, earlier.file, earlier.unit.Name),
		c.Lang.Say("一个单位编码只对应一个名称", "one unit code goes with one name")
}

func sayCopiedSet(c check.Config, f, other *Fact) (about check.Topic, message, hint string) {
	percent := percentOf(other.set.shared(&f.set))
	return f.topic.With("share", percent, "other_file", other.file, "other_project", other.topic.Project),
		c.Lang.Say("绩效指标和指标值与 %s 的“%s”几乎相同（%s%%）", "indicators and targets are those of %[1]s, %[2]q, nearly all (%[3]s%%)", other.file, other.topic.Name, percent),
		c.Lang.Say("按本项目的内容设指标；上级统一下达的指标可以不改", "set indicators for this project; those that were handed down to all may stay")
}
