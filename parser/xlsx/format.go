package xlsx

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"github.com/xuri/excelize/v2"
	"github.com/xuri/nfp"

	"jxmb/model/tsv"
)

//go:embed formats.tsv
var builtInTable string

// builtIn are the codes of formats that no workbook declares.
var builtIn = sync.OnceValue(func() map[int]string {
	codes := map[int]string{}
	tsv.Must("formats.tsv", builtInTable, 2, func(row []string) error {
		n, err := strconv.Atoi(row[0])
		codes[n] = row[1]
		return err
	})
	return codes
})

// formats show numbers as the number formats of a workbook say (§18.8.30,
// §18.8.31).
type formats struct {
	codes    map[int]string
	from1904 bool
	compiled map[int][]section
	texts    map[int]*section // by format: its section for texts, nil where it has none
	rare     *excelize.File   // of one cell, which shows what section.go does not; nil until needed
	rareUses int
}

func newFormats(w *workbook) *formats {
	return &formats{codes: w.styles.codes, from1904: w.from1904, compiled: map[int][]section{}, texts: map[int]*section{}}
}

// text is a text under a format, which may hide it or stand around it.
func (f *formats) text(value string, id int) string {
	s, known := f.texts[id]
	if !known {
		if code := f.code(id); strings.ContainsAny(code, "@;") && len(code) <= maxFormatCode {
			_, s = compile(code)
		}
		f.texts[id] = s
	}
	if s == nil {
		return value
	}
	var out strings.Builder
	for i := range s.tokens {
		switch t := &s.tokens[i]; t.TType {
		case nfp.TokenTypeTextPlaceHolder:
			out.WriteString(value)
		case nfp.TokenTypeLiteral:
			out.WriteString(t.TValue)
		}
	}
	return out.String()
}

// show is a number under a format. It is not sure where the format cannot be
// told or the number has lost digits: text is then the number as it is stored.
func (f *formats) show(value string, id int) (text string, sure bool) {
	n, exact, ok := parseNumber(value)
	if !ok {
		return value, false
	}
	sections := f.sections(id)
	i := choose(sections, n)
	switch {
	case len(sections) == 0:
		return n.String(), exact
	case i < 0:
		return n.String(), false
	}
	s := &sections[i]
	text, ok = s.show(n, !ownSign(sections, i), f.from1904)
	if !ok && s.kind == rare && len(sections) == 1 { // it obeys no conditions
		text, ok = f.excelize(value, id)
	}
	if !ok {
		return n.String(), false
	}
	return strings.TrimSpace(text), exact || s.kind == dated
}

// code is the code of a format, "" for General.
func (f *formats) code(id int) string {
	code, declared := f.codes[id]
	if !declared {
		code = builtIn()[id]
	}
	if strings.EqualFold(code, "General") || code == "@" || strings.EqualFold(code, "GENERAL;@") {
		return ""
	}
	return code
}

// sections are those of a format that numbers may be shown by; none for General.
func (f *formats) sections(id int) []section {
	if done, ok := f.compiled[id]; ok {
		return done
	}
	var out []section
	if code := f.code(id); code != "" {
		out, _ = compile(code)
	}
	f.compiled[id] = out
	return out
}

// compile reads a code: its sections for numbers, and that for texts, nil where
// there is none. What it cannot read is a section that shows nothing for sure. The
// sign "!" quotes a character as "\" does in Chinese and Japanese Excel.
func compile(code string) (out []section, text *section) {
	unreadable := []section{{kind: unknown}}
	if len(code) > maxFormatCode {
		return unreadable, nil
	}
	defer func() {
		if recover() != nil { // the parser of codes is not ours
			out, text = unreadable, nil
		}
	}()
	parser := nfp.NumberFormatParser()
	for _, s := range parser.Parse(backslashed(code)) {
		if s.Type == nfp.TokenSectionText {
			section := newSection(s.Items)
			text = &section
			continue
		}
		out = append(out, newSection(s.Items))
	}
	if len(out) == 0 { // of text alone: numbers are shown as they are
		out = []section{{kind: general, tokens: []nfp.Token{{TType: nfp.TokenTypeGeneral}}}}
	}
	return out, text
}

// backslashed writes "!x" as "\x", outside quotes.
func backslashed(code string) string {
	if !strings.Contains(code, "!") {
		return code
	}
	b, quoted := []byte(code), false
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '"':
			quoted = !quoted
		case '\\':
			i++
		case '!':
			if !quoted {
				b[i] = '\\'
				i++
			}
		}
	}
	return string(b)
}

// excelize shows a number by excelize, which knows fractions, exponents and
// elapsed time and takes some 30 µs for each.
func (f *formats) excelize(value string, id int) (text string, ok bool) {
	if f.rareUses++; f.rareUses > maxFallback {
		return "", false
	}
	defer func() {
		if recover() != nil {
			text, ok = "", false
		}
	}()
	if f.rare == nil {
		f.rare = excelize.NewFile()
	}
	const sheet, cell = "Sheet1", "A1"
	code := f.code(id)
	style, err := f.rare.NewStyle(&excelize.Style{CustomNumFmt: &code})
	if err == nil {
		err = f.rare.SetCellStyle(sheet, cell, cell, style)
	}
	if err == nil {
		err = f.rare.SetCellDefault(sheet, cell, value)
	}
	if err == nil {
		text, err = f.rare.GetCellValue(sheet, cell)
	}
	return text, err == nil && text != "" && text != value
}
