package value

import (
	"jxmb/model"
	"jxmb/model/quantity"
)

// nameOfDigits gives the glyph behind digits that only name something: a
// product of two (7X24, 7×24小时), a ratio (1:21); 0 for none. A row of the
// form keeps its number in front of a colon: 目标1:90%.
func (s *scan) nameOfDigits(n quantity.Numeral) int {
	p := n.End
	if n.Han || n.Scale > 0 || !quantity.IsDigit(s.Rune(p+1)) || s.Gap(p+1) {
		return 0
	}
	times := s.Is(p, 'X') || s.Is(p, 'x') || s.Is(p, '×') || s.Is(p, '*')
	if !times && !s.Is(p, ':') {
		return 0
	}
	end := p + 1
	for quantity.IsDigit(s.Rune(end)) || s.Is(end, '.') && quantity.IsDigit(s.Rune(end+1)) {
		end++
	}
	if times && s.Surface(end, quantity.RoleUnit) > 0 && s.IsTime(end) || times && !s.Is(p, '×') && !s.Is(p, '*') {
		return end
	}
	if !times && s.Surface(end, quantity.RoleUnit) == 0 && !s.Multiplier(end) {
		return end
	}
	return 0
}

// intoName reports a figure that runs into a name in letters: ≥90PM2.5达标率.
// It counts only where a statement answers it.
func (s *scan) intoName(n quantity.Numeral, lead quantity.Lead) bool {
	if lead == quantity.BehindWords || n.Scale > 0 || !quantity.IsLatin(s.Rune(n.End)) {
		return false
	}
	if _, ok := s.Latin(n.End); ok {
		return false
	}
	end := n.End
	for quantity.IsLatin(s.Rune(end)) || quantity.IsDigit(s.Rune(end)) || s.Is(end, '.') || s.Is(end, '-') || s.Is(end, '+') {
		end++
	}
	return quantity.IsHan(s.Rune(end))
}

// trim gives digits back to the name that a figure runs into: ≥95|12345热线,
// ≥95|2022年任务, ≥95|5G基站. The name of the indicator tells where; without it
// the digits do, or the statement.
func (s *scan) trim(figure, st *expression) {
	first := figure.plain
	for first > figure.from && !s.Gap(first) && (quantity.IsDigit(s.Rune(first-1)) || s.Is(first-1, '.')) {
		first--
	}
	if figure.kind != aNumber || figure.han || first == figure.plain {
		return
	}
	for cut := first + 1; cut <= figure.plain; cut++ {
		if quantity.IsDigit(s.Rune(cut-1)) && s.nameBegins(cut, figure, st, first) {
			s.cutAt(figure, first, cut)
			return
		}
	}
}

// nameBegins reports that the name behind a figure begins at cut.
func (s *scan) nameBegins(cut int, figure, st *expression, first int) bool {
	if s.hint.Name != "" && s.nameAt(cut) {
		return true
	}
	if cut == figure.plain {
		return false
	}
	if year, end := s.Year(cut); year > 0 && end == figure.plain && s.Is(end, '年') {
		return true
	}
	if s.Word(cut) > figure.plain-cut {
		return true
	}
	return cut == figure.plain-1 && quantity.IsLatin(s.Rune(figure.plain)) && s.Folded(first, cut) == string(st.number)
}

// nameAt reports that the name of the indicator stands at p, or a good part of
// the beginning of it.
func (s *scan) nameAt(p int) bool {
	name := quantity.Read(s.hint.Name)
	defer name.Release()
	n := 0
	for n < name.Size() && n < s.Size()-p && name.Rune(n) == s.Rune(p+n) {
		n++
	}
	const enough = 4 // glyphs; a bracket behind the name does not repeat in the cell
	return n >= min(enough, name.Size())
}

// cutAt ends the figure at a glyph inside its digits.
func (s *scan) cutAt(figure *expression, first, cut int) {
	n := s.Numeral(first, quantity.BehindWords)
	if n.End != cut {
		number, err := model.ParseDecimal(s.Folded(first, cut))
		if err != nil {
			return
		}
		n.Number = number
	}
	figure.number, figure.unit, figure.hasUnit = n.Number, quantity.Unit{}, false
	figure.end, figure.plain, figure.loose = cut, cut, false
}
