package msword

import (
	"strings"
	"unicode"
)

// PageNumber tells whether a line is but the number of a page: 第 1 页 共 3 页,
// - 1 -, Page 1.
func PageNumber(line string) bool {
	for _, word := range [...]string{"第", "共", "页", "Page", "page", "of"} {
		line = strings.ReplaceAll(line, word, "")
	}
	return !strings.ContainsFunc(line, unicode.IsLetter)
}
