package check

import (
	"math/big"
	"strings"

	"jxmb/model"
	"jxmb/model/quantity"
)

// achievement is how far an indicator came: actual ÷ target, and the share of
// its points that this earns by direction, at most 1.
type achievement struct {
	ratio  *big.Rat
	earned *big.Rat
	met    bool
}

// achieved compares an actual value with its target. ok is false where that
// cannot be done with care:
//   - one of them is no single number (words, a range, several parts, a time
//     limit), or the two readings of one disagree;
//   - the actual value is a bound itself (≥90%): it says no figure;
//   - the target is 0 or less, so that there is no ratio, or the actual value is
//     below 0;
//   - the units differ and have no base unit in common, or one stands as a share of
//     1 beside a percentage (0.95 beside 95%).
func achieved(i *model.Indicator) (a achievement, ok bool) {
	target, actual, ok := inOneUnit(&i.Target, i.Actual)
	if !ok || target.Sign() <= 0 || actual.Sign() < 0 {
		return a, false
	}
	full := big.NewRat(1, 1)
	a.ratio = new(big.Rat).Quo(actual.Rat(), target.Rat())
	op := i.Target.Operator
	a.met = op != model.NoOperator && op != model.About && !missed(op, actual.Cmp(target))
	switch op {
	case model.GreaterEqual, model.Greater:
		a.earned = a.ratio
	case model.LessEqual, model.Less:
		if a.earned = full; actual.Sign() > 0 {
			a.earned = new(big.Rat).Inv(a.ratio)
		}
	default:
		return a, true // "=" earns nothing in proportion: it may be exceeded or not
	}
	if a.earned.Cmp(full) > 0 {
		a.earned = full
	}
	return a, true
}

// inOneUnit are the numbers of target and actual value in one unit.
func inOneUnit(t, a *model.Value) (target, actual model.Decimal, ok bool) {
	switch {
	case !figures(t, a), a.Unit == "" && t.Unit == "%" && a.Number.Cmp("1") <= 0:
		return "", "", false
	case a.Unit == t.Unit || a.Unit == "":
		return t.Number, a.Number, true
	case t.Base == nil || a.Base == nil || t.Base.Unit != a.Base.Unit:
		return "", "", false
	}
	return t.Base.Number, a.Base.Number, true
}

// figures says whether both are single numbers that are clear, the actual one no
// bound itself.
func figures(t, a *model.Value) bool {
	for _, v := range [...]*model.Value{t, a} {
		if v == nil || v.Kind != model.Quantity || v.Agreement == model.Conflict {
			return false
		}
	}
	return a.Operator == model.NoOperator || a.Operator == model.Equal
}

// inPercent is a ratio in percent with at most two decimals.
func inPercent(ratio *big.Rat) model.Decimal {
	d, _ := model.ParseDecimal(new(big.Rat).Mul(ratio, big.NewRat(100, 1)).FloatString(2))
	return d
}

// outOfBand says whether an actual value is so far from its target that the
// target was set badly, or something happened: over or under the limits of S010,
// in percent. Staying far below a limit (≤5%) is what it is for, but for costs,
// where it means that too much was asked for.
func (r *review) outOfBand(i *model.Indicator, a achievement) bool {
	over, under := r.limit(&overTarget), r.limit(&underTarget)
	percent := inPercent(a.ratio)
	if percent.Cmp(over) >= 0 {
		return true
	}
	if op := i.Target.Operator; op == model.LessEqual || op == model.Less {
		return isCost(i) && a.ratio.Sign() > 0 && percent.Cmp(under) <= 0
	}
	return percent.Cmp(under) <= 0
}

// The limits of S010, which S005 and S011 go by as well.
var (
	overTarget  = Setting{Name: "over", Title: model.Text{ZH: "偏高的界限（%）", EN: "limit above, in percent"}, Number: "130", Least: "100", Most: "1000"}
	underTarget = Setting{Name: "under", Title: model.Text{ZH: "偏低的界限（%）", EN: "limit below, in percent"}, Number: "70", Least: "0", Most: "100"}
)

func (r *review) limit(s *Setting) model.Decimal {
	if v, ok := r.cfg.Settings[settingKey("S010", s.Name)]; ok {
		return v.Number
	}
	return s.Number
}

// reasonGiven says whether a row explains its result: in the column of reasons
// or, in forms without one, in a column of remarks (说明, 备注).
func reasonGiven(i *model.Indicator) bool {
	if saysReason(i.Deviation) {
		return true
	}
	for _, e := range i.Extra {
		label := quantity.Folded(e.Label)
		if (strings.Contains(label, "说明") || strings.Contains(label, "备注") || strings.Contains(label, "原因")) && saysReason(e.Text) {
			return true
		}
	}
	return false
}

// saysReason tells a reason from 无, 已完成 and the like.
func saysReason(text string) bool {
	plain := plainReason(text)
	return plain != "" && !standards().reasons[plain]
}

func plainReason(text string) string {
	return strings.TrimRight(strings.Join(strings.Fields(quantity.Folded(text)), ""), "。.;；,，")
}

// ownStandard says whether the row prints how its points are given (评（扣）分标准):
// then it is not the general formula that counts.
func ownStandard(i *model.Indicator) bool {
	for _, e := range i.Extra {
		label := quantity.Folded(e.Label)
		if strings.Contains(label, "分标准") || strings.Contains(label, "评分") || strings.Contains(label, "计分") {
			return strings.TrimSpace(e.Text) != ""
		}
	}
	return false
}

// grouped says whether indicator k has a cell of its result together with the
// row above or below: a score for a group says nothing of one of them.
func grouped(p *model.Project, k int, fields ...string) bool {
	for _, field := range fields {
		if k > 0 && p.Shares(field, k-1, k) || k+1 < len(p.Indicators) && p.Shares(field, k, k+1) {
			return true
		}
	}
	return false
}
