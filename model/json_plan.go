package model

import (
	"reflect"
	"strconv"
	"strings"
	"sync"
)

// plan is what the encoder knows of a type that does not write itself.
type plan struct {
	kind   reflect.Kind
	itself bool        // a pointer to it is an appender
	elem   *plan       // of pointers and slices
	fields []fieldPlan // of structs
}

type fieldPlan struct {
	index    int
	key      string // `,"name":`
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
	p := &plan{kind: t.Kind(), itself: reflect.PointerTo(t).Implements(reflect.TypeFor[appender]())}
	seen[t] = p
	if p.itself {
		return p
	}
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
				key:      `,"` + name + `":`,
				nullable: strings.HasSuffix(f.Tag.Get("jsonschema"), ",nullable"),
				omitted:  option == "omitempty",
				plan:     buildPlan(f.Type, seen),
			})
		}
	case reflect.String, reflect.Bool, reflect.Int, reflect.Int64:
	default:
		panic("model: internal error: no JSON form for " + t.String())
	}
	return p
}

// any writes a value of any type that is made of strings, truth values, whole
// numbers, structs, slices and pointers.
func (e *encoder) any(v any) {
	if a, ok := v.(appender); ok && !reflect.ValueOf(v).IsNil() {
		a.appendJSON(e)
		return
	}
	rv := reflect.ValueOf(v)
	e.value(rv, planFor(rv.Type()))
}

func (e *encoder) value(v reflect.Value, p *plan) {
	if p.itself {
		e.itself(v)
		return
	}
	switch p.kind {
	case reflect.String:
		e.buf = appendString(e.buf, v.String())
	case reflect.Bool:
		e.buf = strconv.AppendBool(e.buf, v.Bool())
	case reflect.Int, reflect.Int64:
		e.buf = strconv.AppendInt(e.buf, v.Int(), 10)
	case reflect.Pointer:
		if v.IsNil() {
			e.null()
			return
		}
		e.value(v.Elem(), p.elem)
	case reflect.Slice:
		e.list(v, p)
	case reflect.Struct:
		e.fields(v, p)
	}
}

// itself lets a value write itself, a copy of it where it has no address.
func (e *encoder) itself(v reflect.Value) {
	if !v.CanAddr() {
		copied := reflect.New(v.Type()).Elem()
		copied.Set(v)
		v = copied
	}
	v.Addr().Interface().(appender).appendJSON(e)
}

func (e *encoder) fields(v reflect.Value, p *plan) {
	e.begin()
	for i := range p.fields {
		f := &p.fields[i]
		fv := v.Field(f.index)
		if f.omitted && fv.IsZero() {
			continue
		}
		e.key(f.key)
		if f.nullable && fv.IsZero() {
			e.null()
		} else {
			e.value(fv, f.plan)
		}
	}
	e.end()
}

func (e *encoder) list(v reflect.Value, p *plan) {
	e.open()
	for i := range v.Len() {
		e.item()
		e.value(v.Index(i), p.elem)
	}
	e.close(']')
}
