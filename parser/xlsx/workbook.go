package xlsx

import (
	"strings"

	"jxmb/model"
	"jxmb/parser/ooxml"
)

// workbook is the main part (§18.2): its sheets in order, and the parts that all
// of them share.
type workbook struct {
	file     *ooxml.Package
	part     string
	budget   *budget
	sheets   []sheetEntry
	from1904 bool // dates count from 1904-01-01
	strings  *sharedStrings
	styles   *styles
}

// sheetEntry is a sheet as the workbook lists it (§18.2.19).
type sheetEntry struct {
	name, part string
	hidden     bool
}

// openWorkbook reads the main part and those that all sheets share.
func openWorkbook(file *ooxml.Package, part string, b *budget) (*workbook, error) {
	w := &workbook{file: file, part: part, budget: b}
	src, err := file.Small(part)
	if err != nil {
		return nil, err
	}
	links, err := file.Relationships(part)
	if err != nil {
		return nil, err
	}
	if err := w.readMain(src, ooxml.ByID(links)); err != nil {
		return nil, err
	}
	name := ooxml.Find(links, "sharedStrings")
	src, err = w.large(name)
	if err != nil {
		return nil, err
	}
	if w.strings, err = openStrings(name, src, b.limits); err != nil {
		return nil, err
	}
	name = ooxml.Find(links, "styles")
	if src, err = file.Small(name); err != nil {
		return nil, err
	}
	w.styles, err = readStyles(name, src, b.limits)
	return w, err
}

// large reads a part that may be large, out of the budget for all of them; nil
// where there is none.
func (w *workbook) large(name string) ([]byte, error) {
	f, err := w.file.Member(name)
	if f == nil || err != nil || name == "" {
		return nil, err
	}
	if w.budget.bytes -= int64(min(f.UncompressedSize64, 1<<62)); w.budget.bytes < 0 {
		return nil, ooxml.LimitFault(ooxml.LimitPart, w.budget.limits.PartBytes, name, -1)
	}
	src, err := w.file.Inflate(f, nil, w.budget.limits.PartBytes, ooxml.LimitPart)
	if err != nil {
		return nil, err
	}
	return ooxml.Decode(name, src, w.budget.limits.PartBytes)
}

// readMain reads the list of sheets. Sheets of charts and dialogs, and those in
// other files, hold no cells; they have no part in targets or one of another
// kind, which reading the sheet finds out.
func (w *workbook) readMain(src []byte, targets map[string]string) error {
	var s ooxml.Scanner
	s.Reset(w.part, src, w.budget.limits.Depth)
	if s.Next() == ooxml.Start && string(s.LocalName()) != "workbook" {
		return foreignRoot(w.file, &s)
	}
	for s.Next() != ooxml.EOF {
		switch {
		case s.Depth() == 2 && string(s.LocalName()) == "workbookPr":
			value, _ := s.Attribute("date1904")
			w.from1904 = w.from1904 || isTrue(value)
		case s.Depth() == 3 && string(s.LocalName()) == "sheet":
			if len(w.sheets) == maxSheets {
				return tooMany(w.part, maxSheets, "工作表", "sheets")
			}
			name, _ := s.Attribute("name")
			id, _ := s.AnyAttribute("id")
			state, _ := s.Attribute("state")
			entry := sheetEntry{name: s.Unescape(name), part: targets[string(id)]}
			entry.hidden = len(state) > 0 && string(state) != "visible"
			w.sheets = append(w.sheets, entry)
			s.Skip()
		}
	}
	if s.Err != nil {
		return s.Err
	}
	return nil
}

// foreignRoot says that the main part is no workbook.
func foreignRoot(file *ooxml.Package, s *ooxml.Scanner) error {
	f := &model.Fault{
		Kind: model.FaultNotDocx, Place: model.InPart(s.Part, int64(s.Start)),
		What: model.Say("主部件的根元素是 <%.40s>，不是 Excel 工作簿", "the root element of the main part is <%.40s>, not an Excel workbook", s.TagName(1)),
		Hint: ooxml.SaveAsXlsx,
	}
	if !file.IsWorkbook() {
		f.Err = ooxml.ErrSibling
	}
	return f
}

// isBinary tells the main part of .xlsb, which is no XML.
func isBinary(part string) bool { return strings.HasSuffix(strings.ToLower(part), ".bin") }
