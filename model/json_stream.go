package model

import (
	"io"
	"sync"
)

// pieceBytes is how much is gathered before it is passed on.
const pieceBytes = 64 << 10

// JSONEncoder writes values to a stream as [AppendJSON] appends them, a line
// break behind each. What it has gathered is passed on piece by piece, also
// within a value, so that memory does not follow the document.
type JSONEncoder struct{ e *encoder }

// encoders keep the memory of pieces from document to document.
var encoders = sync.Pool{New: func() any { return new(encoder) }}

// NewJSONEncoder begins to write to w; indent is as for [AppendJSON], and plain
// leaves out what [AppendPlainJSON] does. [JSONEncoder.Close] must end it.
func NewJSONEncoder(w io.Writer, indent, plain bool) JSONEncoder {
	e := encoders.Get().(*encoder)
	*e = encoder{buf: e.buf[:0], indent: indent, plain: plain, to: w}
	return JSONEncoder{e}
}

// Encode writes one more value. Its error is that of the stream.
func (j JSONEncoder) Encode(v any) error {
	j.e.any(v)
	j.e.buf = append(j.e.buf, '\n')
	if len(j.e.buf) >= pieceBytes {
		j.e.pass()
	}
	return j.e.err
}

// Close passes on what is left. Its error is the first of the stream, whether
// Encode has told it or not.
func (j JSONEncoder) Close() error {
	e := j.e
	if e.err == nil && len(e.buf) > 0 {
		_, e.err = e.to.Write(e.buf)
	}
	err := e.err
	*e = encoder{buf: e.buf[:0]}
	if cap(e.buf) <= 8*pieceBytes { // a single text may have been longer
		encoders.Put(e)
	}
	return err
}

// pass hands on all but the last byte, which tells whether a comma is due.
func (e *encoder) pass() {
	last := len(e.buf) - 1
	if e.err == nil {
		_, e.err = e.to.Write(e.buf[:last])
	}
	e.buf = append(e.buf[:0], e.buf[last])
}
