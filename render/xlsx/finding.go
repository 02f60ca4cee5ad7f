package xlsx

import (
	"slices"
	"strings"

	"jxmb/model"
	"jxmb/render/view"
)

// findingRow is a row of the sheet 问题.
type findingRow struct {
	file     string
	document *model.Document
	*model.Finding
}

// findingColumns are those of the sheet 问题. The place of a finding leads to
// the row that shows what it is about.
func findingColumns(batch bool, at *whereabouts) []column[findingRow] {
	var c []column[findingRow]
	if batch {
		c = append(c, sourceColumns(func(r findingRow) (string, *model.Document) { return r.file, r.document })...)
	}
	for _, own := range findingOwnColumns {
		if own.head == placeHead {
			own.cell = func(l model.Lang, r findingRow) cell {
				c := textCell(r.Origin.Place(l))
				c.to = at.of(r.document, r.Origin)
				return c
			}
		}
		c = append(c, own)
	}
	return c
}

var (
	severityHead = model.Text{ZH: "级别", EN: "Severity"}
	placeHead    = model.Text{ZH: "出处", EN: "Place"}
)

var findingOwnColumns = []column[findingRow]{
	{head: severityHead, max: 10, cell: func(l model.Lang, r findingRow) cell {
		return labelCell(view.SeverityLabel(l, r.Severity))
	}},
	{head: model.Text{ZH: "代码", EN: "Code"}, max: 8, cell: func(_ model.Lang, r findingRow) cell {
		return labelCell(r.Code)
	}},
	{head: model.Text{ZH: "对象", EN: "Subject"}, max: 36, cell: func(_ model.Lang, r findingRow) cell {
		return textCell(r.Subject)
	}},
	{head: model.Text{ZH: "说明", EN: "Message"}, max: 56, cell: func(_ model.Lang, r findingRow) cell {
		return textCell(r.Message)
	}},
	{head: model.Text{ZH: "建议", EN: "Hint"}, max: 44, cell: func(_ model.Lang, r findingRow) cell {
		return textCell(r.Hint)
	}},
	{head: placeHead, max: 20},
	{head: model.Text{ZH: "书签", EN: "Bookmark"}, max: 24, aside: true, optional: true, cell: func(_ model.Lang, r findingRow) cell {
		return textCell(r.Origin.Bookmark)
	}},
	{head: model.Text{ZH: "相关出处", EN: "See also"}, max: 20, optional: true, cell: func(l model.Lang, r findingRow) cell {
		return textCell(strings.Join(otherPlaces(l, r.Finding), "\n"))
	}},
}

// otherPlaces are where else a finding looks, each once: the two numbers of a target
// stand in the one cell that its place names already.
func otherPlaces(l model.Lang, f *model.Finding) []string {
	var places []string
	for _, o := range f.Also {
		place := o.Place(l)
		if place != f.Origin.Place(l) && !slices.Contains(places, place) {
			places = append(places, place)
		}
	}
	return places
}
