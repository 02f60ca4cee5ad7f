package form

import (
	"strings"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/record"
)

// outline gathers the narrative part, 部门整体绩效目标.
type outline struct {
	*reader
	model.Outline
	overall []string
	open    *string            // what a line without number or label goes on with
	growing map[*string][]byte // what that and the other fields of its item hold by now
}

// readOutline reads the sections of the narrative: from each of its headings to
// the next heading or table.
func (r *reader) readOutline() {
	o := &outline{reader: r, growing: map[*string][]byte{}}
	found := false
	for i := range r.Headings {
		h := &r.Headings[i]
		switch h.Outline {
		case label.NoField:
			continue
		case label.Section:
			r.Finding(draft.RuleLeftover, r.PlaceOf(h), model.Say("部门整体绩效目标里的“%s”一节没有归入任何栏目", "the section %q of the narrative was put in no field", h.Title))
			continue
		}
		end := len(r.Doc.Blocks)
		if i+1 < len(r.Headings) {
			end = r.Headings[i+1].Block
		}
		found = o.section(h, end) || found
	}
	if !found {
		return
	}
	o.settle()
	o.Overall = strings.Join(o.overall, "\n")
	r.Out.Outline = &o.Outline
}

// section reads the paragraphs behind heading h up to block end or the first
// table; false where there are none, as under a line of a contents list.
func (o *outline) section(h *record.Heading, end int) bool {
	o.settle()
	o.open = nil
	found := false
	for i := h.Block + 1; i < end; i++ {
		p := o.Doc.Blocks[i].Paragraph
		if p == nil {
			break
		}
		if p.TOC || label.Blank(p.Text) || pageTitle(p) {
			continue
		}
		found = true
		lead := p.Number
		for line := range strings.SplitSeq(p.Text, "\n") {
			if !label.Blank(line) || lead != "" {
				o.line(h.Outline, lead, label.Trim(line))
			}
			lead = ""
		}
	}
	return found
}

// pageTitle says whether the paragraph is the title of the part that follows:
// 第二部分.
func pageTitle(p *block.Paragraph) bool {
	if len(p.Text) > label.MaxBytes {
		return false
	}
	s := label.Normal(p.Text)
	return strings.HasPrefix(s, "第") && utf8.RuneCountInString(s) <= 24 && strings.Contains(s[:min(len(s), 18)], "部分")
}

// line reads one line of a section; lead is its automatic number.
func (o *outline) line(section label.Field, lead, text string) {
	switch section {
	case label.Overall:
		o.overall = append(o.overall, lead+text)
	case label.Items:
		o.item(lead, text)
	case label.Measures:
		o.measure(lead, text)
	}
}

// item reads a line of 分项绩效目标: a numbered title, 绩效目标：…, 绩效指标：…, or
// more of the line before.
func (o *outline) item(lead, text string) {
	if f, rest := o.itemLabel(text); f != label.NoField {
		if len(o.Items) == 0 {
			o.Items = append(o.Items, model.OutlineItem{})
		}
		it := &o.Items[len(o.Items)-1]
		field := &it.Goal
		if f == label.ItemIndicators {
			field = &it.Indicators
		}
		o.begin(field)
		o.more(rest)
		return
	}
	if rest, number := cutNumber(lead, text); number == ofHeading || len(o.Items) == 0 {
		o.settle()
		o.Items = append(o.Items, model.OutlineItem{Title: rest})
		o.begin(&o.Items[len(o.Items)-1].Goal)
		return
	}
	o.more(text)
}

// How a line of the narrative is numbered.
const (
	noNumber  = iota
	ofList    // 1. （1） ①
	ofHeading // automatically, or 一、 （一）
)

// cutNumber cuts the number off the front of a line; lead is its automatic one,
// which is no part of the text.
func cutNumber(lead, text string) (rest string, number int) {
	n, numbered := label.LeadingNumber(text)
	switch {
	case lead != "":
		return text, ofHeading
	case !numbered:
		return text, noNumber
	case n.Style == label.StyleBracket, n.Style == label.StyleChinese:
		return text[n.End:], ofHeading
	}
	return text[n.End:], ofList
}

// itemLabel is the label that starts the line, and the text behind its colon.
func (o *outline) itemLabel(text string) (label.Field, string) {
	colon := strings.IndexAny(text, ":：")
	if colon < 0 || colon > 48 {
		return label.NoField, text
	}
	e, _ := o.labels.Lookup(text[:colon])
	if m := e.In(label.InOutline, ""); m != nil && m.Field >= label.ItemGoal {
		_, width := utf8.DecodeRuneInString(text[colon:])
		return m.Field, label.Trim(text[colon+width:])
	}
	return label.NoField, text
}

// measure reads a line of 工作保障措施. A numbered line opens a measure: its first
// sentence, full stop included, is the title where it is short and text follows
// it; a short line without a full stop is a title too. Else there is no title.
func (o *outline) measure(lead, text string) {
	rest, number := cutNumber(lead, text)
	if number != ofHeading && o.open != nil {
		o.more(text)
		return
	}
	o.settle()
	o.Measures = append(o.Measures, measureOf(rest, number != noNumber))
	o.begin(&o.Measures[len(o.Measures)-1].Text)
}

// measureOf parts the title of a measure from its text.
func measureOf(text string, numbered bool) model.Measure {
	const stop = "。"
	title, rest, ended := strings.Cut(text, stop)
	if ended {
		title += stop
	}
	switch {
	case utf8.RuneCountInString(title) > maxMeasureTitle:
	case !label.Blank(rest):
		return model.Measure{Title: title, Text: label.Trim(rest)}
	case numbered && !ended:
		return model.Measure{Title: title}
	}
	return model.Measure{Text: text}
}

// maxMeasureTitle is the longest first sentence, in characters, that is read as
// a title rather than as text.
const maxMeasureTitle = 40

// more adds a line to what is open.
func (o *outline) more(text string) {
	said := o.growing[o.open]
	if len(said) > 0 && text != "" {
		said = append(said, '\n')
	}
	o.growing[o.open] = append(said, text...)
}

// begin lets further lines go to a field.
func (o *outline) begin(field *string) {
	o.open = field
	if _, grows := o.growing[field]; !grows {
		o.growing[field] = []byte(*field)
	}
}

// settle writes what has been read into the fields. It comes before the list
// grows that they stand in.
func (o *outline) settle() {
	for field, said := range o.growing {
		*field = string(said)
	}
	clear(o.growing)
}
