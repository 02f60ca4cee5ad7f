package review

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"jxmb/model"
)

// keys names the findings of a document.
type keys struct {
	projects map[string]*indexed
	texts    map[any]map[string]any // of projects and indicators as JSON
}

// indexed is a project, and where to find what it holds.
type indexed struct {
	*model.Project
	indicators map[string]*model.Indicator
	fields     map[place]string // of the project's own cells
}

// place is a cell.
type place struct{ table, row, column int }

// Keys gives the name of each finding of d.
func Keys(d *model.Document) []Key {
	k := newKeys(d)
	out := make([]Key, len(d.Findings))
	for i := range d.Findings {
		out[i] = k.of(&d.Findings[i])
	}
	return out
}

func newKeys(d *model.Document) *keys {
	k := &keys{projects: map[string]*indexed{}, texts: map[any]map[string]any{}}
	for i := range d.Projects {
		p := &indexed{Project: &d.Projects[i], indicators: map[string]*model.Indicator{}}
		p.fields = fieldsOf(p.Cells)
		for n := range p.Indicators {
			p.indicators[p.Indicators[n].ID] = &p.Indicators[n]
		}
		k.projects[p.ID] = p
	}
	return k
}

// of names a finding. Where no cell of a field stands at its place, what the rule
// found stands for what the cell says.
func (k *keys) of(f *model.Finding) Key {
	key := Key{Code: f.Code, Project: f.Project}
	said := ""
	if p := k.projects[f.Project]; p != nil {
		said = k.locate(&key, p, f)
	}
	if key.Field == "" {
		key.Indicator = f.Indicator
		args, _ := json.Marshal(named(f.Args)) // strings
		said = f.Subject + string(args)
	}
	sum := sha256.Sum256([]byte(said))
	key.Hash = hex.EncodeToString(sum[:16])
	return key
}

// named are the arguments of a finding with files by their names alone: in which
// folder they stand depends on who reads them.
func named(args model.Args) model.Args {
	args = slices.Clone(args)
	for i := range args {
		if args[i].Name == "other_file" {
			args[i].Value = path.Base(filepath.ToSlash(args[i].Value))
		}
	}
	return args
}

// locate finds the field whose cell a finding stands in, and what it says.
func (k *keys) locate(key *Key, p *indexed, f *model.Finding) (said string) {
	at := place{f.Origin.Table, f.Origin.Row, f.Origin.Column}
	if in := p.indicators[f.Indicator]; in != nil {
		if key.Field = fieldsOf(in.Cells)[at]; key.Field != "" {
			key.Indicator = in.ID
			return k.text(in, key.Field)
		}
	}
	if key.Field = p.fields[at]; key.Field != "" {
		return k.text(p.Project, key.Field)
	}
	return ""
}

// fieldsOf are the fields by their cells: the target where a cell holds several.
func fieldsOf(cells []model.CellRef) map[place]string {
	fields := make(map[place]string, len(cells))
	for _, c := range cells {
		at := place{c.Table, c.Row, c.Column}
		if fields[at] == "" || c.Field == "target" {
			fields[at] = c.Field
		}
	}
	return fields
}

// text is what a field says, by its path: "target", "goals[1]", "budget.total".
func (k *keys) text(of any, path string) string {
	object, ok := k.texts[of]
	if !ok {
		object = map[string]any{}
		_ = json.Unmarshal(model.AppendPlainJSON(nil, of, false), &object) // our own
		k.texts[of] = object
	}
	var at any = object
	for step := range strings.FieldsFuncSeq(path, func(r rune) bool { return r == '.' || r == '[' || r == ']' }) {
		at = child(at, step)
	}
	if object, ok := at.(map[string]any); ok && object["text"] != nil {
		at = object["text"]
	}
	if text, ok := at.(string); ok {
		return text
	}
	text, _ := json.Marshal(at) // of JSON
	return string(text)
}

func child(at any, step string) any {
	switch v := at.(type) {
	case map[string]any:
		return v[step]
	case []any:
		i := 0
		for _, r := range step {
			i = 10*i + int(r-'0')
		}
		if i >= 0 && i < len(v) {
			return v[i]
		}
	}
	return nil
}

// Filter moves the findings that were set aside from the findings of d to those
// ignored. It comes after the rules were run.
func (f *File) Filter(d *model.Document) {
	if len(f.Ignored) == 0 {
		return
	}
	ignored, codes := map[Key]*Ignored{}, map[string]bool{}
	for i := range f.Ignored {
		ignored[f.Ignored[i].Key] = &f.Ignored[i]
		codes[f.Ignored[i].Code+"\x00"+f.Ignored[i].Project] = true
	}
	k := newKeys(d)
	left := make([]model.Finding, 0, len(d.Findings))
	for _, found := range d.Findings {
		var by *Ignored
		if codes[found.Code+"\x00"+found.Project] {
			by = ignored[k.of(&found)]
		}
		if by == nil {
			left = append(left, found)
			continue
		}
		d.Ignored = append(d.Ignored, model.Ignored{Finding: found, Who: by.Who, When: by.When, Why: by.Why})
	}
	d.Findings = left
}
