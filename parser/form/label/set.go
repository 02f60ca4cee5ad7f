package label

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
	"strings"

	"jxmb/model/quantity"
)

// Set is the lookup table of a library: labels as they are compared, and what
// they end in.
type Set struct {
	entries map[string]*Entry
	tails   map[string]bool // see [tail]
	asides  *asides
}

func newSet() Set {
	return Set{entries: make(map[string]*Entry, 640), tails: make(map[string]bool, 160), asides: asideLabels()}
}

// Of is the entry of a label that is spelled as labels are compared; nil where
// the table does not hold it.
func (ls Set) Of(label string) *Entry { return ls.entries[label] }

// Len is the number of labels, above the Number of each entry.
func (ls Set) Len() int { return len(ls.entries) }

// Add enters one label; a second meaning in the same scope is refused.
func (ls Set) Add(label string, m Meaning) error {
	if n := Normal(label); n != label {
		return Because("标签 %q 要去掉空白、标点写成半角，请写作 %q", "label %q is not in the form labels are compared in; write %q", label, n)
	}
	if label == "" || len(label) > MaxBytes {
		return Because("标签 %.20q：为空或超过 %d 字节", "label %.20q: empty or longer than %d bytes", label, MaxBytes)
	}
	e := ls.entries[label]
	if e == nil {
		e = &Entry{Label: label, Number: len(ls.entries)}
		ls.entries[label] = e
		ls.addTail(label)
	}
	for _, old := range e.Meanings {
		if old.Scope == m.Scope && old.Form == m.Form {
			return Because("标签 %q 在范围 %s 内有两个含义：%s 和 %s", "label %q has two meanings in scope %s: %s and %s", label, m.Scope, old.Field, m.Field)
		}
	}
	e.Meanings = append(e.Meanings, m)
	e.own = e.own || m.Form != ""
	return nil
}

// Clone copies the table so that a form's labels can be added.
func (ls Set) Clone() Set {
	out := Set{entries: make(map[string]*Entry, len(ls.entries)), tails: maps.Clone(ls.tails), asides: ls.asides}
	for label, e := range ls.entries {
		out.entries[label] = &Entry{Label: label, Meanings: e.Meanings[:len(e.Meanings):len(e.Meanings)], Number: e.Number, own: e.own}
	}
	return out
}

// Labels lists the labels in the order of their spelling.
func (ls Set) Labels() []string { return slices.Sorted(maps.Keys(ls.entries)) }

// Titles lists the labels of scope title, the longest first, so that a title is
// told by the most of it.
func (ls Set) Titles() []string {
	var out []string
	for _, label := range ls.Labels() {
		if ls.entries[label].In(InTitle, "") != nil {
			out = append(out, label)
		}
	}
	slices.SortStableFunc(out, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	return out
}

// Lookup finds the entry of a cell, nil where the cell is no known label. Note
// is the content of the label's trailing brackets, such as "万元" or "万元)(20分",
// already normalised. Text that is no label is mostly told by its last two
// characters; else it costs one pass over at most MaxBytes bytes and no
// allocation.
func (ls Set) Lookup(text string) (e *Entry, note string) {
	if len(text) < 2 || len(text) > MaxBytes {
		return nil, ""
	}
	if last, plain := tail(text); plain && !ls.tails[last] {
		return nil, ""
	}
	if e := ls.entries[text]; e != nil {
		return e, ""
	}
	if quantity.PlainHan(text) && !strings.HasPrefix(text, ofWhich) {
		return ls.wordedAs(text), "" // there is nothing to fold and nothing to cut off
	}
	return ls.lookFolded(text)
}

// lookFolded finds the entry of a text that folding, or cutting off what stands
// around a label, may change.
func (ls Set) lookFolded(text string) (e *Entry, note string) {
	var buf [2 * MaxBytes]byte // folding can lengthen a text
	s := withoutMarks(AppendNormal(buf[:0], text))
	if len(s) < 2 || !ls.mayEnd(s) {
		return nil, ""
	}
	if e, note = ls.find(s); e == nil && (bytes.HasSuffix(s, []byte("名称")) || bytes.HasSuffix(s, []byte("目标"))) {
		short := withoutAside(s)
		if e = ls.entries[string(short)]; e.Field(InProject, "") != Name { // 单位(专项)名称 is not 单位名称
			e = ls.wordedAs(string(short))
		}
	}
	return e, note
}

// wordedAs is the entry of a label that its words tell.
func (ls Set) wordedAs(s string) *Entry {
	if e := ls.nameOf(s); e != nil {
		return e
	}
	if e := ls.goalOf(s); e != nil {
		return e
	}
	return ls.asideOf(s)
}

// withoutMarks is a label without the colons and asterisks behind it.
func withoutMarks(s []byte) []byte {
	for len(s) > 0 && (s[len(s)-1] == ':' || s[len(s)-1] == '*') {
		s = s[:len(s)-1]
	}
	return s
}

// nameOf is the entry of a label that ends as the name of a project does, behind
// words that say of which: 购买服务项目名称, 项目(政策)名称. Nil for any other text
// and for what names a part of a project or a group of them.
func (ls Set) nameOf(s string) *Entry {
	if !strings.HasSuffix(s, "名称") {
		return nil
	}
	if e := ls.unitAndName(s); e != nil {
		return e
	}
	for _, name := range [...]string{"项目名称", "专项名称", "项目支出名称"} {
		if of, found := strings.CutSuffix(s, name); found && saysWhich(of) {
			return ls.entries["项目名称"]
		}
	}
	return nil
}

// unitAndName is the entry of a head over the names of units and of their projects:
// 单位名称、项目名称. Nil for any other text.
func (ls Set) unitAndName(s string) *Entry {
	for _, and := range [...]string{"、", "及", "和", "/"} {
		unit, name, found := strings.Cut(s, and)
		if !found || !ls.entries[unit].Field(InProject, "").NamesUnit() {
			continue
		}
		if e := ls.entries[name]; e.Field(InProject, "") == Name {
			return e
		}
	}
	return nil
}

// saysWhich says whether words before 项目名称 leave it the name of a project of the
// budget: 子项目名称 does not.
func saysWhich(words string) bool {
	short := len(words) <= 8*len("字") && quantity.PlainHan(words)
	return short && !strings.HasSuffix(words, "级") && !slices.Contains(Listed("part of a project"), words)
}

// withoutAside is a label without the bracket in it: 项目(政策)名称.
func withoutAside(s []byte) []byte {
	from, to := bytes.IndexByte(s, '('), bytes.IndexByte(s, ')')
	if from < 0 || to < from {
		return s
	}
	return slices.Concat(s[:from], s[to+1:])
}

// mayEnd says whether a text, folded, ends as some label does, with or without
// its trailing brackets.
func (ls Set) mayEnd(s []byte) bool {
	for {
		last, plain := tail(string(s[max(0, len(s)-2*len("字")):]))
		if !plain || ls.tails[last] {
			return true
		}
		base, _, ok := CutNote(s)
		if !ok {
			return false
		}
		s = bytes.TrimRight(base, ":")
	}
}

// ofWhich stands before a part of a sum. Of what is cut off before a label it
// alone is plain ideographs.
const ofWhich = "其中"

// tail is the last two characters of a text. They are plain where both fold to
// themselves and neither is white space, or a mark or bracket that may stand
// behind a label: then the text is one of the labels that end in them, or none.
func tail(text string) (last string, plain bool) {
	i := len(text)
	if two := i - 2*len("字"); two >= 0 && quantity.PlainHan(text[two:]) {
		return text[two:], true
	}
	for range 2 {
		switch han := i - len("字"); {
		case han >= 0 && quantity.PlainHan(text[han:i]):
			i = han
		case i > 0 && (isDigit(text[i-1]) || text[i-1] == '%'):
			i--
		default:
			return "", false
		}
	}
	return text[i:], true
}

// addTail notes the end of a label; that of a single character may stand behind
// 其中.
func (ls Set) addTail(label string) {
	if last, plain := tail(label); plain {
		ls.tails[last] = true
	} else {
		ls.tails[ofWhich[len("其"):]+label] = true
	}
}

// find tries s as it is, without its trailing brackets one after the other, and
// again without what may stand before a label.
func (ls Set) find(s []byte) (*Entry, string) {
	for {
		base := s
		for {
			if e := ls.known(base); e != nil {
				return e, string(notes(s[len(base):]))
			}
			var ok bool
			if base, _, ok = CutNote(base); !ok {
				break
			}
			base = bytes.TrimRight(base, ":")
		}
		rest, ok := cutLead(s)
		if !ok {
			return nil, ""
		}
		s = rest
	}
}

// known is the entry of a label without anything around it, nil for any other text.
func (ls Set) known(base []byte) *Entry {
	if e := ls.entries[string(base)]; e != nil || !mayBeAside(ls.asides, base) {
		return e
	}
	return ls.asideOf(string(base))
}

// notes is what the brackets behind a label hold, with the brackets between
// them: "(万元)(20分)" gives "万元)(20分".
func notes(behind []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimPrefix(bytes.TrimLeft(behind, ":"), []byte("(")), []byte(")"))
}
