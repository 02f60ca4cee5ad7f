package quantity

import (
	"fmt"
	"strconv"
	"unicode/utf8"

	"jxmb/model"
)

// numerals reads numbers: digits, numerals in Chinese, fractions, powers of ten.
type numerals struct{ folded }

// NumeralKind is what a character does in a Chinese numeral.
type NumeralKind uint8

const (
	NoNumeral NumeralKind = iota
	Digit                 // 零 to 九
	Tens                  // 十 百 千
	Big                   // 万 亿
	Trillion              // 兆
	Ligature              // 廿 卅
	Point                 // 点
	AboutHan              // 余 多 几
	Half                  // 半
	Minus                 // 负
)

// Kinds is a set of kinds.
type Kinds uint16

const (
	Scales   = Kinds(1<<Tens | 1<<Big)   // 十 百 千 万 亿
	Places   = Kinds(1<<Digit | 1<<Tens) // what a place of a numeral begins with
	NoNumber = Kinds(1<<NoNumeral | 1<<Half)
)

// Has reports a kind of the set.
func (k Kinds) Has(kind NumeralKind) bool { return k>>kind&1 != 0 }

// NumeralRow is a row of numerals.tsv: digits carry their value, tens and big
// their power of ten.
type NumeralRow struct {
	Kind  NumeralKind
	Value uint8
}

// Ten is the class of 十.
var Ten = NumeralRow{Kind: Tens, Value: 1}

// maxDigits bounds a numeral. No sum of money has sixty digits; a longer run
// is noise, and is kept as text.
const maxDigits = 60

// Ratio is the denominator that a numeral itself names.
type Ratio uint8

const (
	NoRatio   Ratio = iota
	Percent         // 百分之, 成, 五分之三
	Permille        // 千分之
	Permyriad       // 万分之
)

// Lead is what stands directly in front of a numeral; it decides what commas
// and slashes in it mean.
type Lead uint8

const (
	BehindWords    Lead = iota
	AtStart             // nothing: 12，000元 is one number
	BehindOperator      // ≥: 12，000 as well, and 3/5 is a fraction
)

// Numeral is a number as written.
type Numeral struct {
	Number model.Decimal
	Scale  int   // a trailing 万, 亿 … as a power of ten, left to the unit: 4 in 两万元
	Ratio  Ratio // 百分之九十 is 90 and percent
	About  bool  // 余, 多, 几: more than the number
	Han    bool  // written in Chinese numerals
	Plain  int   // glyph behind the digits, in front of the scale; 0 where none is left to the unit
	End    int   // glyph after the numeral
	Ok     bool  // false: not a number, or none that a decimal can hold
}

// isCount reports a number that leaves no scale to a unit and is no share.
func (n *Numeral) isCount() bool { return n.Scale == 0 && n.Ratio == NoRatio }

func (v *vocabulary) addNumerals(rows [][]string) error {
	kinds := map[string]NumeralKind{
		"digit": Digit, "tens": Tens, "big": Big, "trillion": Trillion, "ligature": Ligature,
		"point": Point, "about": AboutHan, "half": Half, "minus": Minus,
	}
	for _, row := range rows {
		r, n := utf8.DecodeRuneInString(row[0])
		kind, known := kinds[row[1]]
		value, err := strconv.ParseUint(row[2], 10, 8)
		if n != len(row[0]) || !known || err != nil {
			return fmt.Errorf("malformed row %q", row)
		}
		if v.folding.rune(r) != r {
			return fmt.Errorf("dead row: %q is not in folded spelling", row[0])
		}
		i := r - firstHan
		if i < 0 || int(i) >= len(v.numerals) {
			return fmt.Errorf("%q is no Chinese character", row[0])
		}
		if v.numerals[i].Kind != NoNumeral {
			return fmt.Errorf("duplicate surface %q", row[0])
		}
		v.numerals[i] = NumeralRow{kind, uint8(value)}
	}
	return nil
}

// Numerals in Chinese lie between 〇 and the end of the unified ideographs.
const (
	firstHan = 0x3007
	lastHan  = 0x9FFF
)

// IsNumeral says whether a rune, folded, may stand in a Chinese numeral.
func IsNumeral(r rune) bool { return vocab().numeralAt(r).Kind != NoNumeral }

// numeralAt classifies a rune.
func (v *vocabulary) numeralAt(r rune) NumeralRow {
	if i := uint32(r - firstHan); i < uint32(len(v.numerals)) {
		return v.numerals[i]
	}
	return NumeralRow{}
}

// ClassOf is the numeral class of a folded rune.
func ClassOf(r rune) NumeralRow { return vocab().numeralAt(r) }

// Class is the numeral class of the glyph at p.
func (t *folded) Class(p int) NumeralRow {
	if uint(p) >= uint(len(t.glyphs)) {
		return NumeralRow{}
	}
	return t.v.numeralAt(t.glyphs[p].r)
}

// Numeral reads the longest numeral at p: sign, number, and the fraction
// words after it.
func (t *numerals) Numeral(p int, lead Lead) Numeral {
	negative := t.Is(p, '-') || t.Class(p).Kind == Minus
	if negative || t.Is(p, '+') {
		p++
	}
	n := t.unsigned(p, lead)
	if n.Ok && negative {
		n.Number = n.Number.Neg()
	}
	return n
}

// largestPower spells 10 to the power of maxScale; its beginnings are the
// smaller ones.
const largestPower = "10000000000000000"

func (t *numerals) unsigned(p int, lead Lead) Numeral {
	if n, ok := t.scaleAlone(p); ok {
		return n
	}
	n := t.Positional(p, lead)
	if !n.Ok {
		return n
	}
	return t.withFraction(n, lead)
}

// scaleAlone reads a numeral that begins with a half or a scale instead of a
// count: 半年, 百分百, 百分之.
func (t *numerals) scaleAlone(p int) (n Numeral, ok bool) {
	switch t.Class(p).Kind {
	case Half:
		return Numeral{Number: "0.5", Han: true, End: p + 1, Ok: t.IsTime(p + 1)}, true
	case Tens, Big:
		if t.Hundred(p) {
			return Numeral{Number: "100", Ratio: Percent, Han: true, End: p + 3, Ok: true}, true
		}
		if power, end := t.PowerOver(p); power > 0 {
			return t.fraction(Numeral{Number: model.Decimal(largestPower[:1+power]), Han: true, End: end, Ok: true}), true
		}
	}
	return n, false
}

// withFraction reads what makes a fraction of the count n: 三分之一, 1/3, 一又二分之一,
// 三成, 一半.
func (t *numerals) withFraction(n Numeral, lead Lead) Numeral {
	switch t.Rune(n.End) {
	case '分':
		if t.overFrom(n.End) {
			return t.fraction(n)
		}
	case '/':
		if lead == BehindOperator {
			return t.slash(n)
		}
	case '又':
		return t.mixedFraction(n)
	case '成':
		return t.tenths(n)
	case '半':
		if n.Number == "1" && n.Han && !t.IsTime(n.End+1) {
			return Numeral{Number: "50", Ratio: Percent, Han: true, End: n.End + 1, Ok: true}
		}
	}
	return n
}

// NumeralAt reads a numeral that begins at p and no earlier: Ok is false, and
// End is p, behind a digit, a letter or a scale that it would cut in two.
func (t *numerals) NumeralAt(p int) Numeral {
	begins := t.Numeric(p) || t.Is(p, '.') && t.Digit(p+1)
	if !begins || t.goesOnFrom(p) || t.Word(p) > 1 {
		return Numeral{End: p}
	}
	return t.unsigned(p, BehindWords)
}

// goesOnFrom reports that what stands at p goes on a numeral or a run of letters
// in front of it.
func (t *numerals) goesOnFrom(p int) bool {
	return t.Class(p-1).Kind != NoNumeral || t.letter(p-1) && !t.Gap(p)
}

// Joint gives the glyph behind a dash or 至 at p, 0 where there is none.
func (t *folded) Joint(p int) int {
	switch {
	case t.Has(p, "--"): // —— folds to two
		return p + 2
	case t.Among(p, joints):
		return p + 1
	}
	return 0
}

var joints = []rune("-~至到")
