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

// gravestFirst lists errors before warnings before remarks, each in the
// order of their places. The numbers of findings follow this order.
func gravestFirst(findings []model.Finding) []model.Finding {
	sorted := slices.Clone(findings)
	slices.SortStableFunc(sorted, func(a, b model.Finding) int { return b.Severity.Rank() - a.Severity.Rank() })
	return sorted
}

func newRefs(findings []model.Finding) refs {
	refs := refs{}
	for i, f := range findings {
		places := append([]model.Origin{f.Origin}, f.Also...)
		for j, o := range places {
			key := [2]int{o.Table, o.Row}
			ref := ref{i + 1, f.Severity}
			if o.Row > 0 && (j == 0 || !slices.Contains(refs[key], ref)) {
				refs[key] = append(refs[key], ref)
			}
		}
	}
	return refs
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

// findings are the last pages.
func (d *doc) findings(findings []model.Finding) {
	l := d.lang
	d.newPage()
	d.mark(l.Say("审核问题", "Findings"))
	d.centred(bold, 14, 21, sideMargin, bodyWidth, blue, l.Say("审核问题", "Findings"))
	d.y += 4
	if len(findings) == 0 {
		d.note(l.Say("没有发现问题。", "Nothing was found."))
		return
	}
	var t view.Tally
	for i := range findings {
		t.AddFinding(&findings[i])
	}
	counts := make([]string, len(view.Severities))
	for i, s := range view.Severities {
		counts[i] = l.Say("%s%d条", "%s: %d", view.SeverityLabel(l, s), t.Findings[i])
	}
	d.note(l.Say("共%d条：", "%d in all. ", len(findings)) + strings.Join(counts, l.Say("，", ", ")) +
		l.Say("。位置指Word文件里的表、行、列。", ". Places are tables, rows and columns of the Word file."))
	d.y += 4
	d.table(d.findingTable(findings))
}

func (d *doc) findingTable(findings []model.Finding) *table {
	l := d.lang
	cols := columns(26, 34, 34, 126, 0, 76)
	t := &table{size: 8.5, leading: 11.5, head: []row{headRow(cols, l.Say("序号", "No."), l.Say("级别", "Level"), l.Say("代码", "Code"),
		l.Say("对象", "Subject"), l.Say("说明和建议", "What is wrong, and what to do"), l.Say("位置", "Place"))}}
	for i := range findings {
		f := &findings[i]
		color := severityColors[f.Severity]
		place := f.Origin.Place(l)
		for _, also := range f.Also {
			if other := also.Place(l); !strings.Contains(place+"\n", other+"\n") {
				place += "\n" + other
			}
		}
		row := row{
			{text: strconv.Itoa(i + 1), align: 'C', fit: true}, {text: view.SeverityLabel(l, f.Severity), align: 'C', style: bold, color: color, whole: true},
			{text: f.Code, align: 'C', fit: true}, {text: f.Subject}, {text: f.Message}, {text: place},
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
