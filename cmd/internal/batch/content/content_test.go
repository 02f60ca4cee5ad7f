package content

import (
	"errors"
	"io"
	"strings"
	"testing"

	"jxmb/model"
	"jxmb/parser/ooxml"
)

// endless gives its bytes again and again, and counts what was taken.
type endless struct {
	bytes string
	taken int64
}

func (e *endless) Read(p []byte) (n int, err error) {
	for n < len(p) {
		n += copy(p[n:], e.bytes[(e.taken+int64(n))%int64(len(e.bytes)):])
	}
	e.taken += int64(n)
	return n, nil
}

// TestStreamEnds: a pipe without an end is given up at the limit, and early where what
// it begins with is no submission.
func TestStreamEnds(t *testing.T) {
	const limit, spare = 2 * otherMost, 1 << 20
	for _, c := range []struct {
		begins string
		most   int64
	}{{"\x00", otherMost}, {"数量指标\t3次\n", otherMost}, {"<html>", otherMost}, {"PK\x03\x04....", limit}, {ooxml.CompoundMagic, limit}} {
		e := &endless{bytes: strings.Repeat(c.begins, 1<<12)}
		_, err := Stream(e, limit)
		var fault *model.Fault
		if !errors.As(err, &fault) || fault.Kind != model.FaultLimit || e.taken < c.most || e.taken > c.most+spare {
			t.Errorf("%q: %d bytes were read, want %d; %v", c.begins, e.taken, c.most, err)
		}
	}
	whole, err := Stream(io.LimitReader(&endless{bytes: "甲"}, 5), limit)
	if err != nil || whole.Size != 5 {
		t.Errorf("a short stream: %+v, %v", whole, err)
	}
}
