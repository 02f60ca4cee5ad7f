package xlsx

import (
	"jxmb/model"
	"jxmb/render/view"
)

// indicatorRow is a row of the sheet 指标.
type indicatorRow struct {
	projectRow
	*model.Indicator
}

// indicatorColumns are those of the sheet 指标: tidy, every fact in a column
// of its own.
func indicatorColumns(batch bool) []column[indicatorRow] {
	var c []column[indicatorRow]
	if batch {
		c = append(c, sourceColumns(func(r indicatorRow) (string, *model.Document) { return r.file, r.document })...)
	}
	c = append(c,
		column[indicatorRow]{head: model.Text{ZH: "项目编码", EN: "Project code"}, max: 24, optional: true, frozen: true, cell: func(_ model.Lang, r indicatorRow) cell {
			return labelCell(r.project.Code)
		}},
		column[indicatorRow]{head: model.Text{ZH: "项目名称", EN: "Project"}, max: 14, frozen: true, cell: func(_ model.Lang, r indicatorRow) cell {
			return textCell(r.project.Name)
		}})
	for _, v := range view.IndicatorColumns {
		if v.Sheet > 0 {
			c = append(c, viewed(v, func(r indicatorRow) *model.Indicator { return r.Indicator }))
		}
	}
	return c
}

// viewed is a column that the formats have in common.
func viewed[R, V any](v view.Column[V], of func(R) V) column[R] {
	return column[R]{
		head: v.Head, max: v.Sheet, optional: v.Optional, aside: v.Aside,
		cell: func(l model.Lang, r R) cell { return viewedCell(l, v.Cell(l, of(r))) },
	}
}

func viewedCell(l model.Lang, c view.Cell) cell {
	switch c.Form {
	case view.Label:
		return labelCell(c.Text)
	case view.Number:
		return numberCell(model.Decimal(c.Text))
	case view.Percent:
		return percentCell(model.Decimal(c.Text))
	case view.Day:
		return dateCell(l, c.Text)
	}
	return textCell(c.Text)
}
