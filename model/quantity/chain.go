package quantity

import (
	"strconv"

	"jxmb/model"
)

// chain adds up a Chinese numeral by place. The last multiplier bounds what
// may follow: 一百二 is 120, 五亿零六 is 500000006, 十一十二 is refused.
type chain struct {
	t                   *numerals
	p, start            int
	top, high, low, sec uint64 // 兆, 亿, 万 and the four places below
	cur                 uint64 // digit that waits for its multiplier
	has, zero, arabic   bool   // cur is set; 零 came before; cur is Arabic
	digits              int    // of an Arabic cur
	last                int    // power of the last of 十百千 in this section
	tail                int    // power that a lone last digit has: 1 in 一百二
	head                uint64 // what stood before the first 万 or 亿
	scale               int    // the scale while nothing followed it
	about, seen, bad    bool
}

// limit keeps products within 64 bits.
const limit = 90_000_000_000

func (c *chain) read() Numeral {
	for c.step() {
		c.p++
		c.seen = true
	}
	n := Numeral{Han: true, End: c.p, About: c.about}
	if c.p == c.start || c.bad {
		n.End = min(max(n.End, c.start+1), c.t.Size())
		return n
	}
	if !c.placeLast() {
		return n
	}
	total := c.top + c.high + c.low + c.sec + c.cur
	n.Number, n.Ok = model.Decimal(strconv.FormatUint(total, 10)), true
	if end := c.t.decimals(c.p, c.arabic); end > 0 {
		return c.fraction(n, end)
	}
	if c.scale > 0 && !c.has && c.sec == 0 {
		n.Number, n.Scale = model.Decimal(strconv.FormatUint(c.head, 10)), c.scale
	}
	return n
}

// placeLast gives the lone last digit its place: 一百二 is 120. It is false for an
// Arabic one, for 3万5 may be 35000 or a slip.
func (c *chain) placeLast() bool {
	if !c.has || c.zero || c.tail == 0 {
		return true
	}
	if !c.arabic {
		c.cur *= pow10(c.tail)
	}
	return !c.arabic || c.digits > 1
}

// fraction reads 点 and its digits, and a scale behind them: 一点五万.
func (c *chain) fraction(n Numeral, end int) Numeral {
	buf := append([]byte(n.Number), '.')
	buf = c.t.appendDigits(buf, c.p+1, end)
	number, err := model.ParseDecimal(string(buf))
	n.Number, n.Ok = number, err == nil
	n.Scale, n.End = c.t.multipliers(end)
	n.Ok = n.Ok && n.Scale <= maxScale
	return n
}

// step takes the glyph at p; false ends the numeral before it.
func (c *chain) step() bool {
	t := c.t
	if IsDigit(t.Rune(c.p)) {
		return c.arabicGroup()
	}
	switch k := t.Class(c.p); k.Kind {
	case Digit:
		return c.hanDigit(uint64(k.Value))
	case Ligature:
		return c.ligature(uint64(k.Value))
	case Tens:
		return c.multiplies() && c.ten(int(k.Value))
	case Big:
		return c.multiplies() && c.section(int(k.Value))
	case Trillion:
		return c.trillion()
	case AboutHan:
		more := !c.about && c.seen && t.AboutAt(c.p)
		c.about = c.about || more
		return more
	}
	return false
}

// ligature takes 廿 and 卅.
func (c *chain) ligature(tens uint64) bool {
	if c.has || c.last <= 1 {
		return false
	}
	c.sec += tens * 10
	c.last, c.tail = 1, 0
	return true
}

// trillion takes 兆 inside a numeral.
func (c *chain) trillion() bool {
	if !Places.Has(c.t.Class(c.p+1).Kind) || c.top > 0 || c.high > limit {
		return false
	}
	c.top = (c.high + c.low + c.sec + c.cur) * pow10(12)
	c.high, c.low, c.sec, c.cur, c.has, c.last, c.tail = 0, 0, 0, 0, false, 9, 11
	c.bad = c.top == 0 || c.top/pow10(12) > limit/1e6
	return !c.bad
}

// hanDigit takes 零 to 九.
func (c *chain) hanDigit(value uint64) bool {
	t := c.t
	switch {
	case t.Is(c.p, '两') && c.seen && !t.Multiplier(c.p+1):
		return false // 两 ends no numeral: 三十两 is a weight
	case c.has:
		c.bad = !c.arabic
		return false
	case value == 0:
		c.has = !c.seen && t.digitRun(c.p) == 1 && t.Class(c.p+1).Kind != Tens
		c.zero, c.tail = true, 0
		return true
	}
	c.cur, c.has, c.arabic = value, true, false
	return true
}

// multiplies reports a multiplier at p. Behind a Chinese digit 百分之 is no
// word of its own: 一百分之二 is 2 over 100.
func (c *chain) multiplies() bool {
	switch {
	case c.t.Multiplier(c.p) || c.places():
		return true
	case c.p == c.start:
		return c.t.scales(c.p)
	}
	return c.seen && !c.arabic && c.t.overFrom(c.p+1)
}

// places reports a scale whose digit waits for it behind a larger one: the 千
// of 一万二千米 counts its 二, and is no 千米.
func (c *chain) places() bool {
	k := c.t.Class(c.p)
	if k.Kind != Tens || !c.has || int(k.Value) >= c.last || !c.more() {
		return false
	}
	skips := !c.zero || c.last < 9 || k.Value < 3 // 零 skips a place: 三十万零二千米 has 零二, and 千米
	return skips && !c.t.Is(c.p+1, '分')
}

// arabicGroup takes Arabic digits behind a multiplier: 600 in 1万600.
func (c *chain) arabicGroup() bool {
	t := c.t
	if c.has || !c.seen && c.start == c.p || t.YearAt(c.p) {
		return false
	}
	end := t.Digits(c.p, 9)
	c.cur = uint64(t.DigitsValue(c.p, end))
	c.has, c.arabic, c.digits = true, true, end-c.p
	room := c.last
	if room == 9 {
		room = c.tail + 1
	}
	c.bad = c.digits > room || IsDigit(t.Rune(end)) || t.Is(end, '.')
	c.p = end - 1
	return !c.bad
}

// ten takes 十, 百 or 千.
func (c *chain) ten(power int) bool {
	if c.misplaced(power) {
		c.bad = true
		return false
	}
	if !c.has {
		if power > 1 && !c.zero && (c.seen || !c.t.Colloquial(c.p)) {
			c.bad = c.seen
			return false
		}
		c.cur = 1
	}
	c.sec += c.cur * pow10(power)
	c.cur, c.has, c.zero, c.last, c.tail = 0, false, false, power, power-1
	return true
}

// misplaced reports a place that cannot follow what was read: a larger one
// behind a smaller, one behind an estimate, one behind two Arabic digits.
func (c *chain) misplaced(power int) bool {
	if power >= c.last || c.about && !c.has && c.sec > 0 {
		return true
	}
	return c.has && c.cur > 9 && c.more()
}

// more reports that places were read before.
func (c *chain) more() bool { return c.top+c.high+c.low+c.sec > 0 }

// section takes 万 or 亿.
func (c *chain) section(power int) bool {
	v := c.sec + c.cur
	fresh := c.top+c.high+c.low == 0
	again := v == 0 && !fresh
	if v > limit || c.low > limit || again && c.high > limit {
		c.bad = true
	} else if fits := c.shift(power, v, again); !fits {
		c.bad = c.seen
		return false
	}
	switch {
	case fresh:
		c.head, c.scale = v, power
	case again && c.scale > 0:
		c.scale += power
	default:
		c.scale = 0
	}
	c.sec, c.cur, c.has, c.zero, c.last, c.tail = 0, 0, false, false, 9, power-1
	c.bad = c.bad || c.scale > maxScale
	return !c.bad
}

// shift multiplies what v, or what stood before it, by 万 or 亿; false where
// the places do not fit.
func (c *chain) shift(power int, v uint64, again bool) bool {
	if power == 4 {
		return c.myriad(v, again)
	}
	switch {
	case again && c.low == 0:
		c.high *= 1e8
	case c.low+v > 0 && c.high == 0:
		c.high, c.low = (c.low+v)*1e8, 0
	default:
		return false
	}
	return true
}

// myriad is shift by 万.
func (c *chain) myriad(v uint64, again bool) bool {
	switch {
	case again && c.low > 0:
		c.low *= 1e4
	case v > 0 && c.low == 0:
		c.low = v * 1e4
	default:
		return false
	}
	return true
}

// Colloquial reports a 百 or 千 that stands for 一百 or 一千: 近百人, 百余人,
// and 百三 as a whole text.
func (t *numerals) Colloquial(p int) bool {
	if t.Class(p).Kind != Tens || t.Word(p) > 1 {
		return false
	}
	next := t.Class(p + 1)
	if p == 0 {
		return next.Kind == AboutHan || len(t.glyphs) == 2 && next.Kind == Digit && next.Value > 0
	}
	counts := next.Kind == AboutHan || next.Kind == NoNumeral && t.Surface(p+1, RoleUnit) > 0
	return counts && t.In(p-1, "近约超达过")
}

func pow10(n int) uint64 {
	p := uint64(1)
	for range n {
		p *= 10
	}
	return p
}
