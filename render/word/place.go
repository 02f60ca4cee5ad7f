package word

import (
	"fmt"
	"slices"

	"jxmb/model"
)

// place is where a comment goes in the main part.
type place struct {
	from, to anchor
	runs     []int // elements to highlight
}

// anchor is a point in the content of a paragraph. inner is the element whose
// prefix holds there; opened names a paragraph that is an empty-element tag
// and has to be opened, -1 where it need not be.
type anchor struct {
	offset, inner, opened int
}

// locate finds where the comment of a finding goes. The origin of a finding
// runs from the start of one element to the end of that or another one, or is
// where reading stood when it noticed something: between tags, within text. An
// origin inside a tag is of another document or a fault of this program.
func (m *markup) locate(o model.Origin) (place, error) {
	if o.Start == 0 && o.End == 0 || o.Part != "" && o.Part != m.name {
		return m.firstParagraph()
	}
	if o.End < o.Start || m.insideTag(o.Start) || m.insideTag(o.End) {
		return place{}, &model.Fault{
			Kind: FaultPlace, Place: model.InPart(m.name, -1),
			What: model.Say("内部错误：问题的出处（第 %d–%d 字节）落在标签之中或部件之外，没有写出任何内容",
				"internal error: the place of a finding (bytes %d to %d) lies inside a tag or outside the part; nothing was written", o.Start, o.End),
			Hint: model.Say("请把此文件和这条消息报告给 jxmb 项目", "please report it to the jxmb project with this message and, if you may, the file"),
			Err:  fmt.Errorf("%v", o),
		}
	}
	first := m.around(o.Start)
	at, ok := m.between(first, m.endingAt(o, first))
	if !ok {
		return m.firstParagraph()
	}
	if o.Row > 0 {
		at.runs = m.textRuns(o.Start, o.End)
	}
	return at, nil
}

// endingAt is the run or the outermost element of the range that ends where it
// does, otherwise where there is none.
func (m *markup) endingAt(o model.Origin, otherwise int) int {
	last := -1
	m.inside(o.Start, o.End, func(i int) bool {
		if m.elements.at(i).end == o.End && (last < 0 || m.elements.at(i).name == "r") {
			last = i
		}
		return true
	})
	if last < 0 {
		return otherwise
	}
	return last
}

// between puts the ends of a comment around runs or into the paragraphs of a
// cell. Of a table or anything larger the first paragraph stands for all, and
// so does the paragraph of runs around which no comment may stand.
func (m *markup) between(first, last int) (place, bool) {
	head, tail := m.elements.at(first), m.elements.at(last)
	p := m.paragraphIn(head.start, tail.end)
	box := m.outermostBox(first)
	switch {
	case box >= 0:
		p = m.ancestor(box, "p")
	case p < 0 || head.name == "r":
		p = m.ancestor(first, "p")
	}
	if p < 0 {
		return place{}, false
	}
	at := m.paragraphPlace(p)
	if box >= 0 || m.inControl(p) || m.inField(first) || m.inField(last) {
		return at, true
	}
	if head.name == "r" {
		at.from = anchor{offset: head.start, inner: first, opened: -1}
	}
	switch {
	case tail.name == "r":
		at.to = anchor{offset: tail.end, inner: last, opened: -1}
	case head.name == "tc":
		at.to = m.contentEnd(m.lastParagraphIn(head.start, head.end))
	}
	return at, true
}

// firstParagraph is the place of what concerns the whole document.
func (m *markup) firstParagraph() (place, error) {
	p := m.paragraphIn(0, len(m.text))
	if p < 0 {
		return place{}, &model.Fault{
			Kind: model.FaultCorrupt, Place: model.InPart(m.name, -1),
			What: model.Say("正文里没有段落，批注无处可放", "the body has no paragraph to hold a comment"),
			Hint: model.Say("检查文件内容", "check what the file holds"),
		}
	}
	return m.paragraphPlace(p), nil
}

// paragraphPlace spans the content of paragraph p. In a content control the
// comment stands at one point before the text: LibreOffice 7.4 drops the text
// of such a control from its first paragraph up to a comment in it.
func (m *markup) paragraphPlace(p int) place {
	at := place{from: m.contentStart(p), to: m.contentEnd(p)}
	if m.inControl(p) {
		at.to = at.from
	}
	return at
}

// inControl tells whether paragraph p stands in a content control around
// paragraphs, cells or tables.
func (m *markup) inControl(p int) bool { return m.ancestor(m.elements.at(p).parent, "sdt") >= 0 }

// paragraphIn is the first paragraph in the range that is not in a text box.
func (m *markup) paragraphIn(start, end int) int {
	found := -1
	m.inside(start, end, func(i int) bool {
		if m.elements.at(i).name == "p" && m.outermostBox(i) < 0 {
			found = i
		}
		return found < 0
	})
	return found
}

// lastParagraphIn is the last paragraph in the range that is not in a text
// box.
func (m *markup) lastParagraphIn(start, end int) int {
	found := -1
	m.inside(start, end, func(i int) bool {
		if m.elements.at(i).name == "p" && m.outermostBox(i) < 0 {
			found = i
		}
		return true
	})
	return found
}

// boxes are the elements below a paragraph in which no comment should stand:
// Word takes none in text boxes, a deletion takes the comment with it when it
// is accepted, and LibreOffice 7.4 loses text or prints the comment where one
// stands in a field or in the placeholder of an inline content control.
// Elements of other namespaces count as well, such as mc:AlternateContent, of
// which a program shows one branch.
var boxes = []string{"txbxContent", "sdt", "fldSimple", "del", "moveFrom", ""}

// outermostBox is the box farthest out around i, -1 where there is none.
func (m *markup) outermostBox(i int) int {
	box, candidate := -1, -1
	for k := i; k >= 0; k = m.elements.at(k).parent {
		switch {
		case slices.Contains(boxes, m.elements.at(k).name):
			candidate = k
		case m.elements.at(k).name == "p" && candidate >= 0:
			box = candidate
		}
	}
	return box
}

// inField tells whether i is a run between the ends of a complex field of its
// paragraph (ISO/IEC 29500-1 §17.16.18).
func (m *markup) inField(i int) bool {
	p := m.ancestor(i, "p")
	if p < 0 || m.elements.at(i).name != "r" {
		return false
	}
	depth := 0
	m.inside(m.elements.at(p).open, m.elements.at(i).end, func(k int) bool {
		if el := m.elements.at(k); el.name == "fldChar" {
			switch el.val {
			case "begin":
				depth++
			case "end":
				depth--
			}
		}
		return true
	})
	return depth > 0
}

// contentStart is the point after the properties of paragraph p.
func (m *markup) contentStart(p int) anchor {
	if m.empty(p) {
		return anchor{offset: m.elements.at(p).end - len("/>"), inner: p, opened: p}
	}
	at := m.elements.at(p).open
	if pPr := m.child(p, "pPr"); pPr >= 0 {
		at = m.elements.at(pPr).end
	}
	return anchor{offset: at, inner: p, opened: -1}
}

// contentEnd is the point before the end tag of paragraph p.
func (m *markup) contentEnd(p int) anchor {
	if m.empty(p) {
		return m.contentStart(p)
	}
	return anchor{offset: m.elements.at(p).close, inner: p, opened: -1}
}

// textRuns are the runs of the range that show text.
func (m *markup) textRuns(start, end int) []int {
	var runs []int
	m.inside(start, end, func(i int) bool {
		if m.elements.at(i).name == "r" && m.child(i, "t", "sym", "noBreakHyphen") >= 0 {
			runs = append(runs, i)
		}
		return true
	})
	return runs
}

// mark puts the ends of comment id and its reference at a place.
func (m *markup) mark(e *edits, at place, id string) {
	for _, p := range []int{at.from.opened, at.to.opened} {
		if p >= 0 && !e.opened[p] {
			end := m.elements.at(p).end
			e.opened[p] = true
			e.list = append(e.list, edit{start: end - len("/>"), end: end, rank: rankOpen, text: ">"})
			e.insert(end-len("/>"), rankShut, "</"+m.tag(p)+">")
		}
	}
	start, end := e.settle(at.from.offset), e.settle(at.to.offset)
	finish := rankEnd
	if start == end {
		finish = rankClose
	}
	from, to := m.vocabulary(at.from.inner), m.vocabulary(at.to.inner)
	e.insert(start, rankStart, from.element("commentRangeStart", from.attribute("id", id))+"/>")
	e.insert(end, finish, to.element("commentRangeEnd", to.attribute("id", id))+"/>"+
		to.element("r", "")+">"+to.inner("commentReference", to.attribute("id", id))+"/></"+to.prefix+":r>")
}

// inner is [vocabulary.element] within an element that has declared the
// prefix already.
func (v vocabulary) inner(name, attributes string) string {
	v.declare = ""
	return v.element(name, attributes)
}

// removeOwn takes away the marks of the comments in own, which an earlier
// annotation left.
func (m *markup) removeOwn(e *edits, own map[string]bool) {
	for i := range m.elements.size() {
		el := m.elements.at(i)
		switch {
		case !own[el.id]:
		case el.name == "commentRangeStart", el.name == "commentRangeEnd":
			e.remove(el.start, el.end)
		case el.name == "commentReference":
			if r := el.parent; m.elements.at(r).name == "r" && m.holdsOnly(r, i) {
				el = m.elements.at(r)
			}
			e.remove(el.start, el.end)
		}
	}
}

// holdsOnly tells whether run r has no content but element i.
func (m *markup) holdsOnly(r, i int) bool {
	only := true
	m.inside(m.elements.at(r).open, m.elements.at(r).end, func(k int) bool {
		if m.elements.at(k).parent == r && k != i && m.elements.at(k).name != "rPr" {
			only = false
		}
		return only
	})
	return only
}
