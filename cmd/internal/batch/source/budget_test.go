package source

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jxmb/cmd/internal/batch/content"
	"jxmb/cmd/internal/fault"
	"jxmb/fixtures/wml"
	"jxmb/model"
)

// swollen is an archive of n members that unpack to size bytes each; their
// checksums are wrong where they are to fail.
func swollen(n, size int, fail bool) []byte {
	var members wml.Package
	for i := range n {
		members = append(members, wml.Part{Name: fmt.Sprintf("%03d.docx", i), Data: make([]byte, size)})
	}
	file := members.Bytes()
	for at := 0; fail; {
		i := bytes.Index(file[at:], []byte("PK\x01\x02"))
		if i < 0 {
			break
		}
		at += i + 4
		binary.LittleEndian.PutUint32(file[at+12:], 1)
	}
	return file
}

// planOf is what a file of its own amounts to.
func planOf(t *testing.T, name string, file []byte, limits Limits) *Plan {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, file, 0o666); err != nil {
		t.Fatal(err)
	}
	p, err := Gather([]string{path}, Sources{Limits: limits})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	return p
}

// TestBudget holds that members spend the budget of their archive whether they
// can be read or not, that nothing is unpacked once it is spent, and that an
// archive inside the archive has none of its own.
func TestBudget(t *testing.T) {
	const size = 1 << 20
	inner := swollen(12, size, false)
	for name, file := range map[string][]byte{
		"good":   swollen(40, size, false),
		"broken": swollen(40, size, true),
		"nested": wml.Package{{Name: "a.zip", Data: inner}, {Name: "b.zip", Data: inner}, {Name: "c.zip", Data: inner}}.Bytes(),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := planOf(t, "a.zip", file, Limits{ArchiveRatio: 1})
			stopped := 0
			for _, in := range p.Inputs {
				var f *model.Fault
				err := in.With(func(*content.Content) error { return nil })
				if errors.As(err, &f) && f.Kind == "limit" {
					stopped++
				}
			}
			b := p.archives[0].budget
			if b.spent < freeBytes || b.spent > b.limit+64<<10 {
				t.Errorf("%d bytes were unpacked, %d may be", b.spent, b.limit)
			}
			// The last one takes what is left of the budget and is stopped within it.
			if want := len(p.Inputs) - int(b.limit/size); stopped < want || stopped > want+1 {
				t.Errorf("%d of %d members are stopped, want %d", stopped, len(p.Inputs), want)
			}
		})
	}
}

// TestBudgetAcrossReadings holds that a member that was within the budget is so
// each time that it is read: a run that goes on after another reads it twice.
func TestBudgetAcrossReadings(t *testing.T) {
	p := planOf(t, "a.zip", swollen(1, 12<<20, false), Limits{ArchiveRatio: 1})
	for range 3 {
		c, err := p.Inputs[0].Open()
		if err != nil {
			t.Fatal(err)
		}
		_ = c.Close()
		p.Inputs[0].Done()
	}
}

// TestArchivesAreClosed holds that archives in archives are closed once all of
// their members were read, and that a second reading is charged nothing.
func TestArchivesAreClosed(t *testing.T) {
	member := bytes.Repeat([]byte("ab"), 5000)
	inner := wml.Package{{Name: "b.docx", Data: member}}.Bytes()
	p := planOf(t, "z.zip", wml.Package{{Name: "a.docx", Data: member}, {Name: "i.zip", Data: inner}}.Bytes(), Limits{})
	spent := int64(0)
	for range 2 {
		for _, in := range p.Inputs {
			if err := in.With(func(*content.Content) error { return nil }); err != nil {
				t.Fatal(in.Name, err)
			}
		}
		for _, a := range p.archives {
			if a.content != nil || a.pending != a.members {
				t.Errorf("an archive is open: %t, %d of %d members to come", a.content != nil, a.pending, a.members)
			}
		}
		if now := p.archives[0].budget.spent; spent == 0 {
			spent = now
		} else if now != spent || spent < 2*int64(len(member)) {
			t.Errorf("%d bytes are charged, %d at first; the members have %d each", now, spent, len(member))
		}
	}
}

// TestEntriesBeforeDirectory holds that an archive of too many entries is
// refused by their number, also where its end tells another.
func TestEntriesBeforeDirectory(t *testing.T) {
	file := swollen(40, 1, false)
	end := bytes.LastIndex(file, []byte("PK\x05\x06"))
	for _, says := range []uint16{40, 3, 0xfff0} {
		binary.LittleEndian.PutUint16(file[end+10:], says)
		p := planOf(t, fmt.Sprint(says, ".zip"), file, Limits{ArchiveEntries: 39})
		_, err := p.Inputs[0].Open()
		var f *model.Fault
		if !errors.As(err, &f) || f.Kind != "limit" || len(p.Inputs) != 1 {
			t.Errorf("%d entries, said to be %d: %v", 40, says, err)
		}
	}
}

// TestOtherArchives holds that an archive of another kind under the name of a zip is
// named for what it is.
func TestOtherArchives(t *testing.T) {
	for head, want := range map[string]string{"Rar!\x1a\x07\x01\x00": "RAR", "7z\xbc\xaf\x27\x1c": "7z", "words": "不完整"} {
		p := planOf(t, "a.zip", []byte(head+strings.Repeat("x", 100)), Limits{})
		_, err := p.Inputs[0].Open()
		if f := fault.Explain(err); err == nil || !strings.Contains(f.What.ZH, want) {
			t.Errorf("%q: %v, want %s", head, err, want)
		}
	}
}
