package parser_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"jxmb/fixtures"
	"jxmb/fixtures/source"
	"jxmb/model"
	"jxmb/parser"
)

// ending is a context that ends when it has been asked left times.
type ending struct {
	context.Context
	left, asked int
}

func (e *ending) Err() error {
	if e.asked++; e.asked > e.left {
		return context.Canceled
	}
	return nil
}

// TestInterrupted stops the reading of a document at every stage: the context
// is asked often, and a reading that it ends is a fault and no document.
func TestInterrupted(t *testing.T) {
	page := "<table>" + strings.Repeat("<tr><td>项目名称<td>甲", 2000) + "</table>"
	for _, c := range []struct {
		name string
		data []byte
		asks int // at least
	}{
		{"a.docx", fixtures.Reference(), 300},
		{"a.txt", []byte(source.Zunhua), 5},
		{"a.html", []byte(page), 20},
	} {
		read := func(ctx context.Context) (*model.Document, error) {
			return parser.Parse(ctx, bytes.NewReader(c.data), int64(len(c.data)), parser.Options{Name: c.name})
		}
		whole := &ending{Context: t.Context(), left: 1 << 30}
		_, wholeErr := read(whole)
		if whole.asked < c.asks {
			t.Errorf("%s: the context was asked %d times, want %d", c.name, whole.asked, c.asks)
		}
		for _, left := range []int{0, whole.asked / 3, whole.asked - 1} {
			d, err := read(&ending{Context: t.Context(), left: left})
			var f *model.Fault
			if d != nil || !errors.As(err, &f) || f.Kind != model.FaultInterrupted || !errors.Is(err, context.Canceled) {
				t.Errorf("%s ended at question %d of %d: %v (whole: %v)", c.name, left, whole.asked, err, wholeErr)
			}
		}
	}
}
