package label

import (
	"strings"
	"unicode/utf8"
)

// NumberedName reads a numbered line that may name a project: （一）老旧电梯更新, 项目一：…. It gives
// the number and where the name begins, 0 for any other line: those that end in a stop,
// hold a label, or speak of the parts of a form.
func NumberedName(text string) (number, from int) {
	n, ok := LeadingNumber(text)
	if !ok {
		n, ok = projectNumber(text)
	}
	rest := Trim(text[n.End:])
	if !ok || rest == "" || utf8.RuneCountInString(rest) > longestName || strings.ContainsAny(rest, ":：;；。") {
		return 0, 0
	}
	if listed(rest, "part of a form", strings.Contains) {
		return 0, 0
	}
	return n.Value, n.End
}

// projectNumber reads 项目一： at the start of a line.
func projectNumber(text string) (n number, ok bool) {
	behind, ok := strings.CutPrefix(text, "项目")
	value, _, digits := Count(behind)
	mark, width := utf8.DecodeRuneInString(behind[digits:])
	if !ok || digits == 0 || mark != ':' && mark != '：' {
		return n, false
	}
	return number{styleNamed, value, len(text) - len(behind) + digits + width}, true
}

// longestName bounds the characters of a project's name in a line.
const longestName = 40
