package xlsx

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"jxmb/fixtures/outside"
	"jxmb/fixtures/sample"
	"jxmb/render/view"
)

// TestInLibreOffice converts a workbook to text with a program that shares
// no code with ours.
func TestInLibreOffice(t *testing.T) {
	t.Parallel()
	soffice := outside.Program(t, "soffice")
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.xlsx"), of(t, sample.Hostile(), view.Options{}), 0o600); err != nil {
		t.Fatal(err)
	}
	// The last token, -1, asks for every sheet as a file of its own.
	filter := "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
	cmd := exec.Command(soffice, "--headless", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"),
		"--convert-to", filter, "--outdir", dir, filepath.Join(dir, "a.xlsx"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v: %s", err, out)
	}
	csv, err := os.ReadFile(filepath.Join(dir, "a-指标.csv"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"=1+1,", "@SUM(A1),", "𬘓㵐", "a〔U+0000〕b〔U+001B〕c〔U+007F〕", "_x0041_", strings.Repeat("长", 10000)} {
		if !bytes.Contains(csv, []byte(want)) {
			t.Errorf("LibreOffice does not show %.40q", want)
		}
	}
}
