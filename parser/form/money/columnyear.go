package money

import (
	"cmp"

	"jxmb/model"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
)

// columnTime is the time that the head of a column of amounts names: its side, and its
// year, 0 where it names none or several.
func columnTime(col *amountColumn) (term string, year int) {
	term, _ = label.TimeAlone(col.head.Text)
	if term != label.TermLong {
		year = draft.YearIn(label.Trim(col.head.Text))
	}
	return term, year
}

// settleYears tells which of the columns, some of which name years, are of the budget:
// 2023年 | 2024年 | 2025年 | 合计 in the form of 2024. The others are lines of it. Sums are
// heads of the row that are none of a year.
func (r *Ledger) settleYears(columns, sums []amountColumn) []amountColumn {
	planned, years, this := cmp.Or(r.Year, r.Stated), 0, false
	for i := range columns {
		col := &columns[i]
		term, year := columnTime(col)
		col.term = term
		if year > 0 {
			col.term = label.TermAnnual
			years++
		}
		this = this || year > 0 && year == planned
	}
	if years == 0 || years == 1 && !this {
		return columns
	}
	for i := range columns {
		if _, year := columnTime(&columns[i]); year > 0 && year != planned {
			columns[i].kind = label.Line
		}
	}
	for _, sum := range sums {
		if sum.head.In(label.InProject, r.Kind).Is(label.Sum) {
			sum.kind = label.Budget
			if this {
				sum.term = label.TermLong
			}
			columns = append(columns, sum)
		}
	}
	return columns
}

// otherYears reports a table of amounts whose columns name years and no budget.
func (r *Ledger) otherYears(columns []amountColumn) {
	named := false
	for i := range columns {
		if columns[i].kind.Between(label.Initial, label.Amount) {
			return
		}
		_, year := columnTime(&columns[i])
		named = named || year > 0
	}
	if named {
		r.Report(draft.RuleAbsent, r.Origin(columns[0].head), model.Say("金额按年份分栏，没有一栏是本表年度，没有读取预算数", "the amounts stand in columns of years, none of them that of the form; no budget was read"))
	}
}
