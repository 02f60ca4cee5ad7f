package docx

import (
	"strconv"
	"strings"
	"time"

	"jxmb/parser/msword"
	"jxmb/parser/ooxml"
)

// shown is how a control shows a value that it is bound to; ok is false where
// that cannot be told, and what is stored in the control has to do.
func (b *binding) shown(value string) (text string, ok bool) {
	switch {
	case value == "":
		return "", true
	case b.kind == "date":
		return shownDate(value, b.format)
	case b.kind == "checkbox":
		return b.shownBox(value)
	case b.items[value] != "":
		return b.items[value], true
	}
	return value, true
}

// shownBox is the sign of a box: ☒ and ☐ where the control names no other.
func (b *binding) shownBox(value string) (string, bool) {
	checked := 0
	switch value {
	case "true", "1":
		checked = 1
	case "false", "0":
	default:
		return "", false
	}
	if b.states[checked] != "" {
		return b.states[checked], true
	}
	return [...]string{"☐", "☒"}[checked], true
}

// readState reads a w14:checkedState: a character by font and code.
func readState(s *ooxml.Scanner) string {
	font, _ := s.AnyAttribute("font")
	val, _ := s.AnyAttribute("val")
	code, err := strconv.ParseUint(string(val), 16, 16)
	if err != nil {
		return ""
	}
	text, _ := msword.SymbolText(s.Unescape(font), rune(code))
	return text
}

// dateLetters are the letters of a date format (ISO/IEC 29500-1 §17.16.4.1) that
// are written alike in every language, longest first, with their layouts.
var dateLetters = [...]struct{ letters, layout string }{
	{"yyyy", "2006"}, {"yy", "06"}, {"MM", "01"}, {"M", "1"}, {"dd", "02"}, {"d", "2"},
}

// shownDate writes an xsd:date or xsd:dateTime in a format of numbers.
func shownDate(value, format string) (string, bool) {
	day, err := time.Parse(time.DateOnly, value[:min(len(value), len(time.DateOnly))])
	if err != nil || format == "" {
		return "", false
	}
	var b strings.Builder
	for format != "" {
		if quoted, ok := strings.CutPrefix(format, "'"); ok {
			text, rest, _ := strings.Cut(quoted, "'")
			b.WriteString(text)
			format = rest
			continue
		}
		n := 0
		for _, l := range dateLetters {
			if strings.HasPrefix(format, l.letters) {
				n = len(l.letters)
				b.WriteString(day.Format(l.layout))
				break
			}
		}
		rest := format[n:]
		switch {
		case n > 0 && rest != "" && rest[0] == format[0]: // MMM: a name
			return "", false
		case n == 0 && (format[0]|0x20 >= 'a' && format[0]|0x20 <= 'z'):
			return "", false
		case n == 0:
			b.WriteByte(format[0])
			rest = format[1:]
		}
		format = rest
	}
	return b.String(), true
}
