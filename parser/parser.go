// Package parser turns a submission into a [model.Document]: bytes to blocks,
// blocks to forms, and on the way each target cell to a value.
package parser

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"path"
	"strings"
	"sync"

	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/doc"
	"jxmb/parser/docx"
	"jxmb/parser/form"
	"jxmb/parser/html"
	"jxmb/parser/ooxml"
	"jxmb/parser/text"
	"jxmb/parser/xlsx"
)

// Options of [Parse]; the zero value reads a Word document with the built-in
// forms, default limits and Chinese messages.
type Options struct {
	Name   string // file name recorded as the source, without folders; its extension tells .txt and .html from Word
	SHA256 string // of the file in lower-case hexadecimal, where it is known; "" to have it summed
	Lang   model.Lang
	Limits ooxml.Limits
	Forms  *form.Library
	Trace  *form.Trace // filled with what was recognised and why, where not nil
}

// Parse reads the submission of size bytes at r. Its errors are
// [*model.Fault], or that of r. It stops soon after ctx has ended.
func Parse(ctx context.Context, r io.ReaderAt, size int64, opts Options) (*model.Document, error) {
	blocks, err := Blocks(ctx, r, size, opts)
	if err != nil {
		return nil, err
	}
	doc, err := Recognise(ctx, blocks, r, size, opts)
	blocks.Free()
	return doc, err
}

// Recognise is what [Parse] makes of the blocks of the submission of size bytes
// at r, for those who need both; it may use them up. Its errors are those of
// [Parse].
func Recognise(ctx context.Context, blocks *block.Document, r io.ReaderAt, size int64, opts Options) (*model.Document, error) {
	doc, err := form.Read(ctx, blocks, form.Options{Lang: opts.Lang, Forms: opts.Forms, Trace: opts.Trace, Spend: spender(blocks, opts)})
	if err != nil {
		return nil, err
	}
	sum := opts.SHA256
	if sum == "" {
		if sum, err = Digest(r, size); err != nil {
			return nil, err
		}
	}
	doc.Source = model.Source{
		Name:        opts.Name,
		SHA256:      sum,
		Bytes:       size,
		Application: blocks.Application,
	}
	model.Identify(doc)
	return doc, nil
}

// pieces are what files are read in to be summed.
var pieces = sync.Pool{New: func() any { return new([32 << 10]byte) }}

// Digest is the SHA-256 of the first size bytes of r, in lower-case hexadecimal.
func Digest(r io.ReaderAt, size int64) (string, error) {
	piece := pieces.Get().(*[32 << 10]byte)
	defer pieces.Put(piece)
	sum := sha256.New()
	if _, err := io.CopyBuffer(sum, io.NewSectionReader(r, 0, size), piece[:]); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// spender spends what the blocks have left of the limit for one document.
func spender(blocks *block.Document, opts Options) func(int) error {
	most := opts.Limits.WithDefaults().ResultBytes
	part := blocks.Part
	if part == opts.Name {
		part = "" // the file itself, which whoever tells the error names
	}
	left := most - blocks.Bytes
	return func(bytes int) error {
		if left -= int64(bytes); left >= 0 {
			return nil
		}
		return ooxml.LimitFault(ooxml.LimitResult, most, part, -1)
	}
}

// Blocks reads the submission as paragraphs and tables, which [Parse] recognises
// forms in. It goes by the extension of the name for web pages and texts: one
// under a .docx name is a mistake that its sender should hear of. Office files
// are told by their content. Its errors are those of [Parse].
func Blocks(ctx context.Context, r io.ReaderAt, size int64, opts Options) (*block.Document, error) {
	switch strings.ToLower(path.Ext(opts.Name)) {
	case ".txt":
		return readAll(ctx, r, size, text.MaxBytes, opts.Name, text.Read)
	case ".html", ".htm":
		return readAll(ctx, r, size, html.MaxBytes, opts.Name, html.Read)
	}
	return readOffice(ctx, r, size, opts)
}

// readOffice reads a compound file as an old Word document; a package with the
// reader that its name asks for or, where it turns out to be of the other kind,
// with the other.
func readOffice(ctx context.Context, r io.ReaderAt, size int64, opts Options) (*block.Document, error) {
	if ooxml.IsCompound(r) {
		return doc.Read(ctx, r, size, doc.Options{Limits: opts.Limits})
	}
	word := func() (*block.Document, error) { return docx.Read(ctx, r, size, docx.Options{Limits: opts.Limits}) }
	workbook := func() (*block.Document, error) { return xlsx.Read(ctx, r, size, xlsx.Options{Limits: opts.Limits}) }
	first, second := word, workbook
	if strings.HasPrefix(strings.ToLower(path.Ext(opts.Name)), ".xl") {
		first, second = workbook, word
	}
	read, err := first()
	if errors.Is(err, ooxml.ErrSibling) {
		return second()
	}
	return read, err
}

// readAll takes no more than one byte beyond limit into memory, which is enough
// for read to refuse the file by its own limit.
func readAll(ctx context.Context, r io.ReaderAt, size, limit int64, name string, read func(context.Context, string, []byte) (*block.Document, error)) (*block.Document, error) {
	data := make([]byte, min(size, limit+1))
	if _, err := r.ReadAt(data, 0); err != nil && err != io.EOF {
		return nil, err
	}
	return read(ctx, name, data)
}
