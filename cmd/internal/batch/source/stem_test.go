package source

import (
	"strings"
	"testing"
)

func TestStems(t *testing.T) {
	s := newStems()
	s.reserve("all")
	long := strings.Repeat("绩", 100)
	for _, c := range []struct{ rel, want string }{
		{"a.docx", "a"},
		{"a.doc", "a-2"},
		{"A.docx", "A-3"}, // Windows and macOS do not tell a from A
		{"x/a.docx", "x/a"},
		{"All.docx", "All-2"},
		{"é.docx", "é"},
		{"e\u0301.docx", "e\u0301-2"}, // nor é from e and an accent
		{"a-2.docx", "a-2-2"},
		{".docx", ".docx"},
		{"x/.docx", "x/.docx"},
		{"2022.年报.docx", "2022.年报"},
		{long + ".docx", long[:225]},
		{long + "目.docx", long[:225] + "-2"},
		{"all.ndjson/b.docx", "all.ndjson-2/b"}, // a folder where all.ndjson is to appear
		{"all.ndjson/c.docx", "all.ndjson-2/c"},
		{"ALL.xlsx/b.docx", "ALL.xlsx-2/b"},
		{"x/a.PDF/b.docx", "x/a.PDF-2/b"},
		{"all.txt/b.docx", "all.txt/b"},
		{"z.json/b.docx", "z.json/b"},
		{"z.docx", "z-2"}, // whose z.json would meet a folder
		{strings.Repeat("a/", 2000) + "b.docx", strings.Repeat("a/", 1500) + "b"}, // deeper than systems take
		{strings.Repeat("a/", 2001) + "b.docx", strings.Repeat("a/", 1500) + "b-2"},
		{long + long + "/" + strings.Repeat("项", 1000) + "/b.docx", long[:225] + "/b"},
	} {
		got, note := s.claim(c.rel)
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.rel, got, c.want)
		}
		if numbered := strings.Contains(got, "-2") || strings.HasSuffix(got, "-3"); numbered != (note.ZH != "") {
			t.Errorf("%s: note %q", c.rel, note.ZH)
		}
	}
}

// TestStemsOfManyAlike: names that file systems do not tell apart, and paths of many
// folders, take time by their length alone.
func TestStemsOfManyAlike(t *testing.T) {
	s := newStems()
	allocations := func(n int) float64 {
		return testing.AllocsPerRun(1, func() {
			for range n {
				s.claim("a.docx")
			}
		})
	}
	allocations(500)
	if early, late := allocations(200), allocations(200); late > 1.5*early {
		t.Errorf("200 names like 1,000 others take %.0f allocations, like 1,400 others %.0f", early, late)
	}
	if stem, _ := s.claim("a.docx"); stem != "a-1801" {
		t.Errorf("the last is %s", stem)
	}
	deep := strings.Repeat("a/", 1400)
	if most := testing.AllocsPerRun(1, func() { s.claim(deep + "b.docx") }); most > 100 {
		t.Errorf("a path of 1,400 folders takes %.0f allocations", most)
	}
}
