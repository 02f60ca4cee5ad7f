package check

import (
	"strings"

	"jxmb/model"
	"jxmb/model/quantity"
)

// mention is a number with its unit found in running text: 445人, 106.8万元,
// 每人每年2400元, 0.2元/条.
type mention struct {
	number     model.Decimal // scales multiplied out: 106.8万元 is 1068000
	unit       string        // "元", or a counter: 人, 个, 条, 个月 …
	per        string        // what a price is for: 人, 个, 条 …; "" where the number is a plain sum or count
	each       string        // the period a price is for when it is not the year: 月, 天, 次 …
	text       string        // as written, with the 每人 that makes it a price
	start, end int           // byte range of number and unit in the text
}

func (m *mention) money() bool { return m.unit == "元" }
func (m *mention) sum() bool   { return m.money() && m.per == "" && m.each == "" }
func (m *mention) price() bool { return m.money() && m.per != "" }

// mentions reads the numbers of text that carry a unit, in their order. It
// passes over ranges (3至5万元), over shares, and over numbers without a unit
// it knows (years, document numbers). Of numerals in Chinese it takes sums
// alone, for 一个 and 三方面 count nothing that is paid for.
func mentions(text string) []mention {
	t := quantity.Read(text)
	defer t.Release()
	var out []mention
	last := 0 // glyph behind the mention before
	for p := 0; p < t.Size(); {
		p = t.Idle(p)
		n := t.NumeralAt(p)
		if n.End <= p {
			p++
			continue
		}
		u, ok := t.Unit(n.End, n.Scale)
		ok = ok && n.Ok && counts(&n, &u)
		end := n.End
		if ok {
			n.Number = t.Coins(n.Number, &u)
			end = u.End
		}
		if q := t.Joint(end); q > 0 && t.NumeralAt(q).Ok { // a range: pass over its second end
			p = t.NumeralAt(q).End
			continue
		}
		if ok {
			out = append(out, newMention(t, p, last, &n, &u))
			last = end
		}
		p = end
	}
	return out
}

// counts reports a unit that counts or pays: no date, no share, and in words a
// sum alone.
func counts(n *quantity.Numeral, u *quantity.Unit) bool {
	switch {
	case n.Ratio != quantity.NoRatio, u.Dimension == "ratio", u.Base == "":
		return false
	case u.Name == "年", u.Name == "日":
		return false
	case n.Han:
		return paysInWords(n, u)
	}
	return true
}

// paysInWords reports a sum: 五千元, but not the 一元 of 一元化.
func paysInWords(n *quantity.Numeral, u *quantity.Unit) bool {
	return u.Dimension == "money" && !(u.Name == "元" && n.Number == "1")
}

// newMention makes the numeral at p and its unit a mention, with the 每人 in
// front of a sum. What stands before the glyph from belongs to the mention
// before.
func newMention(t *quantity.Text, p, from int, n *quantity.Numeral, u *quantity.Unit) mention {
	m := mention{number: u.ToBase(n.Number), start: t.Offset(p), end: t.End(u.End)}
	counted, below, _ := strings.Cut(u.Base, "/")
	m.unit = counted
	if m.money() {
		for name := range strings.SplitSeq(below, "·") {
			m.pricedFor(name)
		}
		m.priceBefore(t, p, from)
	}
	m.text = t.String()[m.start:m.end]
	return m
}
