package batch

import (
	"archive/zip"
	"bytes"
	"encoding/gob"
	"path/filepath"
	"runtime"
	"testing"

	"jxmb/cmd/internal/batch/source"
	"jxmb/cmd/internal/fault"
	"jxmb/fixtures"
	"jxmb/fixtures/storage"
)

// TestOpener reads a folder and a bucket by addresses, as another process does: the
// same documents and faults under the same names, whatever the order.
func TestOpener(t *testing.T) {
	dir := t.TempDir()
	for name, data := range openable(t) {
		write(t, filepath.Join(dir, name), data)
	}
	s := storage.Start(t)
	upload(t, s, dir, "2022/")
	if runtime.GOOS == "linux" { // where a name is any bytes
		write(t, filepath.Join(dir, "\xd6\xd0.docx"), fixtures.Brief(1, 1))
	}
	for _, c := range []struct {
		from   string
		change func()
	}{
		{dir, func() { write(t, filepath.Join(dir, "all.zip"), []byte("PK")) }},
		{address + "/2022/", func() {
			s.Put("2022/all.zip", packed(t, map[string][]byte{"a.docx": fixtures.Brief(5, 1)}, "a.docx"))
		}},
	} {
		plan, err := source.Gather([]string{c.from}, source.Sources{})
		if err != nil {
			t.Fatal(err)
		}
		defer plan.Close()
		want := map[string]string{}
		err = Reader{}.Each(t.Context(), plan, func(r Result) error {
			want[r.Input.Name] = outcomeOf(r)
			return nil
		})
		if err != nil || len(want) < 8 {
			t.Fatalf("%s: %v, %d inputs", c.from, err, len(want))
		}
		addresses := plan.Addresses()
		var opener source.Opener
		for i := len(addresses) - 1; i >= 0; i-- {
			in := opener.Input(passedOn(t, addresses[i]))
			d, err := Reader{}.Read(t.Context(), in)
			r := Result{Input: in, Doc: d}
			if err != nil {
				r.Fault = fault.Explain(err)
			}
			if got := outcomeOf(r); got != want[in.Name] {
				t.Errorf("%s: %s, want %s", in.Name, got, want[in.Name])
			}
		}
		if err := opener.Close(); err != nil {
			t.Error(err)
		}
		c.change()
		if _, err := (Reader{}).Read(t.Context(), opener.Input(addresses[1])); addresses[1].Archive == "" || err == nil {
			t.Errorf("a member of an archive that is another now was read: %+v", addresses[1])
		}
		_ = opener.Close()
	}
}

// openable are files of every kind that a plan holds, by name.
func openable(t *testing.T) map[string][]byte {
	docx := fixtures.Brief(0, 1)
	inner := packed(t, map[string][]byte{"c.docx": docx}, "c.docx")
	var outer bytes.Buffer
	z := zip.NewWriter(&outer)
	for _, m := range []struct {
		name string
		data []byte
	}{{"b.rar", []byte("x")}, {"a.docx", docx}, {"a.docx", []byte("twice, and no document")}, {"in.zip", inner}, {"~$a.docx", nil}} {
		w, err := z.Create(m.name)
		if err == nil {
			_, err = w.Write(m.data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{"all.zip": outer.Bytes(), "bad.zip": []byte("PK"), "z.docx": docx, "renamed.zip": docx, "old.7z": nil}
}

func passedOn(t *testing.T, a source.Address) (back source.Address) {
	t.Helper()
	var b bytes.Buffer
	err := gob.NewEncoder(&b).Encode(a)
	if err == nil {
		err = gob.NewDecoder(&b).Decode(&back)
	}
	if err != nil {
		t.Fatal(err)
	}
	return back
}

func outcomeOf(r Result) string {
	if r.Doc == nil {
		return string(r.Fault.Kind) + ": " + r.Fault.What.EN
	}
	return r.Doc.Source.Path + " " + r.Doc.Source.Name + " " + r.Doc.Source.SHA256
}
