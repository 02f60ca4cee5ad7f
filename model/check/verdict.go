package check

import (
	"cmp"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/model/quantity"
)

func printedField(i int) string { return "evaluation.printed[" + strconv.Itoa(i) + "]" }

// gradeOfTotal is S008. Totals of forms that have other than 100 points are not
// graded by these limits.
func gradeOfTotal(r *review) {
	r.projects(func(p *model.Project) {
		e := p.Evaluation
		if !gradable(p) {
			return
		}
		word, field := gradeIn(e.Grade), "evaluation.grade"
		if word == "" {
			word, field = gradeIn(e.Conclusion), "evaluation.conclusion"
		}
		limits, known := standards().grades[word]
		if !known || limits.holds(e.Total) {
			return
		}
		r.add(ProjectTopic(p).With("grade", word, "total", string(e.Total)), p.Field(field),
			r.say("总分 %s 与等级“%s”不符", "a total of %s is not graded %s", e.Total, word),
			r.say("90 分（含）以上为优，80—90 分为良，60—80 分为中，60 分以下为差", "优 from 90, 良 from 80, 中 from 60, 差 below"),
			p.Field("evaluation.total"))
	})
}

// gradable says whether the project has a total out of 100 points.
func gradable(p *model.Project) bool {
	e := p.Evaluation
	if e == nil || e.Total == "" {
		return false
	}
	return e.Total.Sign() >= 0 && e.Total.Cmp(hundred) <= 0 && ofHundred(p)
}

// gradeIn is the grade that a cell names: alone, or as the one box that is ticked of
// several. "" where it names none.
func gradeIn(text string) string {
	folded := strings.Join(strings.Fields(quantity.Folded(text)), "")
	if _, known := standards().grades[folded]; known {
		return folded
	}
	behind, ticked := boxesBehind(folded), ""
	for i, r := range folded {
		if !strings.ContainsRune(ticks, r) {
			continue
		}
		word := gradeBefore(strings.TrimRight(folded[:i], "(["))
		if !behind {
			word = gradeBehind(strings.TrimLeft(folded[i+utf8.RuneLen(r):], ")]"))
		}
		if word != "" && ticked != "" {
			return ""
		}
		ticked = cmp.Or(ticked, word)
	}
	return ticked
}

// ticks are the marks of a box that is ticked, boxes what else may stand there.
const (
	ticks = "☑■√✓✔☒"
	boxes = ticks + "□☐○"
)

// boxesBehind says whether the boxes stand behind their words, as the last one
// does: 优☑良□, 优(√)良(). Those before them begin the text, or end it with a word.
func boxesBehind(folded string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(folded, "(["))
	if strings.ContainsRune(boxes, first) {
		return false
	}
	open := strings.TrimRight(folded, ")]")
	last, _ := utf8.DecodeLastRuneInString(open)
	return strings.ContainsRune(boxes, last) || open != folded && strings.ContainsRune("([", last)
}

// gradeBehind is the longest grade that a text begins with, "" for none.
func gradeBehind(text string) string {
	for end := len(text); end > 0; end-- {
		if _, known := standards().grades[text[:end]]; known {
			return text[:end]
		}
	}
	return ""
}

// gradeBefore is the longest grade that a text ends with, "" for none.
func gradeBefore(text string) string {
	for start := range text {
		if _, known := standards().grades[text[start:]]; known {
			return text[start:]
		}
	}
	return ""
}

// fullPoints are the points that a project can reach, where all its rows have
// weights; "" where they do not.
func fullPoints(p *model.Project) model.Decimal {
	sum := model.Decimal("0")
	for k := range p.Indicators {
		w := p.Indicators[k].Weight
		if w == "" {
			return ""
		}
		if k == 0 || !p.Shares("weight", k-1, k) {
			sum = sum.Add(w)
		}
	}
	if e := p.Evaluation; e != nil && e.Execution != nil {
		sum = sum.Add(e.Execution.Weight)
	}
	return sum
}

// ofHundred says whether the points add up to 100 as far as the form tells, or to
// what is missing of it by the 10 points of the execution rate.
func ofHundred(p *model.Project) bool {
	full := fullPoints(p)
	return full == "" || full == "0" || full == hundred || full == "90"
}

// scoredAboveSpent is S009: the total in percent of all points against the rate
// by the sums. 100 points are taken where the form does not tell them.
func scoredAboveSpent(r *review) {
	r.projects(func(p *model.Project) {
		e := p.Evaluation
		if !gradable(p) {
			return
		}
		rate, ok := e.Execution.ExactRate()
		if !ok {
			return
		}
		gap := e.Total.Rat()
		if gap.Sub(gap, rate); gap.Cmp(r.number("points").Rat()) <= 0 {
			return
		}
		r.add(ProjectTopic(p).With("total", string(e.Total), "rate", string(twoDecimals(rate)), "points", string(twoDecimals(gap))), p.Field("evaluation.total"),
			r.say("得分率 %s%% 比预算执行率 %s%% 高出 %s 个百分点", "scored %s%% with %s%% of the budget spent: %s points more", e.Total, twoDecimals(rate), twoDecimals(gap)),
			r.say("钱没有花完而任务几乎全部完成：核对得分，或说明预算为何多报", "nearly all was reached with less money: check the scores, or say why more was asked for"),
			p.Field("budget.executed"))
	})
}

// farFromTarget is S010.
func farFromTarget(r *review) {
	r.projects(func(p *model.Project) {
		if p.Evaluation != nil && p.Evaluation.Month > 0 {
			return // the year is not over: see M001 to M003
		}
		for k := range p.Indicators {
			i := &p.Indicators[k]
			a, ok := achieved(i)
			if !ok || reasonGiven(i) || grouped(p, k, "actual", "target") || !r.outOfBand(i, a) {
				continue
			}
			percent := inPercent(a.ratio)
			r.add(subject(p, i).With("actual", strings.TrimSpace(i.Actual.Text), "target", strings.TrimSpace(i.Target.Text), "percent", string(percent)), i.Field("actual"),
				r.say("实际完成值 %s 是指标值 %s 的 %s%%，偏差大而没有说明原因", "the actual value %s is %[3]s%% of the target %[2]s, and no reason is given",
					strings.TrimSpace(i.Actual.Text), strings.TrimSpace(i.Target.Text), percent),
				r.say("说明偏差原因；指标值定得过高或过低的，下年调整", "give the reason; where the target was set too high or too low, set it anew"),
				i.Origin)
		}
	})
}

// reasonThoughMet is S011. A target that was far exceeded needs a reason (S010),
// and so do points taken off.
func reasonThoughMet(r *review) {
	r.projects(func(p *model.Project) {
		for k := range p.Indicators {
			i := &p.Indicators[k]
			a, ok := achieved(i)
			if !ok || !a.met || !saysReason(i.Deviation) || grouped(p, k, "deviation", "actual", "target") {
				continue
			}
			if r.outOfBand(i, a) || i.Weight != "" && i.Score.Cmp(i.Weight) < 0 || exceeded(i, a) {
				continue
			}
			r.add(subject(p, i).With("actual", strings.TrimSpace(i.Actual.Text), "target", strings.TrimSpace(i.Target.Text)), i.Field("deviation"),
				r.say("实际完成值 %s 达到指标值 %s，却写了偏差原因", "the actual value %s meets the target %s, yet a reason of a deviation is given",
					strings.TrimSpace(i.Actual.Text), strings.TrimSpace(i.Target.Text)),
				r.say("核对实际完成值，或删去原因", "check the actual value, or leave the reason out"),
				i.Field("actual"))
		}
	})
}

// exceeded: an "=" that came to more, of which a form may want the reason.
func exceeded(i *model.Indicator, a achievement) bool {
	return i.Target.Operator == model.Equal && a.ratio.Cmp(big.NewRat(1, 1)) != 0
}
