// Package review keeps what people decided about a submission: findings that they
// set aside, and values that they put right. It is a file of its own, so that the
// submission stays as it came, and so that a second look begins where the first
// ended.
//
// A decision holds for what was looked at. An ignored finding is named by its
// rule, the project, the field and a hash of what the cell says, a correction by
// project, field and what the cell said before: once the cell says something else,
// neither holds any more.
package review

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"

	"jxmb/model"
)

// Schema names the version of the JSON form of [File].
const Schema = "jxmb-review/1"

// File is the state of a review: of one submission or of many.
type File struct {
	Schema    string       `json:"schema"`
	Ignored   []Ignored    `json:"ignored"`
	Corrected []Correction `json:"corrected"`
}

// Key names a finding without saying where it stands, so that it is found again
// when rows are inserted. Indicator and Field are "" where there is none.
type Key struct {
	Code      string `json:"code"`
	Project   string `json:"project"`
	Indicator string `json:"indicator"`
	Field     string `json:"field"`
	Hash      string `json:"hash"`
}

// Ignored is a finding that was set aside.
type Ignored struct {
	Key
	Who  string `json:"who"`
	When string `json:"when"`
	Why  string `json:"why"`
}

// Correction puts a value right. Before and After are texts of the cell.
type Correction struct {
	Project   string `json:"project"`
	Indicator string `json:"indicator"`
	Field     string `json:"field"`
	Before    string `json:"before"`
	After     string `json:"after"`
	Who       string `json:"who"`
	When      string `json:"when"`
	Why       string `json:"why"`
}

// MaxBytes is more than any review takes.
const MaxBytes = 32 << 20

// Read reads a review. Its errors are [*model.Fault] of the kind "review", or
// those of r.
func Read(r io.Reader) (*File, error) {
	text, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, err
	}
	if len(text) > MaxBytes {
		return nil, tooLong(model.Say("审核记录超过 %d MiB", "the review has more than %d MiB", MaxBytes>>20))
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	f := new(File)
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(f); err != nil {
		return nil, unreadable(model.JSONReason(text, err))
	}
	if f.Schema != Schema {
		return nil, unreadable(model.Say("schema 不是 %s", "schema is not %s", Schema))
	}
	return f, f.within()
}

func unreadable(why model.Text) error {
	return &model.Fault{
		Kind: "review",
		What: model.Text{ZH: "不是审核记录（" + why.ZH + "）", EN: "no review (" + why.EN + ")"},
		Hint: model.Say("jxmb schema review 说明它的格式", "jxmb schema review says how it is written"),
	}
}

// Bounds of decisions, and in bytes of what values are corrected to, which is read
// as cells are: of one text, and of all of them. A season of two thousand
// submissions has some thousands, of some twenty characters.
const (
	maxIgnored   = 50_000
	maxCorrected = 20_000
	maxAfter     = 64 << 10
	maxAllAfter  = 4 << 20
)

// within refuses a review that says more than any reviewer writes.
func (f *File) within() error {
	if len(f.Ignored) > maxIgnored || len(f.Corrected) > maxCorrected {
		return tooLong(model.Say("忽略的问题超过 %d 个，或更正超过 %d 条", "more than %d findings set aside, or more than %d corrections", maxIgnored, maxCorrected))
	}
	all := 0
	for i := range f.Corrected {
		n := len(f.Corrected[i].After)
		if all += n; n > maxAfter {
			return tooLong(model.Say("第 %d 条更正的 after 超过 %d 字节", "the text after correction %d has more than %d bytes", i+1, maxAfter))
		}
	}
	if all > maxAllAfter {
		return tooLong(model.Say("各条更正的 after 合计超过 %d MiB", "the texts after all corrections have more than %d MiB", maxAllAfter>>20))
	}
	return nil
}

func tooLong(what model.Text) error {
	return &model.Fault{Kind: "review", What: what, Hint: model.Say("核对是否选错了文件；记录太多时分成几份", "check that it is the right file; split a review that is too long")}
}

// Write writes the review; the same review gives the same bytes. One that could not
// be read again is refused.
func (f *File) Write(w io.Writer) error {
	if err := f.within(); err != nil {
		return err
	}
	out := *f
	out.Schema = Schema
	out.Ignored = append([]Ignored{}, f.Ignored...) // never null
	out.Corrected = append([]Correction{}, f.Corrected...)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

// Ignore sets a finding aside, once.
func (f *File) Ignore(i Ignored) {
	f.Notice(i.Key)
	f.Ignored = append(f.Ignored, i)
}

// Notice takes back that a finding was set aside.
func (f *File) Notice(k Key) {
	f.Ignored = slices.DeleteFunc(f.Ignored, func(i Ignored) bool { return i.Key == k })
}

// Correct puts a value right, in place of what was said of the same field.
func (f *File) Correct(c Correction) {
	f.Undo(c.Project, c.Indicator, c.Field)
	f.Corrected = append(f.Corrected, c)
}

// Undo takes a correction back.
func (f *File) Undo(project, indicator, field string) {
	f.Corrected = slices.DeleteFunc(f.Corrected, func(c Correction) bool {
		return c.Project == project && c.Indicator == indicator && c.Field == field
	})
}
