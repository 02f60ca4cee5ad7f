package value

import (
	"strings"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/model/quantity"
	"jxmb/parser/value/lex"
)

// doubts are the reasons why a number is not read as a target.
type doubts struct{ units }

// partial are the reasons that hold of every number: the reading is not all that is
// written.
var partial = []reason{
	{holds: (*doubts).broken},
	{holds: (*doubts).goesOnBehind, lacks: suffixed},
	{holds: (*doubts).pointless},
	{holds: (*doubts).doubled, lacks: inHan},
	{holds: (*doubts).lacksUnit, needs: unitless},
	{holds: (*doubts).noted, needs: unitless},
	{holds: (*doubts).bracketActs},
	{holds: (*doubts).dividedBehind, lacks: suffixed},
	{holds: (*doubts).twoCounts},
	{holds: (*doubts).partOf, needs: shared, lacks: inHan},
	{holds: (*doubts).grouped, lacks: inHan},
}

// beside are those that hold of the only number of a text: what stands beside it
// makes another number of it, or it is not what the text aims at.
var beside = []reason{
	{holds: (*doubts).calculated},
	{holds: (*doubts).unended},
	{holds: (*doubts).signed},
	{holds: (*doubts).apart},
	{holds: (*doubts).lost},
	{holds: (*doubts).enumerated, needs: inHan},
	{holds: (*doubts).dividedLater, needs: followed},
	{holds: (*doubts).unsigned, needs: led},
	{holds: (*doubts).dashed},
	{holds: (*doubts).symbolBefore, needs: unitless},
	{holds: (*doubts).goesOnInFront, needs: inHan},
	{holds: (*doubts).margin, needs: led},
	{holds: (*doubts).enclosed, needs: unbound},
	{holds: (*doubts).boundOutside, needs: unbound},
	{holds: (*doubts).contrary, needs: led},
	{holds: (*doubts).months, needs: unitless},
	{holds: (*doubts).dayInDigits, needs: unitless | unbound},
	{holds: (*doubts).dayOfYear, needs: unitless | unbound},
	{holds: (*doubts).dayOrMonth, needs: unitless | unbound},
	{holds: (*doubts).telephoned, needs: opening | unitless | unbound | lone},
	{holds: (*doubts).always, needs: led | followed | unitless | unbound},                        // part of a name, or a figure without its statement
	{holds: (*doubts).always, needs: led | followed | suffixed, lacks: timed | done},             // 全面消除年收入4600元以下贫困现象
	{holds: (*doubts).always, needs: opening | followed | few | inHan | unbound | lone},          // 三个到位
	{holds: (*doubts).always, needs: quoted | followed | inHan | unbound | lone},                 // “三项制度”
	{holds: (*doubts).always, needs: followed | describing, lacks: done},                         // 500千伏线路, 0-6岁儿童健康水平
	{holds: (*doubts).thereafter, needs: followed},                                               // 核查3次后整改
	{holds: (*doubts).conditional, needs: followed},                                              // 超5%的不予报销
	{holds: (*doubts).opens, needs: opening | followed | unitless | unbound | lone, lacks: done}, // 110接警
}

// broken reports operators or bounds that contradict each other, and a figure that
// runs into a name.
func (s *doubts) broken(e *expression) bool { return e.bad || e.loose }

// calculated reports a factor of a product, a part of a formula, an arrow, and a
// character that was lost: 3×4, 1+N, 3%↑.
func (s *doubts) calculated(e *expression) bool { return s.In(e.end, "*×+↑↓�") }

// unended reports a range without a second number: 10~若干个.
func (s *doubts) unended(e *expression) bool {
	return s.Is(e.end, '~') || s.Is(e.end, '-') && e.end+1 < s.Size()
}

// signed reports an operator behind the number, or a second sign in front: 10个≥,
// 90%等于, --3, ＞/=90%; and a dash that only joins the number to what it is the last
// part of: 6.1.2-6.30, COVID-19.
func (s *doubts) signed(e *expression) bool {
	if s.At(e.last).Kind == lex.OperatorToken || s.In(e.from-1, "↑↓-+/~#»«?□☐") || s.Has(e.from-2, "..") || s.Has(e.end, "等于") {
		return true
	}
	return s.Is(e.from, '-') && (s.Digit(e.from-1) || quantity.IsLatin(s.Rune(e.from-1)))
}

// apart reports an operator in front that what stands between keeps from the number: ≥_90%.
func (s *doubts) apart(e *expression) bool {
	return s.Reads(e.first-2, lex.OperatorToken, lex.MarkToken)
}

// lost reports what a converter or a font made of a character in front that it did not
// have, or an empty box: ?95% was ≥95%, perhaps.
func (s *doubts) lost(e *expression) bool { return s.In(s.At(e.last-1).From-1, "?□☐�") }

// boundOutside reports a bound of the words in front of a bracket that the number ends:
// 控制在警戒线（120%）以内.
func (s *doubts) boundOutside(e *expression) bool {
	return s.Is(e.end, ')') && s.Surface(e.end+1, quantity.RoleSuffix) > 0
}

// enumerated reports a numeral in front that the number goes on from: 三、四个.
func (s *doubts) enumerated(e *expression) bool {
	before := s.Class(e.from - 2)
	return s.Is(e.from-1, '、') && quantity.Places.Has(before.Kind) && before.Value+1 == s.Class(e.from).Value
}

// dividedLater reports what the number is counted by, behind the words that say what of:
// 300元补助/人, 300元补助每人.
func (s *doubts) dividedLater(e *expression) bool {
	p := s.behind(e).End
	u, ok := s.BareUnit(p+1, 0)
	return ok && s.In(p, "/每") && u.End == s.Size()
}

// unsigned reports a sign in front of the words in front of the number, which may be
// its own: ≥“双百”工程2个.
func (s *doubts) unsigned(e *expression) bool {
	t := &s.Tokens[0]
	if t.Kind != lex.OperatorToken || e.strength == quantity.Sign {
		return false
	}
	return s.Operator(t.Row).Strength == quantity.Sign
}

// dashed reports a long dash in front, which parts rather than makes negative: ≥—90%.
func (s *doubts) dashed(e *expression) bool {
	from := s.At(e.last - 1).From
	return s.Is(from, '-') && strings.HasPrefix(s.Source(from, e.end), "—")
}

// symbolKinds are the tokens that the symbol of a unit is.
var symbolKinds = lex.KindsOf(lex.TextToken, lex.MarkToken)

// symbolBefore reports the symbol of a unit in front of a bare number: ㎡100, %5.
func (s *doubts) symbolBefore(e *expression) bool {
	t := s.At(e.first - 1)
	if !symbolKinds.Has(t.Kind) || s.Han(t.From) {
		return false
	}
	u, ok := s.BareUnit(t.From, 0)
	pollutant := e.operator != model.NoOperator && u.Dimension == u.Name // COD≤30
	return ok && u.End == t.End && !pollutant
}

// goesOnInFront reports a numeral that begins in front of the number: 百八十人.
func (s *doubts) goesOnInFront(e *expression) bool {
	return quantity.Scales.Has(s.Class(e.from - 1).Kind)
}

// goesOnBehind reports a numeral right behind the number: 3次5.
func (s *doubts) goesOnBehind(e *expression) bool {
	p := e.end
	switch s.Class(p).Kind {
	case quantity.NoNumeral, quantity.Half:
		return s.Digit(p) && !s.Gap(p) || s.Is(p, '○') // 一○○人
	}
	return !s.Hides(p, false) || s.Multiplier(p)
}

// pointless reports a point with a scale or digits behind that are no part of the
// number: 3.万, 99. 5%.
func (s *doubts) pointless(e *expression) bool {
	return s.Is(e.end, '.') && (s.Multiplier(e.end+1) || s.Digit(e.end+1))
}

// doubled reports a scale that is written twice, in the cell and in what it was pasted
// into: 20万万元.
func (s *doubts) doubled(e *expression) bool {
	return e.unit.Base != "" && s.Is(e.plain, s.Rune(e.plain+1)) && s.In(e.plain, "百万亿") // 10万万 is 10亿
}

// lacksUnit reports a unit that the bare number in front of it did not get: 90以上%,
// 0.5.%.
func (s *doubts) lacksUnit(e *expression) bool {
	p := s.SkipRune(e.end, '.')
	return s.Surface(p, quantity.RoleUnit) >= max(1, s.Word(p)) && !s.verbAt(p)
}

// noted reports a unit behind a short bracket: 3（含税）万元.
func (s *doubts) noted(e *expression) bool {
	return s.Is(e.end, '(') && s.UnitBehindBracket(e.end)
}

// bracketActs reports a bracket behind the number that makes another target of it: an
// operator, a unit that the number lacks, or what it is counted by: 3（不少于），
// 90以上（%）, 3（每年）, 3次（/年）.
func (s *doubts) bracketActs(e *expression) bool {
	p := e.end + 1
	if !s.Is(e.end, '(') {
		return false
	}
	if s.In(p, "每/") {
		return e.unit.Dimension != "ratio" && !s.spells(e.last+1) // 5‰（每千人）, 4次（每季度1次）
	}
	n := max(s.Surface(p, quantity.RolePrefix), s.Surface(p, quantity.RoleSuffix))
	if !e.hasUnit {
		n = max(n, s.Surface(p, quantity.RoleUnit))
	}
	return n > 0 && s.Is(p+n, ')')
}

// spells reports a bracket, opened in front of token i, that says of a number how it
// comes about.
func (s *doubts) spells(i int) bool {
	return s.Reads(i, lex.PerToken, lex.QuantityToken, lex.CloseToken) || s.Reads(i, lex.PerToken, lex.OperatorToken, lex.QuantityToken, lex.CloseToken)
}

// dividedBehind reports a slash behind the number that no unit goes on with: 500元整/人,
// 3次/120人, and a 每 with nothing behind.
func (s *doubts) dividedBehind(e *expression) bool {
	if p := s.SkipRune(e.end, '整'); !s.Is(p, '/') {
		return s.Is(p, '每') && p+1 == s.Size() // 100元每
	}
	return e.unit.Dimension != "ratio" || !s.IsTime(e.end+1) // 10%/年
}

// twoCounts reports a slash between two numbers of things that are counted, of which the
// second is no round measure for the first as 50户, 5万 or 2周 is: 10.5公里/3条.
func (s *doubts) twoCounts(e *expression) bool {
	if !e.unit.Compound || e.number == "1" {
		return false
	}
	_, below, _ := strings.Cut(e.unit.Name, "/")
	name := strings.TrimLeft(below, "0123456789.")
	number := strings.TrimSuffix(below, name)
	if number == "" || quantity.TimeUnit(name) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(name)
	figures := len(strings.TrimRight(number, "0"))
	return figures > 1 || figures == len(number) && !quantity.Scales.Has(quantity.ClassOf(first).Kind)
}

// partOf reports a fraction with a slash of something that is counted, where it
// is no percentage: ≥1/2次, and ≥1/2 under 会议次数.
func (s *doubts) partOf(e *expression) bool {
	if !s.Some(e.from, e.end, isSlash) {
		return false
	}
	u, _, ok := s.surrounding()
	return s.Surface(e.end, quantity.RoleUnit) > 0 || ok && u.Dimension != "ratio"
}

// grouped reports three digits behind a point of what is counted one by one:
// 1.500人 may be 1500.
func (s *doubts) grouped(e *expression) bool {
	if !s.Is(e.plain-4, '.') || s.Digits(e.plain-3, 3) != e.plain || e.number.Cmp("1") < 0 {
		return false
	}
	u := e.unit
	if !e.hasUnit {
		u, _, _ = s.surrounding()
	}
	return u.Dimension == "count" && u.Exp == 0 && !u.Compound && u.Name != "分"
}

func isSlash(r rune) bool { return r == '/' }
