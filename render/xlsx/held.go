package xlsx

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"math"

	"jxmb/model"
)

// held are rows that wait to be written in the order of their ranks, lowest
// first: in memory, and in temporary files once they are many.
type held struct {
	ranks []*spool
	line  []byte
}

// add keeps a row.
func (h *held) add(rank int, cells []cell) error {
	for len(h.ranks) <= rank {
		h.ranks = append(h.ranks, new(spool))
	}
	h.line = h.line[:0]
	for i := range cells {
		h.line = appendCell(h.line, &cells[i])
	}
	_, err := h.ranks[rank].Write(h.line)
	return err
}

// each gives the rows back, n cells each; the cells are the caller's.
func (h *held) each(n int, row func([]cell)) error {
	for _, s := range h.ranks {
		r := bufio.NewReader(s.reader())
		for {
			if _, err := r.Peek(1); errors.Is(err, io.EOF) {
				break
			}
			cells := make([]cell, n)
			for i := range cells {
				if err := readCell(r, &cells[i]); err != nil {
					return err
				}
			}
			row(cells)
		}
	}
	return nil
}

// close removes the temporary files.
func (h *held) close() error {
	var errs []error
	for _, s := range h.ranks {
		errs = append(errs, s.close())
	}
	h.ranks = nil
	return errors.Join(errs...)
}

func appendCell(b []byte, c *cell) []byte {
	b = append(b, byte(c.form))
	var note model.Text
	if c.note != nil {
		note = *c.note
	}
	for _, s := range [...]string{c.text, string(c.number), note.ZH, note.EN} {
		b = binary.AppendUvarint(b, uint64(len(s)))
		b = append(b, s...)
	}
	b = binary.LittleEndian.AppendUint64(b, math.Float64bits(c.day))
	for _, n := range [...]int32{c.to.table, c.to.sheet, c.to.row} {
		b = binary.AppendUvarint(b, uint64(n))
	}
	return b
}

func readCell(r *bufio.Reader, c *cell) error {
	kind, err := r.ReadByte()
	if err != nil {
		return err
	}
	var texts [4]string
	for i := range texts {
		n, err := binary.ReadUvarint(r)
		if err != nil {
			return err
		}
		text := make([]byte, n)
		if _, err := io.ReadFull(r, text); err != nil {
			return err
		}
		texts[i] = string(text)
	}
	var bits [8]byte
	if _, err := io.ReadFull(r, bits[:]); err != nil {
		return err
	}
	var to [3]int32
	for i := range to {
		n, err := binary.ReadUvarint(r)
		if err != nil {
			return err
		}
		to[i] = int32(n)
	}
	*c = cell{
		form: form(kind), text: texts[0], number: model.Decimal(texts[1]),
		day: math.Float64frombits(binary.LittleEndian.Uint64(bits[:])), to: location{to[0], to[1], to[2]},
	}
	if note := (model.Text{ZH: texts[2], EN: texts[3]}); note != (model.Text{}) {
		c.note = &note
	}
	return nil
}
