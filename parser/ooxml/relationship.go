package ooxml

import (
	"net/url"
	"path"
	"strings"
)

// Relationship ties a part to another (ISO/IEC 29500-2 §6.5).
type Relationship struct {
	id     string
	kind   string // last segment of Type
	target string // name of the part, without leading "/"
}

// Relationships reads those of a part, "" being the package itself. External
// targets are left out: nothing is ever fetched.
func (c *Package) Relationships(part string) ([]Relationship, error) {
	dir, file := path.Split(part)
	name := dir + "_rels/" + file + ".rels"
	src, err := c.Small(name)
	if src == nil || err != nil {
		return nil, err
	}
	var s Scanner
	s.Reset(name, src, c.limits.Depth)
	var list []Relationship
	for {
		switch s.Next() {
		case EOF:
			if s.Err != nil {
				return nil, s.Err
			}
			return list, nil
		case Start:
			kind, ok := s.Attribute("Type")
			target, has := s.Attribute("Target")
			mode, _ := s.Attribute("TargetMode")
			if ok && has && string(mode) != "External" {
				id, _ := s.Attribute("Id")
				list = append(list, Relationship{s.Unescape(id), path.Base(string(kind)), resolveTarget(dir, s.Unescape(target))})
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

// Find is the first target of a kind; strict packages spell some kinds in
// camel case where transitional ones use hyphens (ISO/IEC 29500-1 annex A).
func Find(list []Relationship, kinds ...string) string {
	for _, r := range list {
		for _, kind := range kinds {
			if r.kind == kind {
				return r.target
			}
		}
	}
	return ""
}

// FindAll are the targets of a kind, in order.
func FindAll(list []Relationship, kind string) (targets []string) {
	for _, r := range list {
		if r.kind == kind {
			targets = append(targets, r.target)
		}
	}
	return targets
}

// ByID are the targets by the identifiers that a part refers to them with; of two
// of one identifier the first counts.
func ByID(list []Relationship) map[string]string {
	targets := make(map[string]string, len(list))
	for _, r := range list {
		if _, twice := targets[r.id]; !twice {
			targets[r.id] = r.target
		}
	}
	return targets
}

// UsualMain is where nearly every producer puts the main part.
const UsualMain = "word/document.xml"

// Links are the package's relationships that matter.
type links struct{ Main, App string }

// Links finds the main part and the properties. A package that lost its
// Relationships is read all the same where the main part has its usual name.
func (c *Package) Links() (links, error) {
	list, err := c.Relationships("")
	if err != nil {
		return links{}, err
	}
	l := links{Main: Find(list, "officeDocument"), App: Find(list, "extended-properties", "extendedProperties")}
	if l.Main == "" {
		l.Main = UsualMain
	}
	return l, nil
}

// Application is the producer that docProps/app.xml names (ISO/IEC 29500-1
// §22.2.2.1), "" where that cannot be read: no submission is refused for it.
func (c *Package) Application(name string) string {
	src, err := c.Small(name)
	if name == "" || src == nil || err != nil {
		return ""
	}
	var s Scanner
	s.Reset(name, src, c.limits.Depth)
	for s.Next() != EOF {
		if s.Depth() != 2 || s.Empty || string(s.LocalName()) != "Application" {
			continue
		}
		from := s.Pos
		s.Skip()
		if s.Err != nil {
			return ""
		}
		out, _ := s.Unescaped(nil, from, s.Start)
		return Shown(out)
	}
	return ""
}
