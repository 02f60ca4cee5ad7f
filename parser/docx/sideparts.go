package docx

import "bytes"

// sideParts are the parts beside the main one, read when a paragraph first
// needs them.
type sideParts struct {
	container *container // nil in tests of the main part alone
	main      string
	links     []relationship
	linked    bool
	styles    map[string]*style
	resolved  map[string]style
	numbering *numbering
}

// part reads the part that a relationship of the main part names, nil where
// there is none.
func (p *sideParts) part(kind string) (string, []byte, error) {
	if p.container == nil {
		return "", nil, nil
	}
	if !p.linked {
		links, err := p.container.relationships(p.main)
		if err != nil {
			return "", nil, err
		}
		p.links, p.linked = links, true
	}
	name := find(p.links, kind)
	if name == "" {
		return "", nil, nil
	}
	src, err := p.container.side(name)
	return name, src, err
}

// application is the producer that docProps/app.xml names (ISO/IEC 29500-1
// §22.2.2.1), "" where that cannot be read: no submission is refused for it.
func (c *container) application(name string) string {
	src, err := c.side(name)
	if name == "" || src == nil || err != nil {
		return ""
	}
	var s scanner
	s.reset(name, src, c.limits.Depth)
	for s.next() != tokenEOF {
		if len(s.stack) != 2 || s.empty || string(s.localName()) != "Application" {
			continue
		}
		from := s.pos
		s.skip()
		if s.err != nil {
			return ""
		}
		out, _ := s.unescaped(nil, from, s.start)
		return shown(out)
	}
	return ""
}

// localName is the name of the innermost open element without its prefix.
func (s *scanner) localName() []byte {
	top := s.stack[len(s.stack)-1]
	name := s.src[top.name : top.name+int(top.length)]
	return name[bytes.IndexByte(name, ':')+1:]
}
