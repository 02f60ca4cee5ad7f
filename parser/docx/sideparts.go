package docx

import (
	"jxmb/parser/msword"
	"jxmb/parser/ooxml"
)

// sideParts are the parts beside the main one, read when a paragraph first
// needs them.
type sideParts struct {
	container *ooxml.Package // nil in tests of the main part alone
	main      string
	links     []ooxml.Relationship
	linked    bool
	sheet     *styleSheet // nil until asked for
	numbering *msword.Numbering
	asides    map[string]asides // by kind of relationship
	stores    []*store          // of custom XML, nil until asked for
}

// relationships are those of the main part.
func (p *sideParts) relationships() ([]ooxml.Relationship, error) {
	if !p.linked {
		links, err := p.container.Relationships(p.main)
		if err != nil {
			return nil, err
		}
		p.links, p.linked = links, true
	}
	return p.links, nil
}

// part reads the part that a relationship of the main part names, nil where
// there is none.
func (p *sideParts) part(kind string) (string, []byte, error) {
	if p.container == nil {
		return "", nil, nil
	}
	links, err := p.relationships()
	if err != nil {
		return "", nil, err
	}
	name := ooxml.Find(links, kind)
	if name == "" {
		return "", nil, nil
	}
	src, err := p.container.Small(name)
	return name, src, err
}

// scan lets read see the part of a kind, where the package has one.
func (p *sideParts) scan(kind string, depth int, read func(*ooxml.Scanner)) error {
	name, src, err := p.part(kind)
	if err != nil {
		return err
	}
	return scanPart(name, src, depth, read)
}

// scanPart lets read see a part, if there is one.
func scanPart(name string, src []byte, depth int, read func(*ooxml.Scanner)) error {
	if src == nil {
		return nil
	}
	var s ooxml.Scanner
	s.Reset(name, src, depth)
	read(&s)
	if s.Err != nil {
		return s.Err
	}
	return nil
}
