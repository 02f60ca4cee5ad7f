package batch

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"jxmb/cmd/internal/batch/source"
	"jxmb/fixtures"
	"jxmb/model"
	"jxmb/model/check"
	"jxmb/model/review"
)

// TestAcross holds that a plan is whole again after it was read: archives in
// archives are open once more, and standard input is kept.
func TestAcross(t *testing.T) {
	in := t.TempDir()
	twice := fixtures.Brief(1, 1)
	inner := packed(t, map[string][]byte{"b.docx": twice}, "b.docx")
	write(t, filepath.Join(in, "z.zip"), packed(t, map[string][]byte{"a.docx": twice, "i.zip": inner}, "a.docx", "i.zip"))
	p, err := source.Gather([]string{filepath.Join(in, "z.zip"), "-"}, source.Sources{Stdin: bytes.NewReader(twice)})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	for range 2 {
		found, err := Reader{}.Across(t.Context(), p)
		if err != nil {
			t.Fatal(err)
		}
		defer found.Close()
		var told []int
		for _, name := range []string{"-", "z.zip!/a.docx", "z.zip!/i.zip!/b.docx", "other"} {
			told = append(told, len(found.Of(name)))
		}
		if !slices.Equal(told, []int{0, 2, 2, 0}) || found.Err() != nil {
			t.Fatalf("%d findings, %v", told, found.Err())
		}
	}
}

// TestDecisionsTakeLinearTime: a finding that a review may have set aside is looked up
// among what it says of that project, in a file of many.
func TestDecisionsTakeLinearTime(t *testing.T) {
	looked := func(n int) float64 {
		d, r := model.Document{}, Reader{Review: &review.File{}}
		for i := range n {
			p := check.Sample().Projects[0]
			p.ID, p.Code, p.Seq = fmt.Sprint("p", i), fmt.Sprintf("13028122P%011d", i), i
			d.Projects = append(d.Projects, p)
			r.Review.Ignored = append(r.Review.Ignored, review.Ignored{Key: review.Key{Project: p.ID, Code: "I006"}})
		}
		across := r.NewAcross()
		defer across.Close()
		across.Add("a.docx", &d)
		across.Add("b.docx", &d)
		found, err := across.Findings()
		if err != nil {
			t.Fatal(err)
		}
		told := 0
		allocations := testing.AllocsPerRun(1, func() {
			told = 0
			for range found.Left() {
				told++
			}
		})
		if told < n {
			t.Errorf("%d findings of %d projects", told, n)
		}
		return allocations
	}
	if few, many := looked(50), looked(200); many > 8*few {
		t.Errorf("50 projects take %.0f allocations, 200 take %.0f", few, many)
	}
}
