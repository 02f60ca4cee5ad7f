// Package tsv reads the tables of words that are part of the program.
package tsv

import (
	"fmt"
	"strings"
)

// Each calls add with the columns of each row of a table: lines whose cells are
// set apart by tabs, of which the first and the last, often the source, are
// never empty. Empty lines and those that begin with # and a blank are no rows;
// a cell may begin with # as well (#REF!). An error names the table and the line,
// add gives the rest of it.
func Each(name, table string, columns int, add func(row []string) error) error {
	line := 0
	for text := range strings.Lines(table) {
		line++
		text = strings.TrimSuffix(text, "\n")
		if text == "" || text == "#" || strings.HasPrefix(text, "# ") {
			continue
		}
		row := strings.Split(text, "\t")
		if len(row) != columns || row[0] == "" || row[columns-1] == "" {
			return fmt.Errorf("%s:%d: want %d columns, the first and the last filled: %q", name, line, columns, text)
		}
		if err := add(row); err != nil {
			return fmt.Errorf("%s:%d: %w", name, line, err)
		}
	}
	return nil
}

// Must is [Each] of a table that only a wrong program can hold a fault in.
func Must(name, table string, columns int, add func(row []string) error) {
	if err := Each(name, table, columns, add); err != nil {
		panic("internal error: " + err.Error())
	}
}
