package quantity

import (
	"strconv"
	"strings"

	"jxmb/model"
)

// Denominators reads /月, 每人, 每人每年, ·月 and *月 behind a unit. The first is
// joined with "/", the others with "·": 元/人·月.
func (t *units) Denominators(u Unit) (Unit, bool) {
	for range 4 {
		p := u.End
		if u.Dimension == "ratio" || u.Dimension == "age" && t.Is(p, '每') { // 80-89岁每人50元
			break
		}
		if t.Has(p, "(每") { // 1000元（每人每月）
			inner := u
			inner.End = p + 1
			if inner, _ = t.Denominators(inner); inner.End > p+1 && t.Is(inner.End, ')') {
				inner.End++
				return inner, true
			}
			break
		}
		q := t.over(u)
		name, end := t.denominatorGroup(q, !u.Compound)
		if q == 0 || name == "" || u.alternates(name) {
			break
		}
		if !u.countedBy(name) { // 次/年(每年)
			u.Divide(name)
		}
		u.End = end
	}
	return u, true
}

// over gives the glyph behind the mark that another denominator of u follows,
// 0 where none does. Behind a denominator a unit of time needs no mark: 元/人年.
func (t *units) over(u Unit) int {
	p := u.End
	switch {
	case t.In(p, "/.·") && t.Is(p+1, '每'): // 元/人.每天
		return p + 2
	case t.Among(p, per), t.Is(p, '\\') && t.Han(p+1):
		return p + 1
	case u.Compound:
		return t.overMore(p)
	case u.Dimension == "money" && t.personTime(p):
		return p
	}
	return 0
}

// personTime reports 人天 or 人次 at p with no word behind: 150元人天.
func (t *units) personTime(p int) bool {
	if !t.Is(p, '人') || t.Surface(p, RoleUnit) < 2 {
		return false
	}
	u, ok := t.atom(p)
	return ok && (u.Name == "人次" || personTimes[u.Name] != "") && !t.Han(u.End)
}

// overMore is over behind a denominator: 元/人·月, 元/人.天, 元/人*月, 元/人年.
func (t *units) overMore(p int) int {
	switch {
	case t.Is(p, '·'), t.In(p, ".、") && t.IsTime(p+1), t.Has(p, ".次"), t.In(p, "*×") && t.Surface(p+1, RoleUnit) > 0:
		return p + 1
	}
	if t.IsTime(p) && t.Class(p).Kind == NoNumeral && !t.Han(p+t.Surface(p, RoleUnit)) {
		return p
	}
	return 0
}

// denominatorGroup reads one denominator, or two in brackets: 元/(人·天).
func (t *units) denominatorGroup(p int, brackets bool) (name string, end int) {
	if !brackets || !t.Is(p, '(') {
		return t.Denominator(p)
	}
	name, end = t.Denominator(p + 1)
	if name != "" && t.In(end, "·/*") {
		if second, after := t.Denominator(end + 1); second != "" {
			name, end = name+"·"+second, after
		}
	}
	if !t.Is(end, ')') {
		return "", p
	}
	return name, end + 1
}

// Divide adds a denominator to the canonical spelling.
func (u *Unit) Divide(by string) {
	if head, below, compound := strings.Cut(u.Name, "/"); compound {
		base, _, _ := strings.Cut(u.Base, "/")
		if vocab().isTime(below) && !vocab().isTime(by) { // time goes last
			below = by + "·" + below
		} else {
			below += "·" + by
		}
		u.Name, u.Base = head+"/"+below, base+"/"+below
	} else {
		u.Name, u.Base = u.Name+"/"+by, u.Base+"/"+by
	}
	u.Compound = true
	u.Factor = ""
}

// CountedBy divides u by what 每 names in front of the number, unless the unit
// says so itself: 每头100元/头. Time goes last: 每月500元/人 is 元/人·月.
func (u *Unit) CountedBy(by string) {
	if head, _, _ := strings.Cut(u.Name, "/"); head == by || u.countedBy(by) {
		return
	}
	for one := range strings.SplitSeq(by, "·") {
		u.Divide(one)
	}
}

// countedBy reports a denominator that u has.
func (u *Unit) countedBy(name string) bool {
	_, below, _ := strings.Cut(u.Name, "/")
	return strings.Contains("·"+below+"·", "·"+name+"·")
}

// alternates reports a denominator that is another number of u, and no part of it
// as 100元 is: 500元/300元.
func (u *Unit) alternates(name string) bool {
	number, same := strings.CutSuffix(name, u.Name)
	return same && number != "" && IsDigit(rune(number[0])) && strings.TrimRight(number, "0百千万亿") != "1"
}

// isTime reports the name of a unit of time.
func (v *vocabulary) isTime(name string) bool {
	for i := range v.units {
		if v.units[i].surface == name {
			return strings.HasPrefix(v.units[i].Dimension, "time:")
		}
	}
	return false
}

// TimeUnit reports the name of a unit of time.
func TimeUnit(name string) bool { return vocab().isTime(name) }

// personTimes are the counts of 人 times a unit of time, which a denominator
// takes apart: 元/人天 is 元/人·天.
var personTimes = map[string]string{"人年": "人·年", "人月": "人·月", "人天": "人·天", "人日": "人·日", "人时": "人·小时"}

// Denominator reads what one unit is counted against: 人, 万人, 50万元, 两年,
// 10万. A number is kept as a decimal, except one, which says nothing.
func (t *units) Denominator(p int) (string, int) {
	start := p
	number, p := t.denominatorNumber(p)
	p, scale := t.scaleAt(p, 0)
	number = scaled(number, scale)
	u, ok := t.atom(p)
	switch {
	case u.Dimension == "ratio" || u.Compound:
		return "", start
	case ok && personTimes[u.Name] != "":
		return number + personTimes[u.Name], u.End
	case ok:
		return number + u.Name, u.End
	case scale >= 3 && (!IsHan(t.Rune(p)) || t.Followed(p)) && !IsLatin(t.Rune(p)):
		return number, p // 16/10万
	}
	if u = t.UnknownAtom(p, 4); p == start && u.End > p {
		return u.Name, u.End
	}
	return "", start
}

// scaled spells a number with a scale behind: 20/十万 is 20/10万.
func scaled(number string, scale int) string {
	if number == "" && scale == 5 {
		return "10" + ScaleNames[4]
	}
	return number + ScaleNames[scale]
}

// denominatorNumber reads the number of a denominator, "" for none or one.
func (t *units) denominatorNumber(p int) (string, int) {
	n := Numeral{}
	switch c := t.Class(p); {
	case IsDigit(t.Rune(p)):
		n = t.arabic(p, BehindWords)
	case c.Kind == Digit && t.Word(p) < 2, c == Ten && !t.Multiplier(p):
		if value, end := t.smallHan(p); value > 0 {
			n = Numeral{Number: model.Decimal(strconv.Itoa(value)), End: end, Ok: true}
		}
	}
	if !n.Ok {
		return "", p
	}
	if n.Number == "1" {
		return "", n.End
	}
	return string(n.Number), n.End
}

// Population reads /10万 directly behind a number, and /人 where the number has
// no unit of its own: rates are counted against a population, 1500/人 in money
// that the cell leaves out.
func (t *units) Population(p int) (Unit, bool) {
	if !t.Among(p, per) {
		return Unit{}, false
	}
	name, end := t.Denominator(t.SkipRune(p+1, '每'))
	if name == "" || !t.Multiplier(end-1) && t.Surface(p+1, RoleUnit) == 0 {
		return Unit{}, false
	}
	u := Unit{End: end}
	u.Divide(name)
	if t.Is(p, '/') {
		return u, true
	}
	u, _ = t.Denominators(u)
	return u, u.End == t.Size() // 500每人每月; not ≥500每人补助500元
}

var per = []rune("/每")
