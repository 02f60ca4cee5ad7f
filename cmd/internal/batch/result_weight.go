package batch

import (
	"bytes"
	"encoding/json"

	"jxmb/model"
	"jxmb/parser/ooxml"
)

// What a file of results says is held against the limit of a document, as what is read
// from a submission is: "{}" is a project, too.
const (
	weightProject   = 8 << 10
	weightIndicator = 4096
	weightFinding   = 1024
	weightPart      = 512

	// largeResult is the text, in bytes, of which lists are made that are small enough
	// to be counted then.
	largeResult = 256 << 10
	// sparse is the text that an object has at the least in what convert writes, which
	// is some 200 bytes: lists made of it stay within a few times the text.
	sparse = 32
)

// dense tells whether a text is to be weighed before anything is made of it.
func dense(text []byte) bool {
	return len(text) > largeResult && (bytes.Count(text, []byte("{"))+bytes.Count(text, []byte("null")))*sparse > len(text)
}

// measured is a [resultLine] that is refused before it is too much.
type measured struct {
	resultLine
	most, spent int64
}

// UnmarshalJSON reads the line, or says which limit it exceeds.
func (m *measured) UnmarshalJSON(text []byte) error {
	if dense(text) {
		var o outline
		_ = json.Unmarshal(text, &o) // what is of another kind is told below
		if m.exceeds(o.weight()) {
			return ooxml.LimitFault(ooxml.LimitResult, m.most, "", -1)
		}
	}
	err := json.Unmarshal(text, &m.resultLine)
	if err == nil && m.exceeds(max(m.spent, m.weight())) {
		err = ooxml.LimitFault(ooxml.LimitResult, m.most, "", -1)
	}
	return err
}

func (m *measured) exceeds(weight int64) bool {
	m.spent = weight
	return weight > m.most
}

// item is whatever stands in a list.
type item struct{}

func (*item) UnmarshalJSON([]byte) error { return nil }

// outline is the lists of a line, without what they hold.
type outline struct {
	Projects []outlineProject
	Project  *outlineProject
	Findings []item
}

type outlineProject struct {
	Indicators []outlineIndicator
	Goals      []item
	Extra      []item
}

type outlineIndicator struct {
	Extra, History []item
	Target         struct{ Parts []item }
}

func (o *outline) weight() int64 {
	n := len(o.Findings) * weightFinding
	projects := o.Projects
	if o.Project != nil {
		projects = append(projects, *o.Project)
	}
	for i := range projects {
		p := &projects[i]
		n += weightProject + (len(p.Goals)+len(p.Extra))*weightPart
		for k := range p.Indicators {
			in := &p.Indicators[k]
			n += weightIndicator + (len(in.Extra)+len(in.History)+len(in.Target.Parts))*weightPart
		}
	}
	return int64(n)
}

// weight is that of a line that was read.
func (l *resultLine) weight() int64 {
	n := len(l.Findings) * weightFinding
	count := func(p *model.Project) { n += weightProject + len(p.Indicators)*weightIndicator }
	for i := range l.Projects {
		count(&l.Projects[i])
	}
	if l.Project != nil {
		count(l.Project)
	}
	return int64(n)
}
