package pdf

import (
	"slices"

	"jxmb/model"
	"jxmb/render/view"
)

// money is what a form says of each kind of funds, as a matrix: 年度资金总额 by
// 年初预算数, 全年执行数, 执行率, 得分.
type money struct {
	lines   []moneyLine // in the order of the form, as are the columns
	columns []string    // one is "" where the form names none
	cells   map[moneyKey]moneyCell
	seen    map[moneyKey]bool // lines without a column, columns without a line
}

// moneyLine is a row; nth tells rows with the same label apart, from 0.
type moneyLine struct {
	label string
	nth   int
}

type moneyKey struct {
	moneyLine
	column string
}

// moneyCell is a sum, or the text of another cell of its row.
type moneyCell struct {
	amount *model.Amount
	text   string
}

// newMoney puts the lines of a budget in order, with the cells that stand in
// their rows: the form keeps those it has no field for as "row/column". The
// others of extra come back.
func newMoney(lines []model.BudgetLine, extra []model.Extra) (money, []model.Extra) {
	m := money{cells: map[moneyKey]moneyCell{}, seen: map[moneyKey]bool{}}
	times := map[[2]string]int{}
	for i := range lines {
		key := [2]string{lines[i].Label, lines[i].Column}
		m.put(moneyLine{lines[i].Label, times[key]}, lines[i].Column, moneyCell{amount: &lines[i].Amount})
		times[key]++
	}
	var rest []model.Extra
	for _, e := range extra {
		label, column, _ := labels(e)
		line := moneyLine{label: label}
		_, taken := m.cells[moneyKey{line, column}]
		if taken || !m.seen[moneyKey{moneyLine: line}] {
			rest = append(rest, e)
			continue
		}
		m.put(line, column, moneyCell{text: e.Text})
	}
	return m, rest
}

func (m *money) put(line moneyLine, column string, c moneyCell) {
	if key := (moneyKey{moneyLine: line}); !m.seen[key] {
		m.seen[key] = true
		m.lines = append(m.lines, line)
	}
	if key := (moneyKey{moneyLine{nth: -1}, column}); !m.seen[key] {
		m.seen[key] = true
		m.columns = append(m.columns, column)
	}
	m.cells[moneyKey{line, column}] = c
}

// wide tells a matrix from a list.
func (m *money) wide() bool { return len(m.columns) > 1 }

// moneyRows show the matrix beside its label, or a list with two sums a row.
// Sums in unit, which stands above the form, go without it.
func (d *doc) moneyRows(label string, m money, unit string) []row {
	const sideBySide = 7
	switch {
	case len(m.lines) == 0:
		return nil
	case !m.wide():
		return d.moneyList(label, m, unit)
	}
	var rows []row
	for columns := range slices.Chunk(m.columns, sideBySide) {
		rows = append(rows, d.moneyMatrix(label, m, columns, unit)...)
	}
	return rows
}

func (d *doc) moneyMatrix(label string, m money, columns []string, unit string) []row {
	const lineWidth = 112
	widths := []float64{lineWidth}
	head := row{labelCell("")}
	for _, c := range columns {
		head, widths = append(head, labelCell(c)), append(widths, (bodyWidth-labelWidth-lineWidth)/float64(len(columns)))
	}
	rows := []row{append(row{labelOver(len(m.lines)+1, label)}, head.from(labelWidth, widths)...)}
	for _, line := range m.lines {
		r := row{{text: line.label, style: bold, color: blue, fill: shade}}
		for _, column := range columns {
			r = append(r, d.moneyCell(m.cells[moneyKey{line, column}], unit))
		}
		rows = append(rows, r.from(labelWidth, widths))
	}
	return rows
}

func (d *doc) moneyList(label string, m money, unit string) []row {
	var rows []row
	for pair := range slices.Chunk(m.lines, 2) {
		var cells []cell
		for _, line := range pair {
			name := line.label
			if c := m.columns[0]; c != "" {
				name += "（" + c + "）"
			}
			cells = append(cells, labelCell(name), d.moneyCell(m.cells[moneyKey{line, m.columns[0]}], unit))
		}
		rows = append(rows, spread(labelWidth, cells...))
	}
	rows[0] = append(row{labelOver(len(rows), label)}, rows[0]...)
	return rows
}

func (d *doc) moneyCell(c moneyCell, unit string) cell {
	out := cell{text: c.text, align: 'R', fit: true}
	switch a := c.amount; {
	case a == nil:
		out.align = 'C'
	case a.Unit == unit && a.Number != "":
		out.text = a.Number.Grouped(2)
	default:
		out.text = view.Amount(a)
	}
	return out
}
