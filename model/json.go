package model

import (
	"io"
	"strconv"
)

// AppendJSON appends the JSON form of v, a model type or a pointer to one, to
// b. Keys stand in the order of the fields of the Go types; a field tagged
// "nullable" that holds its zero value is null; one tagged "omitempty" is left
// out then, key and all: it belongs to another kind of file. "<" and ">" stand
// for themselves. With indent, objects and arrays are spread over lines by two
// spaces a level; without, the result is a single line.
//
// The encoder exists beside encoding/json because that package has no way to
// write an absent string as null short of a pointer for each field, and
// because the output is on the hot path: the types of a document write
// themselves (see appender), and only types that hold them go by reflection.
func AppendJSON(b []byte, v any, indent bool) []byte {
	e := encoder{buf: b, indent: indent}
	e.any(v)
	return e.buf
}

// AppendPlainJSON is [AppendJSON] without places: neither origins and cells nor
// byte ranges of readings.
func AppendPlainJSON(b []byte, v any, indent bool) []byte {
	e := encoder{buf: b, indent: indent, plain: true}
	e.any(v)
	return e.buf
}

// MarshalJSON makes encoding/json agree with [AppendJSON].
func (d *Document) MarshalJSON() ([]byte, error) { return AppendJSON(nil, d, false), nil }

// MarshalJSON makes encoding/json agree with [AppendJSON].
func (v Value) MarshalJSON() ([]byte, error) { return AppendJSON(nil, &v, false), nil }

// appender is a type that writes its fields itself, by the methods of encoder,
// as its tags say; a test holds the two together.
type appender interface{ appendJSON(e *encoder) }

type encoder struct {
	buf    []byte
	indent bool
	plain  bool // places are left out
	depth  int
	to     io.Writer // takes what fills a piece; nil: buf holds everything
	err    error     // of to
}

func (e *encoder) begin() {
	e.buf = append(e.buf, '{')
	e.depth++
}

func (e *encoder) end() { e.close('}') }

// key writes a key, given as `,"name":`, without the comma where it is the first.
func (e *encoder) key(k string) {
	if e.buf[len(e.buf)-1] == '{' {
		k = k[1:]
	}
	if !e.indent {
		e.buf = append(e.buf, k...)
		return
	}
	if k[0] == ',' {
		e.buf, k = append(e.buf, ','), k[1:]
	}
	e.newline()
	e.buf = append(append(e.buf, k...), ' ')
}

func (e *encoder) null() { e.buf = append(e.buf, "null"...) }

func (e *encoder) text(key, s string) {
	e.key(key)
	e.buf = appendString(e.buf, s)
}

// optional is text that is null where there is none.
func (e *encoder) optional(key, s string) {
	e.key(key)
	if s == "" {
		e.null()
		return
	}
	e.buf = appendString(e.buf, s)
}

// some is text that is left out, key and all, where there is none.
func (e *encoder) some(key, s string) {
	if s != "" {
		e.text(key, s)
	}
}

func (e *encoder) number(key string, n int64) {
	e.key(key)
	e.buf = strconv.AppendInt(e.buf, n, 10)
}

// optionalNumber is a number that is null where it is zero.
func (e *encoder) optionalNumber(key string, n int64) {
	if n != 0 {
		e.number(key, n)
		return
	}
	e.key(key)
	e.null()
}

func (e *encoder) texts(key string, list []string) {
	e.key(key)
	e.open()
	for _, s := range list {
		e.item()
		e.buf = appendString(e.buf, s)
	}
	e.close(']')
}

// place is an origin, and places are lists of them, where they are wanted.
func (e *encoder) place(key string, o *Origin) {
	if !e.plain {
		e.object(key, o)
	}
}

func places[T any, P interface {
	*T
	appender
}](e *encoder, key string, list []T) {
	if !e.plain {
		objects[T, P](e, key, list)
	}
}

func (e *encoder) object(key string, v appender) {
	e.key(key)
	v.appendJSON(e)
}

// pointer writes an object that may be absent.
func pointer[T any, P interface {
	*T
	appender
}](e *encoder, key string, v *T) {
	e.key(key)
	if v == nil {
		e.null()
		return
	}
	P(v).appendJSON(e)
}

func objects[T any, P interface {
	*T
	appender
}](e *encoder, key string, list []T) {
	e.key(key)
	e.open()
	for i := range list {
		e.item()
		P(&list[i]).appendJSON(e)
	}
	e.close(']')
}

// someObjects is [objects] for a list that is left out where it is empty.
func someObjects[T any, P interface {
	*T
	appender
}](e *encoder, key string, list []T) {
	if len(list) > 0 {
		objects[T, P](e, key, list)
	}
}

func (e *encoder) open() {
	e.buf = append(e.buf, '[')
	e.depth++
}

// item begins the next item of an array.
func (e *encoder) item() {
	if e.buf[len(e.buf)-1] != '[' {
		e.buf = append(e.buf, ',')
	}
	if e.to != nil && len(e.buf) >= pieceBytes {
		e.pass()
	}
	e.newline()
}

// close ends an object or an array; one without content stays on its line.
func (e *encoder) close(c byte) {
	e.depth--
	if last := e.buf[len(e.buf)-1]; last != '{' && last != '[' {
		e.newline()
	}
	e.buf = append(e.buf, c)
}

func (e *encoder) newline() {
	if !e.indent {
		return
	}
	e.buf = append(e.buf, '\n')
	for n := 2 * e.depth; n > 0; n -= len(margin) {
		e.buf = append(e.buf, margin[:min(n, len(margin))]...)
	}
}

// margin is what lines begin with, up to a depth that few pass.
const margin = "                                "
