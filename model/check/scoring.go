package check

import (
	"strings"

	"jxmb/model"
)

// weightsSum is S001. Weights are reported, not forced: provinces differ in
// whether the execution rate has its ten points inside the table.
func weightsSum(r *review) {
	r.projects(func(p *model.Project) {
		sum, weighted := model.Decimal("0"), 0
		for i := range p.Indicators {
			if w := p.Indicators[i].Weight; w != "" {
				sum, weighted = sum.Add(w), weighted+1
			}
		}
		total := r.number("total")
		inside := total.Sub(r.number("execution"))
		if weighted == 0 || sum == total || sum == inside {
			return
		}
		r.add(ProjectTopic(p).With("sum", string(sum), "total", string(total), "without_execution", string(inside)), p.Indicators[0].Field("weight"),
			r.say("%[1]d 个指标的权重（分值）合计 %[2]s，不是 %[3]s，也不是扣除预算执行率后的 %[4]s",
				"the weights of %[1]d indicators add up to %[2]s: neither %[3]s nor %[4]s (%[3]s less the execution rate)", weighted, sum, total, inside),
			r.say("核对各项权重", "check the weights"))
	})
}

// scoreOverWeight is S002.
func scoreOverWeight(r *review) {
	r.indicators(func(p *model.Project, i *model.Indicator) {
		if i.Weight == "" || i.Score == "" || i.Score.Cmp(i.Weight) <= 0 {
			return
		}
		r.add(subject(p, i).With("score", string(i.Score), "weight", string(i.Weight)), i.Field("score"),
			r.say("得分 %s 超过分值 %s", "the score %s exceeds the weight %s", i.Score, i.Weight),
			r.say("得分不能超过分值", "a score cannot exceed its weight"),
			i.Field("weight"))
	})
}

// shortfallWithoutReason is S003.
func shortfallWithoutReason(r *review) {
	r.indicators(func(p *model.Project, i *model.Indicator) {
		if i.Weight == "" || i.Score == "" || i.Score.Cmp(i.Weight) >= 0 {
			return
		}
		if strings.TrimSpace(i.Deviation) != "" || reasonGiven(i) {
			return
		}
		r.add(subject(p, i).With("score", string(i.Score), "weight", string(i.Weight)), i.Field("score"),
			r.say("得分 %s 低于分值 %s，却没有写偏差原因", "the score %s is below the weight %s and no reason is given", i.Score, i.Weight),
			r.say("写明未完成的原因和改进措施", "give the reason for the shortfall and what will be done"))
	})
}

// missedWithFullMarks is S004.
func missedWithFullMarks(r *review) {
	r.indicators(func(p *model.Project, i *model.Indicator) {
		t, a := &i.Target, i.Actual
		if a == nil || !fullMarks(i) || !alike(t, a) || !missed(t.Operator, a.Number.Cmp(t.Number)) {
			return
		}
		r.add(subject(p, i).With("actual", strings.TrimSpace(a.Text), "target", strings.TrimSpace(t.Text), "score", string(i.Score)), i.Field("actual"),
			r.say("实际完成值 %s 没有达到指标值 %s，却得了满分 %s", "the actual value %s misses the target %s, yet the score is the full %s",
				strings.TrimSpace(a.Text), strings.TrimSpace(t.Text), i.Score),
			r.say("核对实际完成值；未达到的按比例扣分", "check the actual value; a miss costs points in proportion"),
			i.Origin, i.Field("score"))
	})
}

func fullMarks(i *model.Indicator) bool { return i.Weight != "" && i.Score == i.Weight }

// alike: two numbers that can be compared. An actual value that names no unit
// is in that of its target, unless it may be the share that a percentage stands for.
func alike(target, actual *model.Value) bool {
	numbers := target.Kind == model.Quantity && actual.Kind == model.Quantity
	return numbers && (actual.Unit == target.Unit || actual.Unit == "" && !mayBeShare(target, actual))
}

// mayBeShare says whether a bare number beside a percentage may be 0.93 for 93%, as
// workbooks print percentages that lost their format.
func mayBeShare(target, actual *model.Value) bool {
	return target.Unit == "%" && actual.Number.Sign() > 0 && actual.Number.Cmp("1") <= 0
}

// missed compares by the direction of the target; order is that of actual to
// target. An exact target ("=") may be exceeded.
func missed(op model.Operator, order int) bool {
	switch op {
	case model.GreaterEqual, model.Equal:
		return order < 0
	case model.Greater:
		return order <= 0
	case model.LessEqual:
		return order > 0
	case model.Less:
		return order >= 0
	}
	return false
}
