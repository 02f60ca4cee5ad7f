package batch

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"jxmb/render"
)

// swollen is an archive of n members that unpack to size bytes each; their
// checksums are wrong where they are to fail.
func swollen(t *testing.T, n, size int, fail bool) []byte {
	t.Helper()
	files := map[string][]byte{}
	var names []string
	for i := range n {
		names = append(names, fmt.Sprintf("%03d.docx", i))
		files[names[i]] = make([]byte, size)
	}
	file := packed(t, files, names...)
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

// TestBudget holds that members spend the budget of their archive whether they
// can be read or not, that nothing is unpacked once it is spent, and that an
// archive inside the archive has none of its own.
func TestBudget(t *testing.T) {
	const size = 2 << 20
	inner := swollen(t, 12, size, false)
	for name, file := range map[string][]byte{
		"good":   swollen(t, 40, size, false),
		"broken": swollen(t, 40, size, true),
		"nested": packed(t, map[string][]byte{"a.zip": inner, "b.zip": inner, "c.zip": inner}, "a.zip", "b.zip", "c.zip"),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			in, out := t.TempDir(), t.TempDir()
			write(t, filepath.Join(in, "a.zip"), file)
			p, err := Gather([]string{in}, Sources{Limits: Limits{ArchiveRatio: 1}})
			if err != nil {
				t.Fatal(err)
			}
			o := options(out, render.JSON)
			o.Jobs = 1
			if _, err := Run(t.Context(), p, o); err != nil {
				t.Fatal(err)
			}
			b := p.archives[0].budget
			if b.spent < freeBytes || b.spent > b.limit+64<<10 {
				t.Errorf("%d bytes were unpacked, %d may be", b.spent, b.limit)
			}
			stopped := 0
			for _, r := range readReport(t, out).Inputs {
				if r.Error != nil && r.Error.Kind == "limit" {
					stopped++
				}
			}
			// Two are unpacked at a time, and the last may take from each other.
			if want := len(p.Inputs) - int(b.limit/size); stopped < want || stopped > want+2 {
				t.Errorf("%d of %d members are stopped, want %d", stopped, len(p.Inputs), want)
			}
		})
	}
}

// TestBudgetAcrossReadings holds that a member that was within the budget is so
// each time that it is read: a run that goes on after another reads it twice.
func TestBudgetAcrossReadings(t *testing.T) {
	in := t.TempDir()
	write(t, filepath.Join(in, "a.zip"), swollen(t, 1, 12<<20, false))
	p, err := Gather([]string{in}, Sources{Limits: Limits{ArchiveRatio: 1}})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	for range 3 {
		c, err := p.Inputs[0].open()
		if err != nil {
			t.Fatal(err)
		}
		_ = c.close()
		p.Inputs[0].done()
	}
}

// TestEntriesBeforeDirectory holds that an archive of too many entries is
// refused by their number, also where its end tells another.
func TestEntriesBeforeDirectory(t *testing.T) {
	in := t.TempDir()
	file := swollen(t, 40, 1, false)
	end := bytes.LastIndex(file, []byte("PK\x05\x06"))
	for _, says := range []uint16{40, 3, 0xfff0} {
		binary.LittleEndian.PutUint16(file[end+10:], says)
		name := filepath.Join(in, fmt.Sprint(says, ".zip"))
		write(t, name, file)
		p, err := Gather([]string{name}, Sources{Limits: Limits{ArchiveEntries: 39}})
		if err != nil {
			t.Fatal(err)
		}
		_, err = p.Inputs[0].open()
		var f *Fault
		if !errors.As(err, &f) || f.Kind != "limit" || len(p.Inputs) != 1 {
			t.Errorf("%d entries, said to be %d: %v", 40, says, err)
		}
	}
}
