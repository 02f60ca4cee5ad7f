package model

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
)

// pieces takes what is written and keeps how long the longest piece was.
type pieces struct {
	bytes.Buffer
	longest int
}

func (p *pieces) Write(b []byte) (int, error) {
	p.longest = max(p.longest, len(b))
	return p.Buffer.Write(b)
}

// long is a document whose JSON is many pieces, within one project.
func long() *Document {
	d := &Document{Schema: Schema, Projects: []Project{{Name: "河道管护"}, {}}}
	for range 2000 {
		d.Projects[0].Indicators = append(d.Projects[0].Indicators, Indicator{Level1: "产出指标", Cells: []CellRef{{Field: "level1", Row: 3}}})
	}
	return d
}

// TestStream: in pieces the text is what it is as a whole, and no piece follows
// the length of the document.
func TestStream(t *testing.T) {
	d := long()
	for _, indent := range []bool{false, true} {
		for _, plain := range []bool{false, true} {
			whole := AppendJSON
			if plain {
				whole = AppendPlainJSON
			}
			var got pieces
			e := NewJSONEncoder(&got, indent, plain)
			for range 2 {
				if err := e.Encode(d); err != nil {
					t.Fatal(err)
				}
			}
			if err := e.Close(); err != nil {
				t.Fatal(err)
			}
			want := string(whole(nil, d, indent)) + "\n"
			if got.String() != want+want {
				t.Errorf("indent %v, plain %v: the stream differs from the text as a whole", indent, plain)
			}
			if got.longest > 2*pieceBytes || got.Len() < 10*pieceBytes {
				t.Errorf("a piece of %d bytes for a text of %d", got.longest, got.Len())
			}
		}
	}
}

// TestStreamFails: the error of the stream is told once all is written, and
// nothing is written behind it.
func TestStreamFails(t *testing.T) {
	full := errors.New("full")
	var got strings.Builder
	e := NewJSONEncoder(writes(func(b []byte) (int, error) {
		if got.Len() > 0 {
			return 0, full
		}
		return got.Write(b)
	}), false, false)
	if err := e.Encode(long()); err != full {
		t.Errorf("error %v", err)
	}
	if err := e.Close(); err != full {
		t.Errorf("error %v at the end", err)
	}
	if whole := string(AppendJSON(nil, long(), false)); !strings.HasPrefix(whole, got.String()) {
		t.Error("what was written is not the beginning of the text")
	}
	e = NewJSONEncoder(io.Discard, false, false)
	if err := errors.Join(e.Encode(long()), e.Close()); err != nil {
		t.Errorf("the next stream fails too: %v", err)
	}
}

type writes func([]byte) (int, error)

func (w writes) Write(b []byte) (int, error) { return w(b) }
