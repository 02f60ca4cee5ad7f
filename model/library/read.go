package library

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/model/quantity"
)

// Bounds of a library: a province's has some ten thousand indicators.
const (
	MaxBytes   = 16 << 20
	maxEntries = 100_000
	maxName    = 200 // characters
)

// heads are the columns of the table by the titles they go by; further columns are
// the bureau's own and are let pass.
var heads = [3][]string{
	{"一级指标", "level1"},
	{"二级指标", "level2"},
	{"三级指标", "指标名称", "level3"},
}

// Read reads a table: UTF-8, cells parted by tabs, # begins a remark, the first row
// names the columns. 三级指标 (or 指标名称) must be among them; 一级指标 and 二级指标
// may. Errors are a [model.Fault] with the line and what to do.
func Read(name string, data []byte) (*Library, error) {
	switch {
	case len(data) > MaxBytes:
		return nil, fault(model.Say("大于 %d MiB", "is larger than %d MiB", MaxBytes>>20), model.Say("只留指标名称各列", "keep the columns with the names of indicators"))
	case !utf8.Valid(data):
		return nil, fault(model.Say("不是 UTF-8 文字，多半是 GBK", "is not UTF-8, but GBK most likely"), model.Say("用记事本“另存为”，编码选 UTF-8", "save it as UTF-8"))
	}
	sum := sha256.Sum256(data)
	l := &Library{Name: name, SHA256: hex.EncodeToString(sum[:])}
	t := table{first: map[Entry]int{}}
	n := 0
	for line := range strings.Lines(strings.TrimPrefix(string(data), "\ufeff")) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if f := t.row(l, n, strings.Split(line, "\t")); f != nil {
			f.Place = model.OnLine(n)
			return nil, f
		}
	}
	if len(l.Entries) == 0 {
		return nil, fault(model.Say("没有指标", "holds no indicator"), model.Say("第一行写列名，其下一行一个指标，以制表符分隔", "write the names of columns in the first row and an indicator a row below, parted by tabs"))
	}
	l.build()
	return l, nil
}

func fault(what, hint model.Text) *model.Fault {
	return &model.Fault{Kind: "library", What: what, Hint: hint}
}

// table is the table as far as it has been read.
type table struct {
	columns []string
	at      [3]int        // columns of the levels, -1 for none
	first   map[Entry]int // line of each entry
	above   Entry         // levels that merged cells leave out below
}

func (t *table) row(l *Library, line int, cells []string) *model.Fault {
	if t.columns == nil {
		return t.head(cells)
	}
	if len(cells) > len(t.columns) {
		return fault(model.Say("有 %d 栏，列名只有 %d 个", "%d cells, and the table has %d columns", len(cells), len(t.columns)), model.Say("单元格里不能有制表符；缺列名的补上", "no cell may hold a tab; name every column"))
	}
	e := Entry{t.cell(cells, 0), t.cell(cells, 1), t.cell(cells, 2)}
	if e.Level1 == "" && e.Level2 == "" || e.Level1 == t.above.Level1 && e.Level2 == "" {
		e.Level2 = t.above.Level2
	}
	if e.Level1 == "" {
		e.Level1 = t.above.Level1
	}
	t.above = e
	for level, name := range [3]string{e.Level1, e.Level2, e.Level3} { // rows below repeat the levels, and findings the whole
		if n := utf8.RuneCountInString(name); n > maxName {
			return fault(model.Say("%s有 %d 字，超过 %d", "%s has %d characters, more than %d", heads[level][0], n, maxName), model.Say("名称一列只写名称", "write names alone into that column"))
		}
	}
	switch {
	case plain(e.Level3) == "":
		return fault(model.Say("三级指标 %q 没有文字", "the name %q of the indicator has no letters", e.Level3), model.Say("补上名称，或删去这一行", "fill it in, or remove the row"))
	case t.first[e] > 0:
		return fault(model.Say("指标“%s”与第 %d 行相同", "the indicator %q stands in line %d already", e.Path(), t.first[e]), model.Say("删去重复的行", "remove one of the two rows"))
	case len(l.Entries) == maxEntries:
		return fault(model.Say("超过 %d 个指标", "more than %d indicators", maxEntries), model.Say("只留本级适用的指标", "keep those that apply"))
	}
	t.first[e] = line
	l.Entries = append(l.Entries, e)
	return nil
}

func (t *table) cell(cells []string, level int) string {
	if t.at[level] < 0 || t.at[level] >= len(cells) {
		return ""
	}
	return strings.TrimSpace(cells[t.at[level]])
}

// head finds the columns.
func (t *table) head(cells []string) *model.Fault {
	t.columns, t.at = cells, [3]int{-1, -1, -1}
	for i, c := range cells {
		title := quantity.Folded(c)
		for level, names := range heads {
			for _, name := range names {
				if title != name {
					continue
				}
				if t.at[level] >= 0 {
					return fault(model.Say("有两列“%s”", "two columns are %q", c), model.Say("留一列", "keep one of them"))
				}
				t.at[level] = i
			}
		}
	}
	if t.at[2] < 0 {
		return fault(model.Say("第一行没有“三级指标”一列", "the first row names no column 三级指标"),
			model.Say("第一行写列名，以制表符分隔：一级指标、二级指标、三级指标", "name the columns in the first row, parted by tabs: 一级指标, 二级指标, 三级指标"))
	}
	return nil
}
