package pdf

// signatures leave room for those who answer for the submission, on one line
// that keeps together.
func (d *doc) signatures() {
	const size, leading, above = 10.5, 24.0, 22.0
	l := d.lang
	d.need(above + leading)
	d.y += above
	labels := [...]string{
		l.Say("填报人：", "Filled in by:"), l.Say("审核人：", "Checked by:"),
		l.Say("单位负责人：", "Head of unit:"), l.Say("日期：　　年　　月　　日", "Date:"),
	}
	w := bodyWidth / float64(len(labels))
	for i, label := range labels {
		d.text(bold, size, leading, sideMargin+float64(i)*w, d.y, black, label)
	}
	d.y += leading
}
