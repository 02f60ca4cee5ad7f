package view

import (
	"cmp"
	"crypto/sha256"
	"iter"
	"slices"
	"strconv"
	"strings"

	"jxmb/model"
)

// Season is what a batch amounts to: the one count that the files over all
// documents, the report and the messages tell. A project counts once, where it
// is met first, by its code or, without one, its unit, name and year; findings
// count wherever they stand, those between documents too.
type Season struct {
	Files   []FileTally // in the order of the batch
	Unread  int         // how many of them could not be read
	Total   Tally
	Units   UnitTallies
	Rules   []RuleTally // in the order in which they were met
	Repeats []*Repeat   // projects that were met again
	Again   int         // how often
	Yuan    model.Decimal
	Ignored []Ignored // files that were met and are no submissions

	// Titles names rules by their codes; it may be nil.
	Titles map[string]model.Text

	cross iter.Seq2[string, *model.Finding]
	first map[projectKey]place // of projects
	at    map[string]int       // of files, by their names
}

// FileTally is a file of the batch. Fault is why it could not be read.
type FileTally struct {
	File  string
	Unit  model.Unit
	Year  int
	Tally     // of the projects that count
	Again int // projects that do not
	Fault *model.Fault
}

// RuleTally counts the findings of a rule at one severity.
type RuleTally struct {
	Code     string
	Severity model.Severity
	Findings int
	files    string // the last one counted
	Files    int
}

// Repeat is a project that was met again: where first and where else. Yuan is
// what it would add to the total each time, "" where a budget is not known.
type Repeat struct {
	Code, Name string
	Unit       model.Unit
	Yuan       model.Decimal // of all repetitions together
	Files      []string      // the first is the one that counts
}

// FileFinding is a finding between documents, told at one of them.
type FileFinding struct {
	File string
	Unit model.Unit
	*model.Finding
}

// Ignored is a file that was met and not taken as a submission, and why.
type Ignored struct {
	File string
	Why  model.Text
}

// projectKey stands for a [ProjectKey]: the first half of its SHA-256, since a season
// remembers all of its projects.
type projectKey [sha256.Size / 2]byte

// place is where a project was met first.
type place struct {
	file   int32 // of the season's; their number for the one that is being added
	repeat int32 // of the season's, from 1; 0 until it is met again
}

// Entry is a file of a batch as its season sees it. Document is nil where it
// could not be read, for which Fault gives the reason. First tells of each
// project of the document the file where it was met before, "" where it is new.
type Entry struct {
	File     string
	Document *model.Document // with the findings that people are shown
	Whole    *model.Document // with all of them
	Fault    *model.Fault
	First    []string
	Part     []byte // what [Format.Part] gave for it
}

// Add counts the next file. It keeps copies of the names it needs, so that they
// do not hold the document in memory.
func (s *Season) Add(file string, d *model.Document, fault *model.Fault) Entry {
	e := Entry{File: strings.Clone(file), Document: d, Fault: fault}
	f := FileTally{File: e.File}
	if d == nil {
		s.Unread++
		f.Fault = cmp.Or(fault, &model.Fault{What: model.Say("未能读取", "not readable")})
		s.file(f)
		return e
	}
	f.Unit = model.Unit{Code: strings.Clone(d.Unit.Code), Name: strings.Clone(d.Unit.Name)}
	f.Year, f.Documents = d.FiscalYear, 1
	e.First = make([]string, len(d.Projects))
	for i := range d.Projects {
		p := &d.Projects[i]
		if e.First[i] = s.met(e.File, d, p); e.First[i] == "" {
			f.AddProject(p)
		} else {
			f.Again++
		}
	}
	for i := range d.Findings {
		f.AddFinding(&d.Findings[i])
		s.rule(e.File, &d.Findings[i])
	}
	s.Total.Merge(&f.Tally)
	s.unit(f.Unit).Merge(&f.Tally)
	s.file(f)
	return e
}

func (s *Season) file(f FileTally) {
	if s.at == nil {
		s.at = map[string]int{}
	}
	if _, twice := s.at[f.File]; !twice {
		s.at[f.File] = len(s.Files)
	}
	s.Files = append(s.Files, f)
}

func (s *Season) unit(u model.Unit) *UnitTally {
	if s.Units == nil {
		s.Units = UnitTallies{}
	}
	return s.Units.Of(u)
}

// met gives the file where p, which stands in file, was met before, "" where
// it is new.
func (s *Season) met(file string, d *model.Document, p *model.Project) string {
	key := ProjectKey(d, p)
	if key == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(key))
	short := projectKey(sum[:len(projectKey{})])
	first, again := s.first[short]
	if !again {
		if s.first == nil {
			s.first = map[projectKey]place{}
		}
		s.first[short] = place{file: int32(len(s.Files))}
		return ""
	}
	if first.repeat == 0 {
		name := file
		if int(first.file) < len(s.Files) {
			name = s.Files[first.file].File
		}
		s.Repeats = append(s.Repeats, RepeatOf(p, name))
		first.repeat = int32(len(s.Repeats))
		s.first[short] = first
	}
	repeat := s.Repeats[first.repeat-1]
	s.Again++
	if t := p.Budget.Total; t != nil && t.Yuan != "" {
		s.Yuan = s.Yuan.Add(t.Yuan)
		repeat.Yuan = repeat.Yuan.Add(t.Yuan)
	}
	repeat.Files = append(repeat.Files, file)
	return repeat.Files[0]
}

// RepeatOf begins to tell that p, which was met in file first, was met again. It
// keeps copies of the names.
func RepeatOf(p *model.Project, first string) *Repeat {
	return &Repeat{
		Code: strings.Clone(strings.TrimSpace(p.Code)), Name: strings.Clone(cmp.Or(p.Name, p.Title)),
		Unit: model.Unit{Code: strings.Clone(p.Unit.Code), Name: strings.Clone(p.Unit.Name)}, Files: []string{first},
	}
}

// ProjectKey makes two projects the same: the code, else unit, name and year.
// Without these only the same file sent twice is known to hold the same; "" is
// like no other.
func ProjectKey(d *model.Document, p *model.Project) string {
	if code := strings.ToUpper(strings.TrimSpace(p.Code)); code != "" {
		return code
	}
	name := strings.TrimSpace(p.Name)
	unit := strings.TrimSpace(cmp.Or(p.Unit.Code, p.Unit.Name, d.Unit.Code, d.Unit.Name))
	switch {
	case name != "" && unit != "":
		return strings.Join([]string{"", unit, name, strconv.Itoa(cmp.Or(p.FiscalYear, d.FiscalYear))}, "\n")
	case d.Source.SHA256 != "":
		return strings.Join([]string{"", d.Source.SHA256, strconv.Itoa(p.Seq), name}, "\n")
	}
	return ""
}

// rule counts a finding by its rule.
func (s *Season) rule(file string, f *model.Finding) {
	i := slices.IndexFunc(s.Rules, func(r RuleTally) bool { return r.Code == f.Code && r.Severity == f.Severity })
	if i < 0 {
		i = len(s.Rules)
		s.Rules = append(s.Rules, RuleTally{Code: strings.Clone(f.Code), Severity: f.Severity})
	}
	r := &s.Rules[i]
	r.Findings++
	if r.Files == 0 || r.files != file {
		r.Files, r.files = r.Files+1, file
	}
}

// AddCross counts the findings between documents, each at the file where it is told.
// They are not kept: whoever lists them asks for them anew, by [Season.Cross].
func (s *Season) AddCross(found iter.Seq2[string, *model.Finding]) {
	s.cross = found
	for file, f := range found {
		s.Total.AddFinding(f)
		s.rule(file, f)
		if i, ok := s.at[file]; ok {
			s.Files[i].AddFinding(f)
			s.unit(s.Files[i].Unit).AddFinding(f)
		}
	}
}

// Cross are the findings between documents.
func (s *Season) Cross() iter.Seq[*FileFinding] {
	return func(yield func(*FileFinding) bool) {
		if s.cross == nil {
			return
		}
		for file, f := range s.cross {
			one := &FileFinding{File: file, Finding: f}
			if i, ok := s.at[file]; ok {
				one.Unit = s.Files[i].Unit
			}
			if !yield(one) {
				return
			}
		}
	}
}

// WorstRules are the rules by severity, then by the number of their findings.
func (s *Season) WorstRules() []RuleTally {
	rules := slices.Clone(s.Rules)
	slices.SortFunc(rules, func(a, b RuleTally) int {
		return cmp.Or(b.Severity.Rank()-a.Severity.Rank(), b.Findings-a.Findings, strings.Compare(a.Code, b.Code))
	})
	return rules
}

// WorstUnits are the units with findings, those with the most errors first,
// then warnings, then remarks.
func (s *Season) WorstUnits() []*UnitTally {
	units := slices.DeleteFunc(s.Units.Sorted(), func(u *UnitTally) bool { return u.Findings == [len(Severities)]int{} })
	slices.SortStableFunc(units, func(a, b *UnitTally) int {
		for i := range a.Findings {
			if c := cmp.Compare(b.Findings[i], a.Findings[i]); c != 0 {
				return c
			}
		}
		return 0
	})
	return units
}

// Reason is why a file could not be read: the place inside it and what is wrong
// there.
func Reason(l model.Lang, f *model.Fault) string {
	if place := f.Place.In(l); place != "" {
		return place + l.Say("：", ": ") + f.What.In(l)
	}
	return f.What.In(l)
}
