package model

import (
	"reflect"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// AppendJSON appends the JSON form of v, a model type or a pointer to one, to
// b. Keys stand in the order of the fields of the Go types; a field tagged
// "nullable" that holds its zero value is null; "<" and ">" stand for
// themselves; one tagged "omitempty" is left out then, key and all: it belongs
// to another kind of file. With indent, objects and arrays are spread over lines by two
// spaces a level; without, the result is a single line.
//
// The encoder exists beside encoding/json because that package has no way to
// write an absent string as null short of a pointer for each field, and
// because the output is on the hot path.
func AppendJSON(b []byte, v any, indent bool) []byte {
	e := encoder{buf: b, indent: indent}
	rv := reflect.ValueOf(v)
	e.value(rv, planFor(rv.Type()))
	return e.buf
}

// MarshalJSON makes encoding/json agree with [AppendJSON].
func (d *Document) MarshalJSON() ([]byte, error) { return AppendJSON(nil, d, false), nil }

// MarshalJSON makes encoding/json agree with [AppendJSON].
func (v Value) MarshalJSON() ([]byte, error) { return AppendJSON(nil, &v, false), nil }

// plan is what the encoder knows of a type.
type plan struct {
	kind   reflect.Kind
	elem   *plan       // of pointers and slices
	fields []fieldPlan // of structs
}

type fieldPlan struct {
	index    int
	key      string // `"name":`
	nullable bool
	omitted  bool // where zero
	plan     *plan
}

var plans sync.Map // reflect.Type → *plan

func planFor(t reflect.Type) *plan {
	if p, ok := plans.Load(t); ok {
		return p.(*plan)
	}
	p := buildPlan(t, map[reflect.Type]*plan{})
	plans.Store(t, p)
	return p
}

// buildPlan follows a type; seen closes the loop of Value.Parts.
func buildPlan(t reflect.Type, seen map[reflect.Type]*plan) *plan {
	if p, ok := seen[t]; ok {
		return p
	}
	p := &plan{kind: t.Kind()}
	seen[t] = p
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		p.elem = buildPlan(t.Elem(), seen)
	case reflect.Struct:
		for i := range t.NumField() {
			f := t.Field(i)
			name, option, _ := strings.Cut(f.Tag.Get("json"), ",")
			if name == "-" {
				continue
			}
			p.fields = append(p.fields, fieldPlan{
				index:    i,
				key:      `"` + name + `":`,
				nullable: strings.HasSuffix(f.Tag.Get("jsonschema"), ",nullable"),
				omitted:  option == "omitempty",
				plan:     buildPlan(f.Type, seen),
			})
		}
	case reflect.String, reflect.Int, reflect.Int64:
	default:
		panic("model: internal error: no JSON form for " + t.String())
	}
	return p
}

type encoder struct {
	buf    []byte
	indent bool
	depth  int
}

func (e *encoder) value(v reflect.Value, p *plan) {
	switch p.kind {
	case reflect.String:
		e.buf = appendString(e.buf, v.String())
	case reflect.Int, reflect.Int64:
		e.buf = strconv.AppendInt(e.buf, v.Int(), 10)
	case reflect.Pointer:
		if v.IsNil() {
			e.buf = append(e.buf, "null"...)
			return
		}
		e.value(v.Elem(), p.elem)
	case reflect.Slice:
		e.list(v, p)
	case reflect.Struct:
		e.object(v, p)
	}
}

func (e *encoder) object(v reflect.Value, p *plan) {
	e.buf = append(e.buf, '{')
	e.depth++
	written := 0
	for i := range p.fields {
		f := &p.fields[i]
		fv := v.Field(f.index)
		if f.omitted && fv.IsZero() {
			continue
		}
		e.separate(written)
		written++
		e.buf = append(e.buf, f.key...)
		if e.indent {
			e.buf = append(e.buf, ' ')
		}
		if f.nullable && fv.IsZero() {
			e.buf = append(e.buf, "null"...)
		} else {
			e.value(fv, f.plan)
		}
	}
	e.close('}', written)
}

func (e *encoder) list(v reflect.Value, p *plan) {
	e.buf = append(e.buf, '[')
	e.depth++
	n := v.Len()
	for i := range n {
		e.separate(i)
		e.value(v.Index(i), p.elem)
	}
	e.close(']', n)
}

func (e *encoder) separate(i int) {
	if i > 0 {
		e.buf = append(e.buf, ',')
	}
	e.newline()
}

func (e *encoder) close(c byte, n int) {
	e.depth--
	if n > 0 {
		e.newline()
	}
	e.buf = append(e.buf, c)
}

func (e *encoder) newline() {
	if !e.indent {
		return
	}
	e.buf = append(e.buf, '\n')
	for range e.depth {
		e.buf = append(e.buf, "  "...)
	}
}

const hex = "0123456789abcdef"

// appendString quotes s as RFC 8259 §7 requires and no more, except that bytes
// that are not UTF-8 become U+FFFD and the line separators U+2028 and U+2029
// are escaped so that a line of ndjson stays one line everywhere.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			if isPlainHan(s[i:]) {
				i += 3
				continue
			}
			r, n := utf8.DecodeRuneInString(s[i:])
			switch {
			case r == utf8.RuneError && n == 1:
				b = append(append(b, s[start:i]...), `\ufffd`...)
				start = i + n
			case r == '\u2028' || r == '\u2029':
				b = append(append(b, s[start:i]...), `\u202`...)
				b = append(b, hex[r&0xF])
				start = i + n
			}
			i += n
			continue
		}
		if c >= 0x20 && c != '"' && c != '\\' {
			i++
			continue
		}
		b = append(b, s[start:i]...)
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, `\n`...)
		case '\t':
			b = append(b, `\t`...)
		case '\r':
			b = append(b, `\r`...)
		default:
			b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&0xF])
		}
		i++
		start = i
	}
	return append(append(b, s[start:]...), '"')
}

// isPlainHan reports that s begins with a character of U+3000 to U+CFFF, three
// bytes that are written as they are: most of what we write.
func isPlainHan(s string) bool {
	return len(s) >= 3 && s[0] >= 0xE3 && s[0] <= 0xEC && s[1]&0xC0 == 0x80 && s[2]&0xC0 == 0x80
}
