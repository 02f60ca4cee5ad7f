package profile

import (
	"embed"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/model/quantity"
)

//go:embed profiles/*.tsv
var builtin embed.FS

// Default is the profile where none is named.
const Default = "yth"

// Names are the built-in profiles, in alphabetical order.
func Names() []string {
	files, err := fs.Glob(builtin, "profiles/*.tsv")
	if err != nil {
		panic("profile: internal error: " + err.Error())
	}
	for i, f := range files {
		files[i] = strings.TrimSuffix(strings.TrimPrefix(f, "profiles/"), ".tsv")
	}
	slices.Sort(files)
	return files
}

// Builtin finds a built-in profile.
func Builtin(name string) (*Profile, bool) {
	if !slices.Contains(Names(), name) {
		return nil, false
	}
	data, err := builtin.ReadFile("profiles/" + name + ".tsv")
	if err != nil {
		panic("profile: internal error: " + err.Error())
	}
	p, err := Read(name, data)
	if err != nil {
		panic("profile: internal error: " + name + ": " + err.Error())
	}
	return p, true
}

// Bounds of a profile. Every cell of a sheet asks each label and code of its column,
// so there are few; maxWidth is what a cell of a workbook holds.
const (
	MaxBytes   = 1 << 20
	maxColumns = 200
	maxWords   = 2000 // labels and codes of all columns
	maxWidth   = 32767
	maxText    = 200 // characters of a heading or a code: every row says them again
)

// head are the columns of the file itself.
const head = "heading\tfield\twidth\tcodes"

// Read reads a profile: UTF-8, lines of heading, field, width and codes parted by
// tabs; # begins a remark. Errors are a [model.Fault] with the line and what to do.
func Read(name string, data []byte) (*Profile, error) {
	if len(data) > MaxBytes || !utf8.Valid(data) {
		return nil, fault(0, model.Say("不是 1 MiB 以内的 UTF-8 文本", "no UTF-8 text of at most 1 MiB"), model.Say("另存为 UTF-8 的 .tsv 文件", "save it as a .tsv file in UTF-8"))
	}
	p, headed, words := &Profile{Name: name}, false, 0
	for n, line := range strings.Split(strings.TrimPrefix(string(data), "\ufeff"), "\n") {
		line = strings.TrimRight(line, "\r")
		switch {
		case strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#"):
		case !headed:
			if headed = line == head; !headed {
				return nil, fault(n+1, model.Say("第一行不是列名 %q", "the first line is not %q", head), model.Say("写上这四个列名，以制表符分隔", "write these four names, parted by tabs"))
			}
		default:
			c, err := p.column(strings.Split(line, "\t"))
			if err != nil {
				err.Place = model.OnLine(n + 1)
				return nil, err
			}
			p.Columns = append(p.Columns, c)
			if words += c.words(); words > maxWords {
				return nil, fault(n+1, model.Say("列名和代码合计超过 %d 个", "more than %d labels and codes in all", maxWords), model.Say("只留用得上的", "keep those that are needed"))
			}
		}
	}
	if len(p.Columns) == 0 || len(p.Columns) > maxColumns {
		return nil, fault(0, model.Say("有 %d 列", "it has %d columns", len(p.Columns)), model.Say("写 1 到 %d 列，一行一列", "write 1 to %d columns, one a line", maxColumns))
	}
	return p, nil
}

func fault(line int, what, hint model.Text) *model.Fault {
	f := &model.Fault{Kind: "profile", What: what, Hint: hint}
	if line > 0 {
		f.Place = model.OnLine(line)
	}
	return f
}

// column reads the cells of a line.
func (p *Profile) column(cells []string) (Column, *model.Fault) {
	if len(cells) != 4 {
		return Column{}, fault(0, model.Say("有 %d 栏，应为 4 栏", "%d cells instead of 4", len(cells)), model.Say("标题、字段、长度、代码以制表符分隔，没有代码写 -", "heading, field, width and codes, parted by tabs; - for no codes"))
	}
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	c := Column{Heading: cells[0], Field: cells[1]}
	if n := utf8.RuneCountInString(c.Heading); n > maxText {
		return c, fault(0, model.Say("标题有 %d 字，超过 %d", "the heading has %d characters, more than %d", n, maxText), model.Say("写导入模板中的列标题", "write the heading of the import template"))
	}
	if c.Title() == "" || slices.ContainsFunc(p.Columns, func(o Column) bool { return o.Heading == c.Heading }) {
		return c, fault(0, model.Say("标题 %q 为空或重复", "the heading %q is blank or stands twice", c.Heading), model.Say("写导入模板中的列标题，每列一个", "write the headings of the import template, each once"))
	}
	labels, ofForm := strings.CutPrefix(c.Field, extra)
	if _, known := fields[c.Field]; !known && (!ofForm || labels == "") {
		all := strings.Join(Fields(), ", ")
		return c, fault(0, model.Say("没有字段 %q", "there is no field %q", c.Field), model.Say("可用 %s，或 extra. 加表中的列名", "there are %s, and extra. with a label of the form", all))
	}
	if ofForm {
		c.Field = extra + quantity.Folded(labels)
	}
	var err error
	if c.Width, err = strconv.Atoi(cells[2]); err != nil || c.Width < 1 || c.Width > maxWidth {
		return c, fault(0, model.Say("长度 %q 不是 1 到 %d 的整数", "the width %q is no whole number from 1 to %d", cells[2], maxWidth), model.Say("写系统允许的长度，一个汉字计 2", "write what the system takes, a Chinese character counts 2"))
	}
	if cells[3] == "-" {
		return c, nil
	}
	bad := c.codes(cells[3])
	return c, bad
}

// words counts the labels and codes that a cell asks for.
func (c *Column) words() int { return len(c.Codes) + strings.Count(c.Field, "|") }

// codes reads "1:≥ 2:＞".
func (c *Column) codes(text string) *model.Fault {
	for pair := range strings.FieldsSeq(text) {
		if len(c.Codes) > maxWords {
			return nil // which the profile refuses
		}
		if n := utf8.RuneCountInString(pair); n > maxText {
			return fault(0, model.Say("代码和内容有 %d 字，超过 %d", "a code and its text have %d characters, more than %d", n, maxText), model.Say("一个代码对应一个词", "a code stands for a word"))
		}
		code, of, ok := strings.Cut(pair, ":")
		if !ok || code == "" || of == "" || slices.ContainsFunc(c.Codes, func(o Code) bool { return o.Text == of }) {
			return fault(0, model.Say("代码 %q 写法有误或重复", "the code %q is malformed or stands twice", pair), model.Say("写成 代码:内容，以空格分隔，如 1:≥ 2:＞；没有代码写 -", "write CODE:TEXT with blanks between, such as 1:≥ 2:＞; - for no codes"))
		}
		c.Codes = append(c.Codes, Code{code, of})
	}
	if len(c.Codes) == 0 {
		return fault(0, model.Say("代码一栏为空", "the cell of codes is blank"), model.Say("没有代码写 -", "write - for no codes"))
	}
	return nil
}
