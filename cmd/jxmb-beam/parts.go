package main

import (
	"bufio"
	"cmp"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"

	"jxmb/render/flat"
	"jxmb/render/parquet"
)

// Part is a file of a finished bundle, out of sight until the end. A bundle that is
// done again has other parts, and the runner passes on those of one of its attempts
// alone: that is what makes each document stand in the results once.
type Part struct {
	Kind string // "documents"
	Ext  string // ".ndjson"
	File string // in the folder of the run
}

// bundle writes the parts of a bundle, each from its first line or row on.
type bundle struct {
	dir   string
	parts []*part
}

type part struct {
	Part
	file *os.File
	buf  *bufio.Writer
	rows *parquet.Writer // nil of one that holds lines
}

// partsDir is where parts lie that are not yet whole.
func (o *Options) partsDir() string { return filepath.Join(o.Output, partsPrefix+o.Run) }

const partsPrefix = ".jxmb-beam-"

func (o *Options) newBundle() *bundle { return &bundle{dir: o.partsDir()} }

// lines is the part of a kind that holds lines.
func (b *bundle) lines(kind string) (io.Writer, error) {
	p, err := b.part(kind, ".ndjson")
	if err != nil {
		return nil, err
	}
	return p.buf, nil
}

// rows adds rows to the part of a table.
func (b *bundle) rows(t *flat.Table, rows [][]string) error {
	if len(rows) == 0 {
		return nil
	}
	p, err := b.part(t.Name, ".parquet")
	if err != nil {
		return err
	}
	if p.rows == nil {
		p.rows = parquet.NewWriter(p.buf, t)
	}
	for _, row := range rows {
		if err := p.rows.Write(row); err != nil {
			return err
		}
	}
	return nil
}

func (b *bundle) part(kind, ext string) (*part, error) {
	i := slices.IndexFunc(b.parts, func(p *part) bool { return p.Kind == kind && p.Ext == ext })
	if i >= 0 {
		return b.parts[i], nil
	}
	if err := os.MkdirAll(b.dir, 0o777); err != nil {
		return nil, err
	}
	file, err := os.CreateTemp(b.dir, kind+"-*"+ext) // no other attempt has its name
	if err != nil {
		return nil, err
	}
	p := &part{Part: Part{kind, ext, filepath.Base(file.Name())}, file: file, buf: bufio.NewWriterSize(file, 64<<10)}
	b.parts = append(b.parts, p)
	return p, nil
}

// finish makes the parts durable and tells of them.
func (b *bundle) finish(emit func(Part)) error {
	for _, p := range b.parts {
		if err := p.close(); err != nil {
			return err
		}
		emit(p.Part)
	}
	b.parts = nil
	return nil
}

func (p *part) close() error {
	var err error
	if p.rows != nil {
		err = p.rows.Close()
	}
	return cmp.Or(err, p.buf.Flush(), p.file.Chmod(0o644), p.file.Sync(), errors.Join(p.file.Close()))
}
