package pdf

import (
	"strconv"
	"strings"

	"jxmb/model"
)

func hasOutline(o *model.Outline) bool {
	return o != nil && (o.Overall != "" || len(o.Items) > 0 || len(o.Measures) > 0)
}

// outline is part one of a submission: what the unit as a whole aims at.
func (d *doc) outline(o *model.Outline) {
	if !hasOutline(o) {
		return
	}
	l := d.lang
	d.newPage()
	title := l.Say("部门整体绩效目标", "Performance targets of the unit")
	d.mark(title)
	d.centred(bold, 14, 21, sideMargin, bodyWidth, blue, title)
	if o.Overall != "" {
		d.heading(l.Say("总体绩效目标", "Overall goal"))
		d.prose(o.Overall)
	}
	if len(o.Items) > 0 {
		d.heading(l.Say("分项绩效目标", "Goals by field"))
		d.table(d.itemTable(o.Items))
	}
	if len(o.Measures) > 0 {
		d.heading(l.Say("工作保障措施", "Measures"))
		for _, m := range o.Measures {
			d.undertaking(m)
		}
	}
}

// itemTable lists the goals by field. Without any indicator it has no column
// for them.
func (d *doc) itemTable(items []model.OutlineItem) *table {
	l := d.lang
	heads, widths := []string{l.Say("序号", "No."), l.Say("分项", "Field"), l.Say("绩效目标", "Goal")}, []float64{28, 110, 0}
	for _, i := range items {
		if i.Indicators != "" {
			heads, widths = append(heads, l.Say("绩效指标", "Indicators")), append(widths, 0)
			break
		}
	}
	cols := columns(widths...)
	t := &table{size: 9, leading: 12.8, head: []row{headRow(cols, heads...)}}
	for n, i := range items {
		r := row{{text: strconv.Itoa(n + 1), align: 'C', fit: true}, {text: i.Title}, {text: i.Goal}, {text: i.Indicators}}
		t.rows = append(t.rows, r[:len(cols)].over(cols))
	}
	return t
}

// undertaking is a sentence that names what is to be done, and the text after it.
func (d *doc) undertaking(m model.Measure) {
	const size, leading = 10, 16
	for _, line := range d.lines(bold, size, bodyWidth, m.Title) {
		d.need(2 * leading)
		d.text(bold, size, leading, sideMargin, d.y, black, line.text)
		d.y += leading
	}
	if m.Text != "" {
		d.prose(m.Text)
	}
	d.y += 3
}

// prose is running text, a paragraph a line of it, indented by two characters.
// No single line of a paragraph stands alone on a page.
func (d *doc) prose(text string) {
	const size, leading = 10, 16
	for _, paragraph := range strings.Split(strings.Trim(text, "\n"), "\n") {
		lines := d.lines(regular, size, bodyWidth, "　　"+paragraph)
		for i, line := range lines {
			if left := len(lines) - i; i == 0 || left == 2 {
				d.need(float64(min(left, 2)) * leading)
			}
			d.need(leading)
			d.draw(op{
				kind: drawText, style: regular, size: size, x: sideMargin, y: baseline(d.y, size, leading),
				color: black, text: line.text, spread: line.spread(size, bodyWidth),
			})
			d.y += leading
		}
	}
}
