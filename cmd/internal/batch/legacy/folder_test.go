package legacy

import (
	"os"
	"path/filepath"
	"testing"
)

// TestLegacyAfterKill has the folder of a conversion that is being done and the
// one that a killed run left: the next conversion removes the latter alone.
func TestLegacyAfterKill(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	if os.TempDir() != temp {
		t.Skip("TMPDIR does not say where temporary files go")
	}
	doing, err := newTempFolder()
	if err != nil {
		t.Fatal(err)
	}
	leave(t, filepath.Join(doing.dir, "in.rtf"), []byte("kept"))
	killed := filepath.Join(temp, legacyName+"1")
	if err := os.MkdirAll(filepath.Join(killed, "profile"), 0o700); err != nil {
		t.Fatal(err)
	}
	leave(t, filepath.Join(killed, "in.rtf"), []byte("left"))
	leave(t, killed+legacyLock, nil)

	next, err := newTempFolder()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(killed); err == nil {
		t.Error("what a killed run left is still there")
	}
	if _, err := os.Stat(filepath.Join(doing.dir, "in.rtf")); err != nil {
		t.Error("a conversion lost its folder: ", err)
	}
	doing.remove()
	next.remove()
	if left, _ := os.ReadDir(temp); len(left) > 0 {
		t.Errorf("%d files are left, the first %s", len(left), left[0].Name())
	}
}

func leave(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
}
