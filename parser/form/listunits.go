package form

import (
	"slices"
	"strings"

	"jxmb/model"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/money"
	"jxmb/parser/form/sheet"
)

// unitRow is a row of a list that stands for the unit of the projects below it:
// it says nothing of goals or indicators, and its amount is what theirs add up
// to. Some provinces print the unit and its projects in one column,
// 单位（专项）名称.
type unitRow struct {
	name, head *sheet.Cell
	amount     *sheet.Cell
	others     []*sheet.Cell // the amount among them
}

// unitRowAt reads the row as such, nil where it is none.
func (r *rowReader) unitRowAt(row int) *unitRow {
	u := new(unitRow)
	for i := range r.band.Columns {
		col := &r.band.Columns[i]
		c := r.cellIn(row, col)
		if !c.Filled() {
			continue
		}
		if numbers := u.name == nil && col.Is(label.Remark); !numbers && col.Scope == label.InColumn { // 序号 left of the names
			return nil
		}
		if col.Head == nil || col.Field == label.Goals || c.Line != row {
			return nil
		}
		if col.Field == label.Name {
			u.name, u.head = c, col.Head
			continue
		}
		u.others = append(u.others, c)
		if u.amount == nil && col.Scope == label.InMoney {
			u.amount = c
		}
	}
	switch {
	case u.name == nil:
		return nil
	case u.amount == nil && len(u.others) == 0 && headsUnits(u.head) && r.headsProject(row):
		return u // 单位名称、项目名称 over a name alone
	case u.amount == nil || !r.addsUp(row, u):
		return nil
	}
	return u
}

// unitAcross takes a row that only names the unit of the projects below it, across the
// table, where the head of their names is that of units too.
func (l *listing) unitAcross(row int, c *sheet.Cell) bool {
	name := l.nameColumn()
	if name == nil || !l.spansNames(c) || c.Entry != nil || !headsUnits(name.Head) {
		return false
	}
	if !l.headsProject(row) {
		return false
	}
	l.headUnit(&unitRow{name: c, head: name.Head})
	return true
}

// nameColumn is the column of the names of projects, nil where there is none.
func (l *listing) nameColumn() *sheet.Column {
	at := slices.IndexFunc(l.band.Columns, func(c sheet.Column) bool { return c.Scope == label.InProject && c.Field == label.Name && c.Head != nil })
	if at < 0 {
		return nil
	}
	return &l.band.Columns[at]
}

// headsUnits says whether a head of names is that of units too: 单位名称、项目名称.
func headsUnits(head *sheet.Cell) bool { return strings.Contains(label.Normal(head.Text), "单位") }

// addsUp says whether the amounts of the projects below, up to the next row
// without indicators, come to that of the unit.
func (r *rowReader) addsUp(row int, u *unitRow) bool {
	total, ok := money.ReadAmount(u.amount.Text, "")
	if !ok || total.Number == "" {
		return false
	}
	col := r.columnAt(u.amount.Column)
	sum, last := model.Decimal("0"), u.amount
	for next := row + 1; next <= r.band.To; next++ {
		c := r.cellIn(next, col)
		switch {
		case !c.Filled() || c == last || c.Line != next:
			continue
		case !r.measured(next):
			return false
		}
		last = c
		a, ok := money.ReadAmount(c.Text, "")
		if !ok || a.Number == "" {
			return false
		}
		sum = sum.Add(a.Number)
		switch sum.Cmp(total.Number) {
		case 0:
			return true
		case 1:
			return false
		}
	}
	return false
}

// headsProject says whether the row below is that of a project.
func (r *rowReader) headsProject(row int) bool { return row < r.band.To && r.measured(row+1) }

// measured says whether the row holds something of an indicator.
func (r *rowReader) measured(row int) bool {
	for i := range r.band.Columns {
		col := &r.band.Columns[i]
		if col.Scope == label.InColumn && r.cellIn(row, col).Filled() {
			return true
		}
	}
	return false
}

// headUnit takes a row as that of the unit of the projects that follow.
func (l *listing) headUnit(u *unitRow) {
	l.leaveUnit()
	u.heads(&l.allUnits)
	l.under = u
}

// leaveUnit reports the row of a unit no project of which has followed.
func (l *listing) leaveUnit() {
	if l.under == nil {
		return
	}
	for _, c := range append([]*sheet.Cell{l.under.name}, l.under.others...) {
		l.leftOver(c)
	}
	l.under = nil
}

// heads gives the unit to the projects of the list that follow.
func (u *unitRow) heads(units *[3]draft.Identity) {
	u.name.Take(sheet.UseColumn, label.Implementer.String(), u.head)
	units[label.Implementer-label.Unit] = draft.Identity{Label: u.head, Value: u.name, End: len(u.name.Text)}
	for _, c := range u.others {
		c.Take(sheet.UseColumn, "extra", nil)
	}
}

// keepUnitRow keeps the other cells of the unit's row, its amount among them, as
// extras of the first project below it.
func (r *rowReader) keepUnitRow(u *unitRow) {
	if u == nil {
		return
	}
	for _, c := range u.others {
		r.Extra(u.name.Text+"/"+r.headText(c), c.Text, c)
	}
}
