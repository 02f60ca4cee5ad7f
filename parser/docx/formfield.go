package docx

import (
	"jxmb/parser/msword"
	"jxmb/parser/ooxml"
)

// formField is what a legacy form field shows that has no result in text: a
// check box (§17.16.7) or the chosen entry of a list.
func (r *reader) formField() string {
	box, byDefault, checked := false, false, msword.Unset
	for depth := r.Depth(); r.Within(depth); {
		switch r.El {
		case ooxml.ElCheckBox:
			box = true
		case ooxml.ElDefault:
			byDefault = r.Flag()
		case ooxml.ElChecked:
			checked = msword.Toggled(r.Flag())
		case ooxml.ElDdList:
			return r.dropDown(depth)
		}
	}
	switch {
	case !box:
		return ""
	case checked == msword.On, checked == msword.Unset && byDefault:
		return "☑"
	}
	return "□"
}

// maxEntries bounds the entries of a drop-down list; Word allows 25.
const maxEntries = 64

// dropDown is the entry that a w:ddList shows: w:result, without one that
// exists w:default, without that the first (§17.16.9, .28, .6).
func (r *reader) dropDown(field int) string {
	var entries []string
	result, byDefault := -1, 0
	for r.Within(field) {
		switch r.El {
		case ooxml.ElResult:
			if n, ok := r.Number(); ok {
				result = n
			}
		case ooxml.ElDefault:
			byDefault, _ = r.Number()
		case ooxml.ElListEntry:
			if len(entries) < maxEntries {
				entries = append(entries, r.ValText())
			}
		}
	}
	for _, choice := range [...]int{result, byDefault, 0} {
		if choice >= 0 && choice < len(entries) {
			return entries[choice]
		}
	}
	return ""
}
