package across

import (
	"fmt"
	"math/big"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jxmb/model"
	"jxmb/model/check"
)

// TestCopiedSets: C009 speaks of the later of two projects whose indicators are the
// same, and is silent about one programme of several units, one unit's projects and
// sets that are others.
func TestCopiedSets(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(p *model.Project)
		want string // part of the message; "" for none
	}{
		{"a copy", func(*model.Project) {}, "a.docx 的“1.护路联防经费”几乎相同（100%）"},
		{"in another order, in full width", func(p *model.Project) {
			p.Indicators[0], p.Indicators[4] = p.Indicators[4], p.Indicators[0]
			p.Indicators[0].Target.Text = "≥９０％"
		}, "（100%）"},
		{"one figure is another", func(p *model.Project) { p.Indicators[4].Target.Text = "≥95%" }, "（9"},
		{"one programme of two units", func(p *model.Project) { p.Name = "2023年护路联防经费" }, ""},
		{"two projects of one unit", func(p *model.Project) { p.Unit = unitOfSample() }, ""},
		{"one unit by its code, named otherwise", func(p *model.Project) { p.Unit = model.Unit{Code: unitOfSample().Code, Name: "某县林业局"} }, ""},
		{"another code under one name", func(p *model.Project) { p.Unit = model.Unit{Code: "999999", Name: unitOfSample().Name} }, "（100%）"},
		{"one name, its code left out", func(p *model.Project) { p.Unit = model.Unit{Name: unitOfSample().Name} }, ""},
		{"another name without a code", func(p *model.Project) { p.Unit = model.Unit{Name: "某县林业局"} }, "（100%）"},
		{"no unit at all, in another file", func(p *model.Project) { p.Unit = model.Unit{} }, "（100%）"},
		{"too few indicators", func(p *model.Project) { p.Indicators = p.Indicators[:3] }, ""},
		{"no indicators", func(p *model.Project) { p.Indicators = nil }, ""},
		{"half of them others", func(p *model.Project) {
			for i := range 3 {
				p.Indicators[i].Level3 = fmt.Sprintf("第%d段河道疏浚土方", i)
			}
		}, ""},
	} {
		d := borrowed(0)
		c.edit(&d.Projects[0])
		b := NewBatch(check.Config{})
		b.Add("b.docx", d)
		b.Add("a.docx", check.Sample())
		var got []string
		for _, f := range told(t, b) {
			if f.Code == "C009" {
				got = append(got, f.File+": "+f.Message)
			}
		}
		all := strings.Join(got, "\n")
		if c.want == "" && all != "" || c.want != "" && (len(got) != 1 || !strings.HasPrefix(all, "b.docx") || !strings.Contains(all, c.want)) {
			t.Errorf("%s: %q, want %q", c.name, all, c.want)
		}
	}
}

// TestBands: sets that are alike meet, others do not, and the hashes of a large set
// are spread over its whole signature.
func TestBands(t *testing.T) {
	t.Parallel()
	fact := func(from, n int) *Fact {
		p := &model.Project{}
		for i := range n {
			r := rune('一' + (from+i)*37)
			p.Indicators = append(p.Indicators, model.Indicator{Level3: string([]rune{r, r + 1, r + 2, r + 3, r + 5, r + 7, r + 11})})
		}
		return &Fact{set: setOf(p)}
	}
	meet := func(f, g *Fact) (n int) {
		keys := f.bands()
		for _, key := range g.bands() {
			if slices.Contains(keys, key) {
				n++
			}
		}
		return n
	}
	set := fact(0, 100)
	if n := meet(set, set); n != bands {
		t.Errorf("a set meets itself in %d bands", n)
	}
	if n := meet(set, fact(5, 100)); n == 0 || n == bands {
		t.Errorf("sets that share 19 of 21 parts meet in %d bands", n)
	}
	if n := meet(set, fact(200, 100)); n != 0 {
		t.Errorf("sets that share nothing meet in %d bands", n)
	}
	seen := map[uint32]bool{}
	for _, least := range set.set.signature {
		seen[least] = true
	}
	if len(seen) < bands*bandRows*9/10 {
		t.Errorf("%d hashes in a signature of %d", len(seen), bands*bandRows)
	}
}

// TestBelow: a share of just so many percent is not below them.
func TestBelow(t *testing.T) {
	t.Parallel()
	for part, want := range map[int64]bool{899: true, 900: false, 904: false} {
		if got := below(big.NewRat(part, 1000), "90"); got != want {
			t.Errorf("%d of 1000: %v", part, got)
		}
	}
}

// BenchmarkBatch looks across 20,000 projects: by the project it costs the same for
// more and for fewer.
func BenchmarkBatch(b *testing.B) {
	for _, n := range []int{5000, 10000, 20000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			season := seasonOf(n)
			for b.Loop() {
				told(b, season)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/project")
		})
	}
}

// TestBatchIsLinear: four times the projects, among them a programme that all units
// have, take no more than some four times the memory that is asked for.
func TestBatchIsLinear(t *testing.T) {
	asked := func(n int) uint64 {
		season := seasonOf(n)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		told(t, season)
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	once, fourfold := asked(500), asked(2000)
	if fourfold > 6*once {
		t.Errorf("%d bytes for 500 projects, %d for 2000", once, fourfold)
	}
}

// seasonOf is a batch of n projects of as many units: a third with one programme's
// indicators under one name, the others with their own.
func seasonOf(n int) *Batch {
	b := NewBatch(check.Config{})
	for i := range n {
		d := borrowed(0)
		p := &d.Projects[0]
		p.Code, p.Unit.Code = "", strconv.Itoa(i)
		for k := range p.Indicators {
			if i%3 > 0 {
				p.Indicators[k].Level3 = fmt.Sprintf("%c%c%c%d", '一'+i*7%20000, '一'+i*11%20000, '一'+i*13%20000, i+k)
			}
		}
		b.Add(fmt.Sprintf("%05d.docx", i), d)
	}
	return b
}

func unitOfSample() model.Unit { return check.Sample().Projects[0].Unit }
