package pdf

import (
	"slices"
	"strings"

	"jxmb/model"
)

// records are cells that a form labels by row and column, as the form reader
// keeps those it has no field for: "年度履职目标/部门职能", "总分/得分".
type records struct {
	label   string
	columns []string
	rows    [][]string // a cell for each column
	taken   int        // how many extras they are
}

// leadingRecords are the first of extra, as far as they share the label of
// their row. A column that comes again begins another row; one column alone
// makes no record.
func leadingRecords(extra []model.Extra) (records, bool) {
	const sideBySide = 7
	label, _, ok := labels(extra[0])
	if !ok {
		return records{}, false
	}
	r := records{label: label}
	at := map[string]int{} // of columns
	var filled []bool
	for _, e := range extra {
		shared, column, _ := labels(e)
		i, known := at[column]
		if shared != label || !known && len(at) == sideBySide {
			break
		}
		if !known {
			i, at[column] = len(r.columns), len(r.columns)
			r.columns, filled = append(r.columns, column), append(filled, false)
		}
		if len(r.rows) == 0 || filled[i] {
			if r.rows = append(r.rows, make([]string, sideBySide)); len(r.rows) == 2 && len(r.columns) == 1 {
				break // one label many times
			}
			clear(filled)
		}
		r.rows[len(r.rows)-1][i], filled[i] = e.Text, true
		r.taken++
	}
	return r, len(r.columns) > 1
}

// labels splits a label into those of row and column.
func labels(e model.Extra) (line, column string, ok bool) {
	at := strings.LastIndexByte(e.Label, '/')
	if at <= 0 || at == len(e.Label)-1 {
		return "", "", false
	}
	return e.Label[:at], e.Label[at+1:], true
}

// recordRows show records beside their label.
func (d *doc) recordRows(r records) []row {
	widths := slices.Repeat([]float64{(bodyWidth - labelWidth) / float64(len(r.columns))}, len(r.columns))
	var head row
	for _, c := range r.columns {
		head = append(head, labelCell(c))
	}
	rows := []row{append(row{labelOver(len(r.rows)+1, r.label)}, head.from(labelWidth, widths)...)}
	for _, texts := range r.rows {
		var line row
		for i := range r.columns {
			line = append(line, cell{text: texts[i]})
		}
		rows = append(rows, line.from(labelWidth, widths))
	}
	return rows
}
