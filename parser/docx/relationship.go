package docx

import (
	"net/url"
	"path"
	"strings"
)

// relationship ties a part to another (ISO/IEC 29500-2 §6.5).
type relationship struct {
	kind   string // last segment of Type
	target string // name of the part, without leading "/"
}

// relationships reads those of a part, "" being the package itself. External
// targets are left out: nothing is ever fetched.
func (c *container) relationships(part string) ([]relationship, error) {
	dir, file := path.Split(part)
	name := dir + "_rels/" + file + ".rels"
	src, err := c.side(name)
	if src == nil || err != nil {
		return nil, err
	}
	var s scanner
	s.reset(name, src, c.limits.Depth)
	var list []relationship
	for {
		switch s.next() {
		case tokenEOF:
			if s.err != nil {
				return nil, s.err
			}
			return list, nil
		case tokenStart:
			kind, ok := s.attribute("Type")
			target, has := s.attribute("Target")
			mode, _ := s.attribute("TargetMode")
			if ok && has && string(mode) != "External" {
				list = append(list, relationship{path.Base(string(kind)), resolveTarget(dir, s.unescape(target))})
			}
		}
	}
}

// resolveTarget is the part that a target names, relative to the folder of
// the part it stands in.
func resolveTarget(dir, target string) string {
	if u, err := url.PathUnescape(target); err == nil {
		target = u
	}
	if !strings.HasPrefix(target, "/") {
		target = "/" + dir + target
	}
	return strings.TrimPrefix(path.Clean(target), "/")
}

// find is the first target of a kind; strict packages spell some kinds in
// camel case where transitional ones use hyphens (ISO/IEC 29500-1 annex A).
func find(list []relationship, kinds ...string) string {
	for _, r := range list {
		for _, kind := range kinds {
			if r.kind == kind {
				return r.target
			}
		}
	}
	return ""
}

// usualMain is where nearly every producer puts the main part.
const usualMain = "word/document.xml"

// links are the package's relationships that matter.
type links struct{ main, app string }

// links finds the main part and the properties. A package that lost its
// relationships is read all the same where the main part has its usual name.
func (c *container) links() (links, error) {
	list, err := c.relationships("")
	if err != nil {
		return links{}, err
	}
	l := links{main: find(list, "officeDocument"), app: find(list, "extended-properties", "extendedProperties")}
	if l.main == "" {
		l.main = usualMain
	}
	return l, nil
}
