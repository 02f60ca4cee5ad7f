package msword

import (
	"strings"
	"unicode"
)

// bulletSigns are the signs that say something of the text behind them also as bullets:
// ≥ in front of 90%, a box that is ticked.
const bulletSigns = "≥≤≧≦⩾⩽><＞＜=＝±≈≠☑☒"

// bullet is the text of a bullet, "" where it only adorns: signs that compare and boxes
// that are ticked are text, and so are words.
func bullet(text string) string {
	text = string(AppendShown(nil, []byte(text), 0, func(string, rune) {}))
	says := strings.ContainsFunc(text, func(c rune) bool {
		return strings.ContainsRune(bulletSigns, c) || unicode.Is(unicode.Han, c) && c != '口'
	})
	if !says {
		return ""
	}
	return text
}
