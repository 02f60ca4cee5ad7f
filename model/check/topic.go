package check

import (
	"strconv"
	"strings"

	"jxmb/model"
)

// Topic is what a finding is about: for people by name, for programs by the IDs
// of project and indicator and by what the rule found.
type Topic struct {
	Name, Project, Indicator string
	args                     model.Args
}

// With adds what the rule found: names and values in turn. The names are part of
// what programs read and keep their meaning.
func (t Topic) With(pairs ...string) Topic {
	t.args = model.ArgsOf(pairs...)
	return t
}

// projectName names a project: "2.见义勇为专项资金". Its heading stands in for
// a name that is missing, and its unit where there is no heading either, as on
// the forms of whole departments.
func projectName(p *model.Project) string {
	switch {
	case p.Name != "":
		return strconv.Itoa(p.Seq) + "." + p.Name
	case p.Title != "":
		return strings.TrimSpace(p.Title)
	}
	return strconv.Itoa(p.Seq) + "." + p.Unit.Name
}

// ProjectTopic is a project as the topic of a finding.
func ProjectTopic(p *model.Project) Topic {
	return Topic{Name: projectName(p), Project: p.ID}
}

// subject is an indicator as the topic of a finding, named below its project:
// "2.见义勇为专项资金/人均补助标准".
func subject(p *model.Project, i *model.Indicator) Topic {
	name := i.Level3
	if name == "" {
		name = i.Level2
	}
	return Topic{Name: projectName(p) + "/" + strings.TrimSpace(name), Project: p.ID, Indicator: i.ID}
}
