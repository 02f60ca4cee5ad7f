package doc

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"testing"

	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/ooxml"
)

// fibAt is where the WordDocument stream begins in a file that LibreOffice
// saved: its streams stand whole.
func fibAt(t *testing.T, file []byte) int {
	t.Helper()
	at := bytes.Index(file, []byte{0xec, 0xa5})
	if at < 0 {
		t.Fatal("no file information block")
	}
	return at
}

// TestRefused: what cannot be read is said by kind and with a way out.
func TestRefused(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(fib []byte)
		kind  model.FaultKind
		says  string
	}{
		{"encrypted", func(b []byte) { b[11] |= 1 }, model.FaultEncrypted, "打开密码"},
		{"Word 95", func(b []byte) { binary.LittleEndian.PutUint16(b[2:], 104) }, model.FaultLegacy, "Word 6.0/95"},
		{"no Fib", func(b []byte) { b[0] = 0 }, model.FaultLegacy, "Word 6.0/95"},
		{"no pairs", func(b []byte) { binary.LittleEndian.PutUint16(b[32:], 0xffff) }, model.FaultLegacy, "已损坏"},
		{"no pieces", func(b []byte) { clear(b[0x9a+8*pairClx : 0x9a+8*pairClx+8]) }, model.FaultLegacy, "已损坏"},
	} {
		file := fixture(t, "undeclared.doc")
		c.spoil(file[fibAt(t, file):])
		_, err := readBytes(file, ooxml.Limits{})
		var fault *model.Fault
		if !errors.As(err, &fault) || fault.Kind != c.kind || !strings.Contains(fault.What.ZH, c.says) || fault.Hint.ZH == "" {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// TestLimits: each limit is named in its error.
func TestLimits(t *testing.T) {
	file := fixture(t, "遵化市委政法委.doc")
	for name, limits := range map[string]ooxml.Limits{
		"Limits.PartBytes": {PartBytes: 1000}, "Limits.Cells": {Cells: 20}, "Limits.CellBytes": {CellBytes: 40}, "Limits.ResultBytes": {ResultBytes: 5000},
	} {
		_, err := readBytes(file, limits)
		var fault *model.Fault
		if !errors.As(err, &fault) || fault.Kind != model.FaultLimit || fault.Limit != name {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func pcdt(positions []uint32, fcs ...uint32) []byte {
	var plc []byte
	for _, cp := range positions {
		plc = binary.LittleEndian.AppendUint32(plc, cp)
	}
	for _, fc := range fcs {
		plc = append(binary.LittleEndian.AppendUint32(append(plc, 0, 0), fc), 0, 0)
	}
	return append(binary.LittleEndian.AppendUint32([]byte{clxPcdt}, uint32(len(plc))), plc...)
}

// TestPieces: compressed text in its code page and Unicode beside each other;
// pieces that are more than the stream are refused.
func TestPieces(t *testing.T) {
	stream := append([]byte{'a', 0x93, 0x85, 0xe9}, 0x4e, 0x6d, 0x65, 0x51) // 济 is no word: bytes of U+6D4E U+5165
	pieces, err := readPieces(pcdt([]uint32{0, 4, 6}, 0|fcCompressed, 4), stream)
	if err != nil || len(pieces) != 2 {
		t.Fatalf("%v, %v", pieces, err)
	}
	r := &reader{stream: stream, pieces: pieces}
	var text []byte
	for i := range pieces {
		p := &pieces[i]
		text = r.appendText(text, &chunk{piece: p, from: p.from, to: p.to, at: p.at, end: p.at + (p.to-p.from)*p.width})
	}
	if string(text) != "a“…é济入" {
		t.Errorf("%q", text)
	}
	for name, clx := range map[string][]byte{
		"beyond the stream": pcdt([]uint32{0, 9}, 0|fcCompressed),
		"the same twice":    pcdt([]uint32{0, 8, 16}, 0|fcCompressed, 0|fcCompressed),
		"no Pcdt":           {clxPrc, 0, 0},
		"a Prc cut off":     {clxPrc, 9, 0, 1},
	} {
		if _, err := readPieces(clx, stream); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func prl(code sprm, operand ...byte) []byte {
	return append(binary.LittleEndian.AppendUint16(nil, uint16(code)), operand...)
}

// defTable is a sprmTDefTable of cells between edges, with their TCGRF.
func defTable(edges []int16, flags ...uint16) []byte {
	body := []byte{byte(len(edges) - 1)}
	for _, e := range edges {
		body = binary.LittleEndian.AppendUint16(body, uint16(e))
	}
	for _, f := range flags {
		body = append(binary.LittleEndian.AppendUint16(body, f), make([]byte, tc80Size-2)...)
	}
	return append(binary.LittleEndian.AppendUint16(prl(sprmTDefTable), uint16(len(body)+1)), body...)
}

// TestRowPrls: the Prls that change the cells of a row, in the order in which
// they stand (§2.6.3).
func TestRowPrls(t *testing.T) {
	three := defTable([]int16{-108, 892, 1892, 2892})
	for _, c := range []struct {
		name  string
		prls  []byte
		edges []int32
	}{
		{"defined", three, []int32{-108, 892, 1892, 2892}},
		{"inserted", slices.Concat(three, prl(sprmTInsert, 1, 2, 100, 0)), []int32{-108, 892, 992, 1092, 2092, 3092}},
		{"inserted alone", prl(sprmTInsert, 0, 2, 200, 0), []int32{0, 200, 400}},
		{"deleted", slices.Concat(three, prl(sprmTDelete, 1, 2)), []int32{-108, 892, 1892}},
		{"resized", slices.Concat(three, prl(sprmTDxaCol, 0, 2, 0xf4, 1)), []int32{-108, 392, 892, 1892}},
		{"moved", slices.Concat(three, prl(sprmTDxaGapHalf, 8, 0), prl(sprmTDxaLeft, 108, 0)), []int32{100, 1100, 2100, 3100}},
		{"behind long tabs", slices.Concat(prl(sprmPChgTabs, 0xff, 1, 0, 0, 0, 0, 1, 0, 0, 0), three), []int32{-108, 892, 1892, 2892}},
	} {
		if row := readRow([][]byte{c.prls}); !slices.Equal(row.edges, c.edges) || len(row.cells) != len(c.edges)-1 {
			t.Errorf("%s: edges %v, %d cells", c.name, row.edges, len(row.cells))
		}
	}
}

// rowOf is a row of cells with texts, its Prls applied.
func rowOf(prls []byte, texts ...string) row {
	r := row{rowProperties: readRow([][]byte{prls})}
	for _, text := range texts {
		r.cells = append(r.cells, cell{text: text})
	}
	return r
}

// TestLayout: the columns of a grid come from the edges of all rows, and merges
// of either notation join cells.
func TestLayout(t *testing.T) {
	const restart, goesOn = mergeRestarts << 5, mergeContinues << 5
	three := []int16{0, 1000, 2000, 3000}
	for _, c := range []struct {
		name string
		rows []row
		want string
		note block.NoteKind
	}{
		{"spans", []row{rowOf(defTable(three), "a", "b", "c"), rowOf(defTable([]int16{2, 1998, 3001}), "d", "e")}, "1,1 1x1 a|1,2 1x1 b|1,3 1x1 c|2,1 1x2 d|2,3 1x1 e", ""},
		{"a gap before", []row{rowOf(defTable(three), "a", "b", "c"), rowOf(defTable([]int16{1000, 3000}), "d")}, "1,1 1x1 a|1,2 1x1 b|1,3 1x1 c|2,2 1x2 d", ""},
		{"down", []row{rowOf(defTable(three, restart), "a", "b", "c"), rowOf(defTable(three, goesOn), "", "e", "f")}, "1,1 2x1 a|1,2 1x1 b|1,3 1x1 c|2,2 1x1 e|2,3 1x1 f", ""},
		{"down, with text", []row{rowOf(defTable(three, restart), "a", "b", "c"), rowOf(defTable(three, goesOn), "x", "e", "f")}, "1,1 2x1 a\nx|1,2 1x1 b|1,3 1x1 c|2,2 1x1 e|2,3 1x1 f", block.NoteMergeText},
		{"down from nothing", []row{rowOf(defTable(three, goesOn), "a", "b", "c")}, "1,1 1x1 a|1,2 1x1 b|1,3 1x1 c", block.NoteMergeOrphan},
		{"across, as specified", []row{rowOf(defTable(three, 2, 1, 0), "a", "", "c")}, "1,1 1x2 a|1,3 1x1 c", ""},
		{"across, as documented before", []row{rowOf(defTable(three, 1, 2, 2), "a", "", "")}, "1,1 1x3 a", ""},
		{"across twice", []row{rowOf(slices.Concat(defTable([]int16{0, 1, 2, 3, 4}), prl(sprmTMerge, 0, 2), prl(sprmTMerge, 2, 4)), "a", "", "b", "")}, "1,1 1x2 a|1,3 1x2 b", ""},
		{"down by a Prl", []row{rowOf(slices.Concat(defTable(three), prl(sprmTVertMerge, 2, 1, 3)), "a", "b", "c"), rowOf(slices.Concat(defTable(three), prl(sprmTVertMerge, 2, 1, 1)), "d", "", "f")}, "1,1 1x1 a|1,2 2x1 b|1,3 1x1 c|2,1 1x1 d|2,3 1x1 f", ""},
		{"cells that are not defined", []row{rowOf(nil, "a", "b")}, "1,1 1x1 a|1,2 1x1 b", ""},
		{"cells without width", []row{rowOf(defTable([]int16{0, 0, 1000}), "a", "b")}, "1,1 1x1 a|1,2 1x1 b", ""},
	} {
		r := &reader{doc: &block.Document{}, limits: ooxml.Limits{}.WithDefaults()}
		table := r.layOut(&openTable{index: 1, rows: c.rows})
		var got []string
		for _, cell := range table.Cells {
			got = append(got, string('0'+rune(cell.Row))+","+string('0'+rune(cell.Column))+" "+string('0'+rune(cell.RowSpan))+"x"+string('0'+rune(cell.ColSpan))+" "+cell.Text)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, s, c.want)
		}
		if notes := r.doc.Notes; c.note == "" && len(notes) > 0 || c.note != "" && (len(notes) != 1 || notes[0].Kind != c.note) {
			t.Errorf("%s: notes %+v", c.name, notes)
		}
	}
}
