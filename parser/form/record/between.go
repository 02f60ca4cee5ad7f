package record

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"jxmb/parser/block"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
	"jxmb/parser/form/sheet"
)

// lead is what stands before a table, since the one before.
type lead struct {
	heading *Heading
	caption string             // money unit declared
	parted  bool               // a numbered title stands below that: 一、城乡低保
	year    int                // year named
	lines   []labelled         // labels with their values
	foot    []labelled         // those that close the form above
	between string             // the last line that says something of its own, "" if none
	own     *block.Paragraph   // that line
	apart   bool               // such a line, or a table that is no form
	loose   bool               // white space, the number of a page, a note, a caption
	goesOn  bool               // a line that says the table goes on: 续表
	left    bool               // a table that is no form stands there
	note    bool               // the last line was a note, or a part of one
	said    []string           // the first of the lines
	levels  []*block.Paragraph // that name the level of the indicators below: 一、产出指标
}

// add adds what stands behind l.
func (l *lead) add(more lead) {
	more.heading, more.caption = cmp.Or(more.heading, l.heading), cmp.Or(more.caption, l.caption)
	more.year, more.between = cmp.Or(more.year, l.year), cmp.Or(more.between, l.between)
	more.lines, more.foot = append(l.lines, more.lines...), append(l.foot, more.foot...)
	more.parted = more.parted || l.parted
	more.own = cmp.Or(more.own, l.own)
	if more.levels == nil {
		more.levels = l.levels
	}
	more.apart, more.left = more.apart || l.apart, more.left || l.left
	*l = more
}

// passes says whether the line is one of those that a page break leaves between
// the halves of a table, and takes it up as such.
func (l *lead) passes(text string) bool {
	switch s := label.Normal(text); {
	case continued(s), continues(s):
		l.goesOn = true
	case pageNumber(s):
		l.loose = true
	case Noted(s), l.note && startsWithNumber(text):
		l.loose, l.note = true, true
		return true
	default:
		return false
	}
	l.note = false
	return true
}

// The characters that lines between the halves of a table are made of.
var (
	ofTables  = "续上下接转表页前后见第共附()-—－_·.:/,、… " + digits
	digits    = "0123456789" + "零〇一二三四五六七八九十百"
	ofNumbers = "第共页码()-—－_·./:|~" + digits
)

// continued says whether a normalised line says that the table goes on: 续表,
// （续上表）, 接上页, 表1（续）.
func continued(s string) bool {
	said := func(word string) bool { return strings.Contains(s, word) }
	return utf8.RuneCountInString(s) <= 12 && MadeOf(s, ofTables) && slices.ContainsFunc(label.Listed("going on"), said)
}

// continues says whether the bracket behind a normalised line says so: 某项目（续表）.
func continues(s string) bool {
	_, note, ok := label.CutNote([]byte(s))
	return ok && continued(string(note))
}

// pageNumber says whether a normalised line is one: 第1页共2页, -2-, 3, Page1of2.
func pageNumber(s string) bool {
	if rest, ok := strings.CutPrefix(strings.ToLower(s), "page"); ok {
		s = strings.Replace(rest, "of", "/", 1)
	}
	if utf8.RuneCountInString(s) > 14 || !strings.ContainsAny(s, digits) || !MadeOf(s, ofNumbers) {
		return false
	}
	return strings.Contains(s, "页") || bareNumber(s)
}

// bareNumber says whether s holds one number or two, short and in Arabic
// digits: 2, -2-, 1/3.
func bareNumber(s string) bool {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	long := func(part string) bool { return len(part) > 3 }
	return (len(parts) == 1 || len(parts) == 2) && !slices.ContainsFunc(parts, long)
}

// MadeOf says whether a text has no other characters than these.
func MadeOf(s, runes string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !strings.ContainsRune(runes, r) }) < 0
}

// Noted says whether a normalised line is a note to the table: 注：…, 备注1、….
func Noted(s string) bool {
	s = strings.TrimLeft(s, "(*※")
	for _, word := range label.Listed("note") {
		if rest, ok := strings.CutPrefix(s, word); ok {
			rest = strings.TrimLeft(rest, "0123456789")
			return rest != "" && strings.ContainsRune(":.、,)", []rune(rest)[0])
		}
	}
	return false
}

func startsWithNumber(text string) bool {
	_, ok := label.LeadingNumber(label.Trim(text))
	return ok
}

// line takes up a line before a table: the money unit, the year, labels with
// their values, what a page break leaves, or text of its own.
func (c *collector) line(p *block.Paragraph) {
	switch l := &c.lead; {
	case label.Blank(p.Text):
		l.loose = true
	case len(p.Text) > maxBetween:
		c.apart(p)
	case c.group != nil && l.passes(p.Text):
	case c.namesLevel(p):
		c.settle()
		c.lead.levels, c.lead.loose = append(c.lead.levels, p), true
	case c.introduces(p):
		l.loose = true
	default:
		c.apart(p)
	}
}

// namesLevel says whether the line, below a form, is a level of indicators and nothing else.
func (c *collector) namesLevel(p *block.Paragraph) bool {
	if c.group == nil && c.current == nil || len(p.Text) > label.MaxBytes || !endsAsLevel(p.Text) {
		return false
	}
	e, _ := c.words.Lookup(p.Text)
	return e.In(label.InLevel, "") != nil
}

// endsAsLevel says whether a line ends in 指标 or a bracket, as those of levels do.
func endsAsLevel(text string) bool {
	return strings.HasSuffix(text, "指标") || strings.HasSuffix(text, "）") || strings.HasSuffix(text, ")")
}

// introduces takes up what the line says of the table below it, and tells
// whether that is all that it says: the money unit, the year, labels, or what
// stood above the first piece of the table too.
func (c *collector) introduces(p *block.Paragraph) bool {
	l := &c.lead
	l.note = false
	if len(l.said) < maxSaid {
		l.said = append(l.said, p.Text)
	}
	pairs := c.linePairs(p)
	if (c.group != nil || c.current != nil) && l.heading == nil && aside(pairs) {
		l.foot = append(l.foot, pairs...)
	} else {
		l.lines = append(l.lines, pairs...)
	}
	return l.declares(CaptionUnit(c.words, p.Text), p.Text) || c.group.said(p.Text) || c.describes(pairs) || l.dates(p.Text)
}

// declares takes up the money unit of a line, and the year before it; false
// where the line has no unit.
func (l *lead) declares(unit, text string) bool {
	if unit == "" {
		return false
	}
	l.caption = unit
	if l.year == 0 && utf8.RuneCountInString(text) <= maxYearLine {
		l.year = draft.YearIn(text)
	}
	return true
}

// describes says whether labels in a line are of the form that goes on below:
// they stand under its heading, or name no other project than the one above.
func (c *collector) describes(pairs []labelled) bool {
	return slices.ContainsFunc(pairs, labelled.Identifies) && (c.lead.heading != nil || c.group != nil && !names(pairs))
}

// dates takes up the year of a line that holds little else: （2025年度）.
func (l *lead) dates(text string) bool {
	year := draft.YearIn(text)
	if year == 0 || utf8.RuneCountInString(label.Trim(text)) > 12 {
		return false
	}
	l.year = year
	return true
}

// maxYearLine is the longest line, in characters, with the money unit that may
// name the year of the form too: （2025年度） 金额单位：万元.
const maxYearLine = 30

// apart notes a line that says something of its own: no table goes on behind it.
func (c *collector) apart(p *block.Paragraph) {
	c.settle()
	c.lead.note = false
	c.lead.parted = c.lead.parted || c.lead.caption != "" && startsWithNumber(p.Text)
	c.lead.between, c.lead.own, c.lead.apart = p.Text, p, true
}

// mayTitle says whether the last line before a table of indicators, which names
// no project, may be its title.
func (l *lead) mayTitle(s *sheet.Sheet) bool {
	last := len(l.lines) - 1
	if last >= 0 && l.lines[last].Paragraph.Text == l.between { // 绩效目标：…
		return false
	}
	return l.between != "" && utf8.RuneCountInString(l.between) <= 60 && s.HasHeader() && !s.Named()
}

// titleYear is the year of a line above the table that is worded as a title and is none
// that is known: 2024年上半年绩效运行监控情况表; 0 where there is none.
func (l *lead) titleYear() int {
	if l.heading != nil || !SaysForm(l.between) {
		return 0
	}
	return draft.YearIn(l.between)
}

// SaysForm says whether a line is short and speaks of performance forms, without the
// stops of a sentence: 某局2025年部门预算项目绩效目标.
func SaysForm(text string) bool {
	return strings.Contains(text, "绩效") && utf8.RuneCountInString(text) <= 40 && !strings.ContainsAny(text, "。；;，")
}

// maxBetween is the longest line, in bytes, that may stand between the halves of
// a table.
const maxBetween = 600

// maxSaid bounds the lines of a lead that are remembered.
const maxSaid = 8

// names says whether one of the labels names a project.
func names(pairs []labelled) bool {
	return slices.ContainsFunc(pairs, func(l labelled) bool { return l.Field.Between(label.Code, label.Name) })
}
