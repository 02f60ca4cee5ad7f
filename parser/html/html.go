// Package html reads web pages that publish 绩效目标表: paragraphs, headings and
// tables as the grid that Word documents are read into.
//
// The page is read token by token, not as a tree, because places in it are
// byte offsets and the tree does not keep them. Tables are laid out by rowspan
// and colspan (HTML Living Standard §4.9.12); a missing </td> or </tr> ends
// where the next cell or row begins.
package html

import (
	"bytes"
	"context"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"

	"jxmb/model"
	"jxmb/parser/block"
)

// The limits of a page; every one is named in the error that exceeding it
// gives.
const (
	MaxBytes = 32 << 20 // of the page after decoding
	maxDepth = 64       // nested tables
	maxSlots = 1 << 20  // grid slots of one table
	maxCells = 500_000  // td and th of all tables, as for texts
	maxPage  = 4 << 20  // grid slots of all tables, each as wide and high as its spans reach
	maxSpan  = 1000     // columns or rows of one cell: HTML Living Standard §4.9.11
)

// What cells and blocks take in memory beside their text.
const (
	costCell  = 184
	costBlock = 128
)

// tokensAtOnce is how often the context is asked.
const tokensAtOnce = 256

// Read reads a page. The encoding is the one that a byte order mark or a meta
// element declares (GBK is frequent), else UTF-8 where the page is valid as
// that, else GB 18030. Byte ranges are offsets into
// the page as UTF-8; the part is name.
func Read(ctx context.Context, name string, data []byte) (*block.Document, error) {
	page, err := decode(data)
	if err != nil {
		return nil, err
	}
	r := &reader{doc: &block.Document{Part: name}, tokens: html.NewTokenizer(bytes.NewReader(page))}
	r.tokens.SetMaxBuf(MaxBytes)
	for n := 0; ; n++ {
		if n%tokensAtOnce == 0 && ctx.Err() != nil {
			return nil, model.Interrupted(ctx)
		}
		kind := r.tokens.Next()
		if kind == html.ErrorToken {
			if err := r.tokens.Err(); err != io.EOF {
				return nil, &model.Fault{Kind: model.FaultUnreadable, What: model.Say("网页无法读取：%v", "the page cannot be read: %v", err), Err: err}
			}
			break
		}
		r.start, r.end = r.end, r.end+len(r.tokens.Raw())
		if err := r.token(kind); err != nil {
			return nil, err
		}
	}
	err = r.finish()
	r.doc.Bytes += int64(len(page) + len(r.doc.Blocks)*costBlock)
	return r.doc, err
}

func decode(data []byte) ([]byte, error) {
	declared, _, certain := charset.DetermineEncoding(data[:min(len(data), 1024)], "")
	switch {
	case certain:
	case utf8.Valid(data):
		declared = encoding.Nop
	default:
		declared = simplifiedchinese.GB18030
	}
	in := declared.NewDecoder().Reader(bytes.NewReader(data))
	page, err := io.ReadAll(io.LimitReader(in, MaxBytes+1))
	if err != nil {
		return nil, &model.Fault{Kind: model.FaultUnreadable, What: model.Text{ZH: "网页编码有误", EN: "the page does not decode"}, Err: err}
	}
	if len(page) > MaxBytes {
		return nil, &model.Fault{Kind: model.FaultUnreadable, What: model.Say("网页超过 %d 字节的上限", "the page exceeds the limit of %d bytes", MaxBytes),
			Hint: model.Text{ZH: "只保存含有表格的部分", EN: "save only the part with the tables"}}
	}
	return page, nil
}

// reader is the state of reading one page.
type reader struct {
	doc        *block.Document
	tokens     *html.Tokenizer
	start, end int // of the token
	text       text
	tables     []*table // open ones, the innermost last
	count      int
	cells      int
	slots      int       // of all tables so far
	skip       atom.Atom // element whose content is no text: script, style, …
	marks      []mark    // open elements that change what their text means
	math       formula   // elements of the open formula
	sheet      stylesheet
	choice     *choice // the open select
}

func (r *reader) token(kind html.TokenType) error {
	switch kind {
	case html.TextToken:
		switch {
		case r.skip == atom.Style:
			r.sheet.read(string(r.tokens.Raw()))
		case r.skip != 0:
		case r.choice != nil:
			if r.choice.open {
				r.choice.text.Write(r.tokens.Text())
			}
		default:
			r.show(string(r.tokens.Text()))
		}
	case html.StartTagToken, html.SelfClosingTagToken:
		name, more := r.tokens.TagName()
		r.openMath(string(name), kind == html.SelfClosingTagToken)
		return r.open(r.element(name, more), kind == html.SelfClosingTagToken)
	case html.EndTagToken:
		name, _ := r.tokens.TagName()
		r.closeMath(string(name))
		return r.close(atom.Lookup(name))
	}
	return nil
}

// current is the text being gathered: that of the open cell, else of the
// paragraph. A caption and what stands between cells is shown before the table
// (HTML Living Standard §13.2.6.1).
func (r *reader) current() *text {
	for n := len(r.tables); n > 0; n-- {
		if c := r.tables[n-1].cell; c != nil {
			return &c.text
		}
	}
	return &r.text
}

func (r *reader) open(e *element, selfClosing bool) error {
	if r.skip != 0 {
		return nil
	}
	if !selfClosing {
		r.openMark(e)
	}
	switch e.tag {
	case atom.Script, atom.Style, atom.Title, atom.Template, atom.Noscript, atom.Rt, atom.Rp:
		if !selfClosing {
			r.skip = e.tag
		}
	case atom.Table:
		return r.openTable()
	case atom.Tr:
		r.openRow()
	case atom.Td, atom.Th:
		return r.openCell(e)
	case atom.Br:
		r.current().br(r.start, r.end)
	case atom.Input, atom.Select, atom.Option:
		r.openControl(e)
	case atom.Link:
		r.sheet.partly = r.sheet.partly || strings.Contains(e.rel, "stylesheet")
	default:
		if breaksLine(e.tag) {
			r.breakLine()
		}
	}
	return nil
}

func (r *reader) close(tag atom.Atom) error {
	if r.skip != 0 {
		if tag == r.skip {
			r.skip = 0
		}
		return nil
	}
	r.closeMark(tag)
	switch tag {
	case atom.Select, atom.Option:
		r.closeControl(tag)
	case atom.Table:
		return r.closeTable()
	case atom.Td, atom.Th, atom.Tr:
		if t := r.table(); t != nil {
			t.closeCell(r.start)
		}
	default:
		if breaksLine(tag) {
			r.breakLine()
		}
	}
	return nil
}

// breaksLine says whether the element begins and ends a line.
func breaksLine(tag atom.Atom) bool {
	switch tag {
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Ul, atom.Ol, atom.Dl, atom.Dt, atom.Dd,
		atom.Section, atom.Article, atom.Header, atom.Footer, atom.Main, atom.Nav, atom.Aside, atom.Blockquote, atom.Pre, atom.Center,
		atom.Hr, atom.Caption, atom.Body, atom.Form, atom.Fieldset, atom.Tbody, atom.Thead, atom.Tfoot:
		return true
	}
	return false
}

// breakLine ends a line of a cell, or the paragraph outside cells.
func (r *reader) breakLine() {
	if t := r.current(); t != &r.text {
		t.line()
		return
	}
	r.paragraph()
}

func (r *reader) paragraph() {
	s, runs := r.text.take()
	if s == "" {
		return
	}
	r.doc.Blocks = append(r.doc.Blocks, block.Block{Paragraph: &block.Paragraph{Text: s, Start: runs[0].Start, End: runs[len(runs)-1].End}})
}

func (r *reader) finish() error {
	for len(r.tables) > 0 {
		if err := r.closeTable(); err != nil {
			return err
		}
	}
	r.paragraph()
	return nil
}
