package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/flate"
)

// rows are the rows of a sheet, deflated as they come. excelize makes all
// the rest of the sheet; its own streaming writer keeps 16 MB of plain XML in
// memory for each sheet and more on disk, which is too much for a batch.
type rows struct {
	packed   spool
	deflater *flate.Writer
	plain    sum
	line     []byte
}

// sum is what a zip directory says of the plain bytes of a member.
type sum struct {
	size uint64
	crc  uint32
}

func (s *sum) add(b []byte) {
	s.crc = crc32.Update(s.crc, crc32.IEEETable, b)
	s.size += uint64(len(b))
}

func newRows() *rows {
	r := &rows{deflater: deflaters.Get().(*flate.Writer)}
	r.deflater.Reset(&r.packed)
	return r
}

// begin starts a row of the given height in points.
func (r *rows) begin(row int, height float64) {
	r.line = append(r.line[:0], `<row r="`...)
	r.line = strconv.AppendInt(r.line, int64(row), 10)
	r.line = append(r.line, `" ht="`...)
	r.line = strconv.AppendFloat(r.line, height, 'f', -1, 64)
	r.line = append(r.line, `" customHeight="1">`...)
}

// cell adds a cell: its number as exact as the decimal, its text inline.
func (r *rows) cell(column string, row, style int, c cell) {
	r.place(column, row, style)
	switch c.form {
	case formBlank:
		r.line = append(r.line, `"/>`...)
	case formText, formLabel:
		r.line = append(r.line, `" t="inlineStr"><is><t xml:space="preserve">`...)
		r.line = appendXLSXText(r.line, c.text)
		r.line = append(r.line, `</t></is></c>`...)
	case formDate:
		r.line = append(r.line, `"><v>`...)
		r.line = strconv.AppendInt(r.line, int64(c.day), 10)
		r.line = append(r.line, `</v></c>`...)
	default:
		r.line = append(r.line, `"><v>`...)
		r.line = append(r.line, c.number...)
		r.line = append(r.line, `</v></c>`...)
	}
}

// place begins a cell.
func (r *rows) place(column string, row, style int) {
	r.line = append(r.line, `<c r="`...)
	r.line = append(r.line, column...)
	r.line = strconv.AppendInt(r.line, int64(row), 10)
	r.line = append(r.line, `" s="`...)
	r.line = strconv.AppendInt(r.line, int64(style), 10)
}

// formula adds a cell with a formula and the value that it has now, for
// programs that do not calculate.
func (r *rows) formula(column string, row, style int, formula string, c cell) {
	r.place(column, row, style)
	value := c.text
	if c.form == formText || c.form == formLabel {
		r.line = append(r.line, `" t="str`...)
	} else {
		value = string(c.number)
	}
	r.line = append(r.line, `"><f>`...)
	r.line = appendXLSXText(r.line, formula)
	r.line = append(r.line, `</f><v>`...)
	r.line = appendXLSXText(r.line, value)
	r.line = append(r.line, `</v></c>`...)
}

// end writes the row.
func (r *rows) end() error {
	r.line = append(r.line, `</row>`...)
	r.plain.add(r.line)
	_, err := r.deflater.Write(r.line)
	return err
}

// finish makes the deflated rows end at a byte, so that more may follow.
func (r *rows) finish() error {
	err := r.deflater.Flush()
	deflaters.Put(r.deflater)
	r.deflater = nil
	return err
}

// escape is the form that spreadsheets read as a character's code:
// ECMA-376-1 §22.4.2.4, ST_Xstring. As text its underscore must be a code.
var escape = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)
})

func appendXLSXText(b []byte, s string) []byte {
	if strings.Contains(s, "_x") {
		s = escape().ReplaceAllString(s, "_x005F$0")
	}
	start := 0
	for i := range len(s) {
		var entity string
		switch s[i] {
		case '&':
			entity = "&amp;"
		case '<':
			entity = "&lt;"
		case '>':
			entity = "&gt;"
		default:
			continue
		}
		b = append(append(b, s[start:i]...), entity...)
		start = i + 1
	}
	return append(b, s[start:]...)
}

// spool keeps bytes in memory, and in a temporary file once they are many.
type spool struct {
	memory []byte
	size   int64
	file   *os.File
}

const spoolMemory = 4 << 20

func (s *spool) Write(b []byte) (int, error) {
	s.size += int64(len(b))
	s.memory = append(s.memory, b...)
	if len(s.memory) < spoolMemory {
		return len(b), nil
	}
	if s.file == nil {
		file, err := os.CreateTemp("", "jxmb-*.part")
		if err != nil {
			return 0, fmt.Errorf("no room for a temporary file: %w", err)
		}
		s.file = file
	}
	if _, err := s.file.Write(s.memory); err != nil {
		return 0, err
	}
	s.memory = s.memory[:0]
	return len(b), nil
}

func (s *spool) WriteTo(w io.Writer) (int64, error) { return io.Copy(w, s.reader()) }

// reader gives the bytes back.
func (s *spool) reader() io.Reader {
	if s.file == nil {
		return bytes.NewReader(s.memory)
	}
	return io.MultiReader(io.NewSectionReader(s.file, 0, s.size-int64(len(s.memory))), bytes.NewReader(s.memory))
}

// close removes the temporary file.
func (s *spool) close() error {
	s.memory = nil
	if s.file == nil {
		return nil
	}
	name := s.file.Name()
	err := errors.Join(s.file.Close(), os.Remove(name))
	s.file = nil
	return err
}

// follow is the sum of s and then t.
func (s sum) follow(t sum) sum {
	return sum{s.size + t.size, crcTimes(crcPower(t.size), s.crc) ^ t.crc}
}

// crcTimes multiplies polynomials over GF(2) modulo that of CRC-32, bits
// reversed as in [crc32.IEEE]: the most significant bit is x⁰.
func crcTimes(a, b uint32) uint32 {
	product := uint32(0)
	for ; a != 0; a <<= 1 {
		if a&(1<<31) != 0 {
			product ^= b
		}
		carry := b & 1
		b >>= 1
		b ^= crc32.IEEE & -carry
	}
	return product
}

// crcPower is x to the power of the bits in n bytes: what n zero bytes
// multiply a checksum by.
func crcPower(n uint64) uint32 {
	power, square := uint32(1<<31), uint32(1<<23) // x⁰, x⁸
	for ; n != 0; n >>= 1 {
		if n&1 != 0 {
			power = crcTimes(power, square)
		}
		square = crcTimes(square, square)
	}
	return power
}
