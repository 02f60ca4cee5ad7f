package word

import "slices"

// afterHighlight are the elements that follow w:highlight in run properties,
// whose order is fixed (CT_RPr, ISO/IEC 29500-1 §A.1, EG_RPrBase). Elements of
// other namespaces stand last by habit of Word and have the name "".
var afterHighlight = []string{
	"u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish",
	"oMath", "rPrChange", "",
}

// highlight makes run yellow. A highlight that is there stays, be it of an
// earlier annotation or the writer's own.
func (m *markup) highlight(e *edits, run int) {
	v := m.vocabulary(run)
	yellow := v.element("highlight", v.attribute("val", "yellow")) + "/>"
	rPr := m.child(run, "rPr")
	if rPr < 0 {
		e.insert(m.elements[run].open, rankStart, v.element("rPr", "")+">"+yellow+"</"+v.prefix+":rPr>")
		return
	}
	if m.empty(rPr) {
		end := m.elements[rPr].end
		e.replace(end-len("/>"), end, ">"+yellow+"</"+m.tag(rPr)+">")
		return
	}
	if old := m.child(rPr, "highlight"); old >= 0 {
		if m.elements[old].val == "none" {
			e.replace(m.elements[old].start, m.elements[old].end, yellow)
		}
		return
	}
	at := m.elements[rPr].close
	m.inside(m.elements[rPr].open, m.elements[rPr].close, func(k int) bool {
		if m.elements[k].parent == rPr && slices.Contains(afterHighlight, m.elements[k].name) {
			at = m.elements[k].start
			return false
		}
		return true
	})
	e.insert(at, rankStart, yellow)
}
