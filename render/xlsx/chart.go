package xlsx

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"jxmb/model"
)

// barRange is the rows of the overview that a chart draws; first is 0 where
// there is nothing to draw.
type barRange struct{ first, last int }

// chart is a native bar chart of columns A (names) and B (numbers), the first
// row on top.
func (o *overview) chart(row, rows int, r barRange, title, colour, format string) {
	column := func(name string) string {
		return "'" + o.sheet + "'!$" + name + "$" + strconv.Itoa(r.first) + ":$" + name + "$" + strconv.Itoa(r.last)
	}
	font := excelize.Font{Family: o.book.font(), Size: 9, Color: "404040"}
	gap := uint(45)
	o.book.fail(o.book.file.AddChart(o.sheet, "E"+strconv.Itoa(row), &excelize.Chart{
		Type: excelize.Bar,
		Series: []excelize.ChartSeries{{
			Name:       "'" + o.sheet + "'!$B$" + strconv.Itoa(r.first-1),
			Categories: column("A"), Values: column("B"), Fill: solid(colour),
			DataLabel: excelize.ChartDataLabel{Font: font},
		}},
		Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{
			Text: title, Font: &excelize.Font{Family: o.book.font(), Size: 11, Bold: true, Color: blue},
		}}},
		Dimension: excelize.ChartDimension{Width: chartWide, Height: uint(rows * rowPixels)},
		Legend:    excelize.ChartLegend{Position: "none"},
		XAxis:     excelize.ChartAxis{ReverseOrder: true, Font: font},
		YAxis:     excelize.ChartAxis{None: true},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: format}},
		GapWidth:  &gap,
		Format:    excelize.GraphicOptions{Positioning: "twoCell"},
	}))
}

// projectBars are the budgets that are known in 元.
func projectBars(d *model.Document) []bar {
	var bars []bar
	for i := range d.Projects {
		p := &d.Projects[i]
		if p.Budget.Total != nil && p.Budget.Total.Yuan != "" {
			bars = append(bars, bar{label: p.Name, amount: p.Budget.Total.Yuan})
		}
	}
	return bars
}
