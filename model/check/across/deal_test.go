package across

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"jxmb/model"
	"jxmb/model/check"
)

// season is a batch in which every rule that looks across documents has much to
// tell, of some projects under several keys.
func season(files int) map[string]*model.Document {
	random := rand.New(rand.NewPCG(1, 2))
	docs := map[string]*model.Document{}
	for i := range files {
		d := borrowed(random.IntN(5))
		for range random.IntN(3) {
			d.Projects = append(d.Projects, check.Sample().Projects[0])
		}
		for k := range d.Projects {
			p := &d.Projects[k]
			p.Seq, p.ID = k+1, fmt.Sprintf("p%d", k+1)
			p.Code = fmt.Sprintf("13028122P0035281000%02d", random.IntN(files))
			p.Unit = model.Unit{Code: fmt.Sprint(412000 + random.IntN(5)), Name: fmt.Sprintf("某局%d", random.IntN(7))}
			p.Name = fmt.Sprintf("第%c项", '甲'+rune(random.IntN(9)))
			for n := range 12 { // sets that are alike share some bands and not others
				in := p.Indicators[0]
				in.Level3 = fmt.Sprintf("%c类河段清淤里程", '甲'+rune(n))
				in.Target.Text = fmt.Sprintf("≥%d公里", 10+random.IntN(2))
				p.Indicators = append(p.Indicators, in)
			}
			p.Budget.Total = yuan(fmt.Sprintf("%d.50", 10+random.IntN(3)))
		}
		docs[fmt.Sprintf("%03d.docx", i)] = d
	}
	return docs
}

// TestDealt: facts that were dealt out by their keys, passed on and met in
// any order tell what one batch tells.
func TestDealt(t *testing.T) {
	for _, cfg := range []check.Config{{}, {Lang: model.English, Disabled: map[string]bool{"C009": true}}} {
		batch := NewBatch(cfg)
		meetings := map[Key][]Fact{}
		for file, d := range season(60) {
			batch.Add(file, d)
			for _, f := range FactsOf(file, d, cfg) {
				passed := onWire(t, f)
				for _, k := range passed.Keys() {
					meetings[k] = append(meetings[k], passed)
				}
			}
		}
		var got []Told
		first := map[string]Told{}
		for k, facts := range meetings {
			rand.Shuffle(len(facts), func(i, j int) { facts[i], facts[j] = facts[j], facts[i] })
			for _, told := range Meet(cfg, k, facts) {
				if was, again := first[told.Once]; told.Once == "" {
					got = append(got, told)
				} else if !again || told.Compare(&was) < 0 {
					first[told.Once] = told
				}
			}
		}
		for _, told := range first {
			got = append(got, told)
		}
		compareFindings(t, told(t, batch), got)
		if cfg.Off("C009") == slices.ContainsFunc(got, func(f Told) bool { return f.Code == "C009" }) {
			t.Error("C009 is told where it is off, or not where it is on")
		}
	}
}

func onWire(t *testing.T, f Fact) (back Fact) {
	t.Helper()
	b, err := f.MarshalBinary()
	if err == nil {
		err = back.UnmarshalBinary(b)
	}
	if err != nil {
		t.Fatal(err)
	}
	return back
}

// told is what a batch tells.
func told(t testing.TB, b *Batch) []check.FileFinding {
	t.Helper()
	found, err := b.Findings()
	if err != nil {
		t.Fatal(err)
	}
	all := slices.Collect(found.All())
	if found.Err() != nil {
		t.Fatal(found.Err())
	}
	return all
}

func onJSON[T any](t *testing.T, v T) T {
	t.Helper()
	var back T
	b, err := json.Marshal(v)
	if err == nil {
		err = json.Unmarshal(b, &back)
	}
	if err != nil {
		t.Fatal(err)
	}
	return back
}

func compareFindings(t *testing.T, batch []check.FileFinding, dealt []Told) {
	t.Helper()
	var want, got []string
	codes := map[string]int{}
	for _, f := range batch {
		want = append(want, fmt.Sprintf("%+v", f))
		codes[f.Code]++
	}
	for _, f := range dealt {
		got = append(got, fmt.Sprintf("%+v", onJSON(t, f).FileFinding))
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("%d findings, want %d", len(got), len(want))
		for i := range min(len(got), len(want)) {
			if got[i] != want[i] {
				t.Fatalf("got  %s\nwant %s", got[i], want[i])
			}
		}
	}
	if codes["I006"] < 5 || codes["B008"] < 5 || codes["I007"] < 5 {
		t.Errorf("too little was told: %v", codes)
	}
}

// TestWireOfFew: what one piece of text was signed by is not lost on the way.
func TestWireOfFew(t *testing.T) {
	for _, shingles := range [][]uint32{nil, {7}, {7, 9}} {
		var f Fact
		f.set.shingles = shingles
		if back := onWire(t, f); !slices.Equal(back.set.shingles, shingles) {
			t.Errorf("%v came back as %v", shingles, back.set.shingles)
		}
	}
}
