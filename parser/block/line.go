package block

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"
)

// betweenTables is what stands on a line of its own between two tables: a
// title, an annex number, the number of a page, or that the table goes on.
var betweenTables = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`表\s*([（(][^（()）]{1,20}[）)])?$|^附[件表]\s*[\d一二三四五六七八九十]*\s*[:：]?$|` +
		`^[（(]?\s*(续表|(续|接)\s*上\s*[表页])\s*\d*\s*[）)]?$|^第\s*\d+\s*页|^[-—－]\s*\d+\s*[-—－]$|^\d{1,4}\s*/\s*\d{1,4}$`)
})

// BetweenTables tells whether a line that stands alone between two rows stands
// between two tables, by what it says.
func BetweenTables(line string) bool {
	line = strings.TrimSpace(line)
	return utf8.RuneCountInString(line) <= 40 && betweenTables().MatchString(line)
}
