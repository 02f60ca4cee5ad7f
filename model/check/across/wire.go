package across

import (
	"encoding/binary"
	"errors"

	"jxmb/model"
)

// wire is a fact on its way between machines or into a file: texts with their
// lengths and numbers as varints, in the order of [Fact.on]. Which program wrote it
// is not told: it is read by the one that did.
type wire struct {
	b       []byte
	reading bool
	torn    bool
}

var errTorn = errors.New("check: a fact is torn")

// MarshalBinary writes all of a fact, for [Fact.UnmarshalBinary].
func (f Fact) MarshalBinary() ([]byte, error) { return f.append(nil), nil }

// UnmarshalBinary reads what [Fact.MarshalBinary] wrote; the fact keeps none of b.
func (f *Fact) UnmarshalBinary(b []byte) error {
	w := wire{b: b, reading: true}
	*f = Fact{}
	f.on(&w)
	if w.torn || len(w.b) > 0 {
		return errTorn
	}
	return nil
}

func (f Fact) append(b []byte) []byte {
	w := wire{b: b}
	f.on(&w)
	return w.b
}

// on writes or reads everything of f.
func (f *Fact) on(w *wire) {
	for _, text := range []*string{
		&f.file, &f.code, &f.topic.Name, &f.topic.Project, &f.unit.Code, &f.unit.Name, &f.budget, (*string)(&f.yuan), &f.set.name,
	} {
		w.text(text)
	}
	for _, at := range []*model.Origin{&f.codeAt, &f.budgetAt, &f.unitAt, &f.at} {
		for _, text := range []*string{&at.Part, &at.Bookmark, &at.Sheet, &at.Cell} {
			w.text(text)
		}
		for _, n := range []*int{&at.Table, &at.Row, &at.Column, &at.Start, &at.End} {
			w.number(n)
		}
	}
	w.number(&f.seq)
	w.number(&f.set.indicators)
	w.words(&f.set.shingles)
	if len(f.set.shingles) > 0 { // else nothing was signed, or nothing there was
		for k := range f.set.signature {
			w.word(&f.set.signature[k])
		}
	}
}

func (w *wire) number(n *int) {
	if !w.reading {
		w.b = binary.AppendVarint(w.b, int64(*n))
		return
	}
	v, size := binary.Varint(w.b)
	if size <= 0 {
		w.b, w.torn = nil, true
		return
	}
	*n, w.b = int(v), w.b[size:]
}

func (w *wire) text(s *string) {
	n := len(*s)
	w.number(&n)
	if w.reading {
		*s = string(w.take(n))
	} else {
		w.b = append(w.b, *s...)
	}
}

func (w *wire) words(words *[]uint32) {
	n := len(*words)
	w.number(&n)
	if w.reading && n > len(w.b)/4 {
		w.b, w.torn = nil, true
		return
	}
	if w.reading && n > 0 {
		*words = make([]uint32, n)
	}
	for k := range *words {
		w.word(&(*words)[k])
	}
}

func (w *wire) word(v *uint32) {
	if !w.reading {
		w.b = binary.LittleEndian.AppendUint32(w.b, *v)
	} else if b := w.take(4); len(b) == 4 {
		*v = binary.LittleEndian.Uint32(b)
	}
}

// take is the next n bytes to be read, none where there are fewer.
func (w *wire) take(n int) []byte {
	if n < 0 || n > len(w.b) {
		w.b, w.torn = nil, true
		return nil
	}
	b := w.b[:n]
	w.b = w.b[n:]
	return b
}
