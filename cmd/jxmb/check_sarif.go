package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"net/url"
	"path/filepath"
	"strings"

	"jxmb/cmd/internal/batch"
	"jxmb/cmd/internal/bucket"
	"jxmb/cmd/internal/early"
	"jxmb/model"
)

// sarif writes a log of the Static Analysis Results Interchange Format 2.1.0
// (OASIS, errata 01). Results are written as they come; what the format wants
// of the whole run follows them. A submission has no lines, so a result names
// its place by a logical location (project/indicator) and by properties.
type sarif struct {
	*app
	out     *bufio.Writer
	index   map[string]int // rule code → place in the driver's rules
	results int
	prints  map[string]int // fingerprints of the file printsOf, counted

	printsOf string
	faults   []sarifNotification
	settings *batch.SettingsFile
}

const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

type sarifText struct {
	Text string `json:"text"`
}

type sarifRule struct {
	ID        string    `json:"id"`
	Short     sarifText `json:"shortDescription"`
	Full      sarifText `json:"fullDescription"`
	Help      sarifText `json:"help"`
	Configure struct {
		Level string `json:"level"`
	} `json:"defaultConfiguration"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"version"`
	Rules   []sarifRule `json:"rules"`
}

type sarifLocation struct {
	Physical struct {
		Artifact struct {
			URI string `json:"uri"`
		} `json:"artifactLocation"`
	} `json:"physicalLocation"`
	Logical []sarifLogical `json:"logicalLocations,omitempty"`
	Message *sarifText     `json:"message,omitempty"`
}

type sarifLogical struct {
	Name string `json:"fullyQualifiedName"`
}

type sarifResult struct {
	Rule       string            `json:"ruleId"`
	Index      int               `json:"ruleIndex"`
	Level      string            `json:"level"`
	Message    sarifText         `json:"message"`
	Locations  []sarifLocation   `json:"locations"`
	Related    []sarifLocation   `json:"relatedLocations,omitempty"`
	Prints     map[string]string `json:"partialFingerprints"`
	Properties sarifProperties   `json:"properties"`
}

// sarifProperties is the place in the document, tables, 1-based, and the cell of
// a workbook; and what the finding is about.
type sarifProperties struct {
	Hint      string     `json:"hint"`
	Bookmark  string     `json:"bookmark"`
	Table     int        `json:"table"`
	Row       int        `json:"row"`
	Column    int        `json:"column"`
	Sheet     string     `json:"sheet,omitempty"`
	Cell      string     `json:"cell,omitempty"`
	Project   string     `json:"project"`
	Indicator string     `json:"indicator"`
	Args      model.Args `json:"args"`
}

type sarifNotification struct {
	Level     string          `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations"`
}

type sarifInvocation struct {
	Successful    bool                `json:"executionSuccessful"`
	Notifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
	Overrides     []sarifOverride     `json:"ruleConfigurationOverrides,omitempty"`
	Properties    *sarifSettings      `json:"properties,omitempty"`
}

// sarifOverride is a rule that the settings file leaves out (§3.51).
type sarifOverride struct {
	Descriptor struct {
		ID    string `json:"id"`
		Index int    `json:"index"`
	} `json:"descriptor"`
	Configuration struct {
		Enabled bool `json:"enabled"`
	} `json:"configuration"`
}

type sarifSettings struct {
	Settings *batch.SettingsFile `json:"settings"`
}

// invocation is how the run went and what it was told to leave out.
func (s *sarif) invocation() sarifInvocation {
	i := sarifInvocation{Successful: len(s.faults) == 0, Notifications: s.faults}
	if s.settings == nil {
		return i
	}
	i.Properties = &sarifSettings{s.settings}
	for _, code := range s.settings.Disabled {
		var o sarifOverride
		o.Descriptor.ID, o.Descriptor.Index = code, s.ruleIndex(code)
		i.Overrides = append(i.Overrides, o)
	}
	return i
}

func newSarif(a *app, out *bufio.Writer, settings *batch.SettingsFile) *sarif {
	s := &sarif{app: a, out: out, settings: settings, index: map[string]int{}}
	for i, r := range allRules() {
		s.index[r.code] = i
	}
	return s
}

func (s *sarif) file(path string, d *model.Document) error {
	for _, f := range d.Findings {
		if err := s.result(path, f); err != nil {
			return err
		}
	}
	return nil
}

func (s *sarif) fault(path string, f *model.Fault) error {
	s.faults = append(s.faults, sarifNotification{
		Level: "error", Message: sarifText{f.Line("", s.lang)}, Locations: []sarifLocation{sarifPlace(path, "")},
	})
	return nil
}

func (s *sarif) result(path string, f model.Finding) error {
	head := ",\n"
	if s.results == 0 {
		var err error
		if head, err = s.head(); err != nil {
			return err
		}
	}
	s.results++
	message := f.Message
	if f.Hint != "" {
		message += s.say("。建议：", ". Hint: ") + f.Hint
	}
	r := sarifResult{
		Rule: f.Code, Index: s.ruleIndex(f.Code), Level: sarifLevel(f.Severity), Message: sarifText{message},
		Locations: []sarifLocation{sarifPlace(path, f.Subject)},
		Prints:    s.fingerprint(path, &f),
		Properties: sarifProperties{
			f.Hint, f.Origin.Bookmark, f.Origin.Table, f.Origin.Row, f.Origin.Column, f.Origin.Sheet, f.Origin.Cell,
			f.Project, f.Indicator, append(model.Args{}, f.Args...),
		},
	}
	for _, o := range f.Also {
		also := sarifPlace(path, "")
		also.Message = &sarifText{o.Place(s.lang)}
		r.Related = append(r.Related, also)
	}
	return s.write(head, r)
}

// fingerprint tells a finding from others of the same file by what it is about
// (SARIF 2.1.0 §3.27.17), so that it stays the same when rows move. A finding
// about no project has its place; what is alike is counted.
func (s *sarif) fingerprint(path string, f *model.Finding) map[string]string {
	if path != s.printsOf {
		s.printsOf, s.prints = path, map[string]int{}
	}
	about := f.Project + " " + f.Indicator
	if f.Project == "" {
		about = f.Subject + " " + f.Origin.String()
	}
	print := f.Code + " " + about
	s.prints[print]++
	if n := s.prints[print]; n > 1 {
		print += fmt.Sprintf(" #%d", n)
	}
	return map[string]string{"identity/v1": print}
}

// ruleIndex is -1, which the format takes for "not given", for a code that no
// catalogue has.
func (s *sarif) ruleIndex(code string) int {
	if i, ok := s.index[code]; ok {
		return i
	}
	return -1
}

// head is the log up to the first result.
func (s *sarif) head() (string, error) {
	driver := sarifDriver{Name: "jxmb", Version: early.Version()}
	for _, r := range allRules() {
		rule := sarifRule{ID: r.code, Short: sarifText{r.title.In(s.lang)}, Full: sarifText{r.explanation.In(s.lang)}}
		rule.Help = sarifText{s.say("依据：", "Source: ") + r.source.In(s.lang)}
		rule.Configure.Level = sarifLevel(r.severity)
		driver.Rules = append(driver.Rules, rule)
	}
	b, err := sarifJSON(driver)
	return `{"$schema":"` + sarifSchema + `","version":"2.1.0","runs":[{"tool":{"driver":` + string(b) + "},\n\"results\":[\n", err
}

func (s *sarif) finish(across iter.Seq2[string, *model.Finding]) error {
	for file, f := range across {
		if err := s.result(file, *f); err != nil {
			return err
		}
	}
	if s.results == 0 {
		head, err := s.head()
		if err != nil {
			return err
		}
		if _, err := s.out.WriteString(head); err != nil {
			return err
		}
	}
	if err := s.write("],\n\"invocations\":[", s.invocation()); err != nil {
		return err
	}
	_, err := s.out.WriteString("]}]}\n")
	return err
}

func (s *sarif) write(before string, v any) error {
	b, err := sarifJSON(v)
	if err != nil {
		return err
	}
	_, err = s.out.WriteString(before + string(b))
	return err
}

// sarifJSON keeps "<" and ">" readable.
func sarifJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimRight(b.Bytes(), "\n"), err
}

func sarifLevel(s model.Severity) string {
	if s == model.Info {
		return "note"
	}
	return string(s)
}

// sarifPlace names the file as a URI reference and, where it is known, the
// project and indicator.
func sarifPlace(path, subject string) sarifLocation {
	var l sarifLocation
	u := url.URL{Path: filepath.ToSlash(path)}
	if at, err := bucket.Parse(path); err == nil {
		u = url.URL{Scheme: "s3", Host: at.Bucket, Path: "/" + at.Key}
	} else if filepath.IsAbs(path) {
		u.Scheme = "file"
		if !strings.HasPrefix(u.Path, "/") {
			u.Path = "/" + u.Path // C:/…
		}
	}
	l.Physical.Artifact.URI = u.String()
	if subject != "" {
		l.Logical = []sarifLogical{{subject}}
	}
	return l
}
