package quantity

import "strings"

// Filler gives the length of a placeholder at p: **, ××, XX, ○○, __, 待定.
func (t *Text) Filler(p int) int {
	if n := t.Surface(p, RoleFiller); n > 0 {
		whole := p == 0 && n == len(t.glyphs)
		if whole || IsHan(t.Rune(p)) && t.Rune(p) != '指' && t.Rune(p) != '目' {
			return n
		}
	}
	r, end := t.Rune(p), p
	if (r == '□' || r == '■') && t.ticked() {
		return 0
	}
	switch r {
	case '*', '×', '○', '□', '■', '▲', '△', '_', 'X', 'x':
		for t.Rune(end) == r {
			end++
		}
	case '指': // 指标1, a row of the form that nobody filled
		if n, after := t.Small(p+2, 99); p == 0 && t.Is(p+1, '标') && n > 0 && (after == len(t.glyphs) || t.Is(after, ':') || t.Is(after, '…') || t.Is(after, '.')) {
			return after - p
		}
		return 0
	default:
		return 0
	}
	n := end - p
	switch r {
	case 'X', 'x':
		edge := IsLatin(t.Rune(end)) || IsDigit(t.Rune(end)) || p > 0 && (IsLatin(t.Rune(p-1)) || IsDigit(t.Rune(p-1)))
		if edge || n == 1 && t.Surface(end, RoleUnit) == 0 {
			return 0
		}
	case '×', '_':
		if n == 1 {
			return 0
		}
	}
	return n
}

// ticked reports boxes of which one is chosen: ☑是□否.
func (t *Text) ticked() bool {
	return strings.ContainsAny(t.text, "☑☒√✓✔") || strings.Contains(t.text, "■") && strings.Contains(t.text, "□")
}
