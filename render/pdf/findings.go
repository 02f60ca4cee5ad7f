package pdf

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"jxmb/model"
	"jxmb/render/view"
)

// refs are the numbers of the findings at each row of each table.
type refs map[[2]int][]ref

type ref struct {
	number   int // as listed on the last pages, from 1
	severity model.Severity
}

func newRefs(groups []view.Group) refs {
	numbers, infos := refs{}, infosOf(groups)
	for i, g := range groups {
		if i >= maxListed && (i < infos || i-infos >= maxListed) {
			continue // not in the list
		}
		for _, f := range g.Findings {
			for _, o := range append([]model.Origin{f.Origin}, f.Also...) {
				numbers.add(o, ref{i + 1, f.Severity})
			}
		}
	}
	return numbers
}

func (r refs) add(o model.Origin, to ref) {
	key := [2]int{o.Table, o.Row}
	if known := r[key]; o.Row > 0 && (len(known) == 0 || known[len(known)-1] != to) {
		r[key] = append(known, to)
	}
}

// notes points from a row to the findings about it, in the colour of the
// gravest.
func (r refs) notes(l model.Lang, o model.Origin) []note {
	refs := r[[2]int{o.Table, o.Row}]
	if o.Row == 0 || len(refs) == 0 {
		return nil
	}
	var numbers []string
	gravest := model.Info
	for _, ref := range refs {
		numbers = append(numbers, strconv.Itoa(ref.number))
		if ref.severity.Rank() > gravest.Rank() {
			gravest = ref.severity
		}
	}
	text := l.Say("见问题", "see finding ") + strings.Join(numbers, l.Say("、", ", "))
	return []note{{text, severityColors[gravest]}}
}

// maxListed is how many lines a list of findings has. The gravest stand first, and
// nobody reads sixty pages of them.
const maxListed = 2_000

// infosOf is where those of severity info begin.
func infosOf(groups []view.Group) int {
	if i := slices.IndexFunc(groups, func(g view.Group) bool { return g.Severity() == model.Info }); i >= 0 {
		return i
	}
	return len(groups)
}

// findings list errors and warnings, then in an appendix those of severity
// info. What was not found takes no room.
func (d *doc) findings(groups []view.Group) {
	for _, list := range d.findingLists(groups) {
		d.findingList(list)
	}
}

// findingList is a table of groups with its title.
type findingList struct {
	title  string
	groups []view.Group
	*tablePainter
}

// height is that of the list with its heading and the note below it.
func (f findingList) height() float64 { return sectionHead + listNote + f.total() }

// findingLists are those that are not empty.
func (d *doc) findingLists(groups []view.Group) []findingList {
	l, infos := d.lang, infosOf(groups)
	list := func(title string, groups []view.Group, number int) findingList {
		return findingList{title, groups, d.measured(d.findingTable(groups[:min(len(groups), maxListed)], number))}
	}
	lists := []findingList{
		list(l.Say("审核问题", "Findings"), groups[:infos], 1),
		list(l.Say("附：提示", "Appendix: info"), groups[infos:], infos+1),
	}
	return slices.DeleteFunc(lists, func(f findingList) bool { return len(f.groups) == 0 })
}

// The heights of the heading of a section, and of the note of a list, which may
// take two lines.
const sectionHead, listNote = 35.0, 30.0

// findingList puts a list at the current place.
func (d *doc) findingList(f findingList) {
	l, groups := d.lang, f.groups
	d.section(f.title, listNote+f.start())
	var counts view.Tally
	for _, g := range groups {
		for _, f := range g.Findings {
			counts.AddFinding(f)
		}
	}
	var parts []string
	for i, s := range view.Severities {
		if n := counts.Findings[i]; n > 0 {
			parts = append(parts, l.Say("%s%d条", "%s: %d", view.SeverityLabel(l, s), n))
		}
	}
	if more := len(groups) - maxListed; more > 0 {
		parts = append(parts, l.Say("只列出前%d行，另有%d行见 JSON 或 xlsx", "the first %d lines, %d more are in JSON and xlsx", maxListed, more))
	}
	d.note(strings.Join(parts, l.Say("，", ", ")) + l.Say("；同一项目的同类问题合为一行。位置指原文件里的表、行、列。",
		"; findings of one kind in a project share a line. Places are tables, rows and columns of the file."))
	d.y += 4
	f.put()
}

// section begins a part of the document with an entry in the outline, on this
// page where it has room for height besides the heading.
func (d *doc) section(title string, height float64) {
	if len(d.pages) == 0 || d.room() < sectionHead+height {
		d.newPage()
	}
	d.mark(title)
	d.heading(title)
}

// findingLeading is that of the lists of findings.
const findingLeading = 11.5

func (d *doc) findingTable(groups []view.Group, number int) *table {
	l := d.lang
	cols := columns(26, 34, 34, 126, 0, 76)
	t := &table{size: 8.5, leading: findingLeading, head: []row{headRow(cols, l.Say("序号", "No."), l.Say("级别", "Level"), l.Say("代码", "Code"),
		l.Say("对象", "Subject"), l.Say("说明和建议", "What is wrong, and what to do"), l.Say("位置", "Place"))}}
	for i, g := range groups {
		f := g.Findings[0]
		color := severityColors[f.Severity]
		row := row{
			{text: strconv.Itoa(number + i), align: 'C', fit: true}, {text: view.SeverityLabel(l, f.Severity), align: 'C', style: bold, color: color, whole: true},
			{text: f.Code, align: 'C', fit: true}, {text: g.Subject()}, {text: g.Message(l)}, {text: g.Places(l)},
		}
		if f.Hint != "" {
			row[4].notes = []note{{f.Hint, grey}}
		}
		t.rows = append(t.rows, row.over(cols))
	}
	return t
}

// lostCharacters lists, after everything else, the characters that no font has.
func (d *doc) lostCharacters() {
	if len(d.fonts.lost) == 0 {
		return
	}
	const listed = 200
	runes := slices.Sorted(maps.Keys(d.fonts.lost))
	var names []string
	for _, r := range runes[:min(len(runes), listed)] {
		names = append(names, fmt.Sprintf("%U", r))
	}
	d.heading(d.lang.Say("没有字体可用的字符", "Characters without a font"))
	text := d.lang.Say("下列%d个字符，所用字体里没有，文中以〔〕内的统一码编号代替；可用 --font 指定"+
		"含有这些字符的TrueType字体，或用 --font system 在本机字体里找：",
		"The fonts in use lack these %d characters; their Unicode numbers stand in 〔〕 instead. Give --font a TrueType "+
			"font that has them, or look through those of this machine with --font system: ", len(runes))
	text += strings.Join(names, d.lang.Say("、", ", "))
	if len(runes) > listed {
		text += d.lang.Say("等", " and others")
	}
	d.note(text)
}
