package word

import (
	"maps"
	"slices"

	"jxmb/model"
)

// colours are the highlights by severity (ST_HighlightColor, ISO/IEC 29500-1
// §17.18.40).
var colours = map[model.Severity]string{model.Error: "red", model.Warning: "yellow", model.Info: "lightGray"}

// lights are the highlights of one annotation. A cell is lit as a whole or not
// at all: where a writer has highlighted something himself the comment must do,
// so that a later annotation can tell its own colours from his. Comments whose
// cell is lit say so by their initials.
type lights struct {
	*markup
	own  map[int]bool           // cells that an earlier annotation has lit
	want map[int]model.Severity // runs to light, by the gravest finding
	free map[int]bool           // cells in which nobody else has highlighted anything, of those asked about
}

// newLights finds the cells that the comments in lit reach.
func newLights(m *markup, lit map[string]bool) *lights {
	l := &lights{markup: m, own: map[int]bool{}, want: map[int]model.Severity{}, free: map[int]bool{}}
	begun := map[string]int{}
	for i := range m.elements.size() {
		el := m.elements.at(i)
		if !lit[el.id] {
			continue
		}
		switch el.name {
		case "commentRangeStart":
			begun[el.id] = i
		case "commentRangeEnd":
			if start, ok := begun[el.id]; ok {
				l.reach(start, el.end)
			}
		}
	}
	return l
}

// reach notes the cells from element first up to an offset.
func (l *lights) reach(first, end int) {
	if cell := l.ancestor(first, "tc"); cell >= 0 {
		l.own[cell] = true
	}
	l.inside(l.elements.at(first).start, end, func(k int) bool {
		if l.elements.at(k).name == "tc" {
			l.own[k] = true
		}
		return true
	})
}

// add asks for light on those of runs whose cells the comment at a place
// reaches, and tells whether there are any to be lit.
func (l *lights) add(at place, runs []int, s model.Severity) bool {
	lit := false
	for _, run := range runs {
		cell := l.ancestor(run, "tc")
		if cell < 0 || l.elements.at(cell).start > at.to.offset || l.elements.at(cell).end < at.from.offset || !l.isFree(cell) {
			continue
		}
		lit = true
		if s.Rank() > l.want[run].Rank() {
			l.want[run] = s
		}
	}
	return lit
}

// isFree tells whether nobody else has highlighted anything in the cell.
func (l *lights) isFree(cell int) bool {
	free, known := l.free[cell]
	if !known {
		free = !slices.ContainsFunc(l.highlights(cell), func(h int) bool { return !l.ours(cell, h) })
		l.free[cell] = free
	}
	return free
}

// ours tells whether highlight h, in the cell, is of an earlier annotation.
func (l *lights) ours(cell, h int) bool {
	return l.own[cell] && slices.Contains(slices.Collect(maps.Values(colours)), l.elements.at(h).val)
}

// highlights are the highlights of runs in the cell.
func (l *lights) highlights(cell int) []int {
	var found []int
	l.inside(l.elements.at(cell).open, l.elements.at(cell).close, func(k int) bool {
		if el := l.elements.at(k); el.name == "highlight" && el.val != "none" && l.elements.at(l.elements.at(el.parent).parent).name == "r" {
			found = append(found, k)
		}
		return true
	})
	return found
}

// apply plans the edits: earlier lights go, change their colour or stay, and
// new ones come.
func (l *lights) apply(e *edits) {
	done := map[int]bool{}
	for _, cell := range slices.Sorted(maps.Keys(l.own)) {
		for _, h := range l.highlights(cell) {
			if l.ours(cell, h) {
				run := l.elements.at(l.elements.at(h).parent).parent
				done[run] = true
				l.change(e, h, colours[l.want[run]])
			}
		}
	}
	for _, run := range slices.Sorted(maps.Keys(l.want)) {
		if !done[run] {
			l.highlight(e, run, colours[l.want[run]])
		}
	}
}

// change gives highlight h another colour, "" for none at all; properties that
// hold nothing else go with it.
func (l *lights) change(e *edits, h int, colour string) {
	el := l.elements.at(h)
	switch {
	case el.val == colour:
	case colour != "":
		e.replace(el.start, el.end, l.vocabulary(h).highlight(colour))
	case l.only(h):
		rPr := l.elements.at(el.parent)
		e.replace(rPr.start, rPr.end, "")
	default:
		e.replace(el.start, el.end, "")
	}
}

// only tells whether element i is the one child of its parent.
func (l *lights) only(i int) bool {
	parent := l.elements.at(i).parent
	return l.elements.at(parent).open == l.elements.at(i).start && l.elements.at(parent).close == l.elements.at(i).end
}

func (v vocabulary) highlight(colour string) string {
	return v.element("highlight", v.attribute("val", colour)) + "/>"
}

// afterHighlight are the elements that follow w:highlight in run properties,
// whose order is fixed (CT_RPr, ISO/IEC 29500-1 §A.1, EG_RPrBase). Elements of
// other namespaces stand last by habit of Word and have the name "".
var afterHighlight = []string{
	"u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish",
	"oMath", "rPrChange", "",
}

// highlight colours a run that has no colour.
func (m *markup) highlight(e *edits, run int, colour string) {
	v := m.vocabulary(run)
	light := v.highlight(colour)
	rPr := m.child(run, "rPr")
	if rPr < 0 {
		e.insert(m.elements.at(run).open, rankStart, v.element("rPr", "")+">"+light+"</"+v.prefix+":rPr>")
		return
	}
	if m.empty(rPr) {
		end := m.elements.at(rPr).end
		e.replace(end-len("/>"), end, ">"+light+"</"+m.tag(rPr)+">")
		return
	}
	if old := m.child(rPr, "highlight"); old >= 0 { // "none"
		e.replace(m.elements.at(old).start, m.elements.at(old).end, light)
		return
	}
	at := m.elements.at(rPr).close
	m.inside(m.elements.at(rPr).open, m.elements.at(rPr).close, func(k int) bool {
		if m.elements.at(k).parent == rPr && slices.Contains(afterHighlight, m.elements.at(k).name) {
			at = m.elements.at(k).start
			return false
		}
		return true
	})
	e.insert(at, rankStart, light)
}
