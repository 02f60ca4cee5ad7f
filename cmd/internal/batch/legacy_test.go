package batch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"jxmb/cmd/internal/batch/legacy"
	"jxmb/cmd/internal/fault"
	"jxmb/fixtures"
	"jxmb/model"
)

// rtfForm is a form of one project as RTF, with more in front of its table.
func rtfForm(more string) []byte {
	var b strings.Builder
	b.WriteString(`{\rtf1\ansi ` + more)
	for _, row := range [][]string{
		{"项目名称", "专项经费", "预算数", "55.00"},
		{"一级指标", "二级指标", "三级指标", "指标值"},
		{"产出指标", "数量指标", "宣传次数", "≥3宣传次数大于等于3次"},
	} {
		b.WriteString(`\trowd\cellx2000\cellx4000\cellx6000\cellx9000 `)
		for _, text := range row {
			b.WriteString(`\pard\intbl `)
			for _, r := range text {
				if r < 0x80 {
					b.WriteRune(r)
				} else {
					fmt.Fprintf(&b, `\u%d?`, int16(r))
				}
			}
			b.WriteString(`\cell `)
		}
		b.WriteString(`\row `)
	}
	b.WriteString(`\pard\par}`)
	return []byte(b.String())
}

// office is the installed LibreOffice.
func office(t *testing.T) *legacy.Converter {
	t.Helper()
	l, err := legacy.Find()
	if err != nil {
		if os.Getenv("JXMB_REQUIRE_TOOLS") == "1" {
			t.Fatal("soffice not found")
		}
		t.Skip("soffice not found")
	}
	return l
}

// pretended is a program that does what a shell script says; the script is
// given soffice's arguments.
func pretended(t *testing.T, script string) *legacy.Converter {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("a shell script stands in for soffice")
	}
	name := filepath.Join(t.TempDir(), "soffice")
	if err := os.WriteFile(name, []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	return &legacy.Converter{Program: name, Timeout: time.Minute}
}

// privateTemp gives the test a folder for temporary files of its own, which
// must be empty at the end.
func privateTemp(t *testing.T) {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	t.Cleanup(func() {
		if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
			t.Errorf("left in the folder of temporary files: %v, %v", left, err)
		}
	})
}

// readLegacy reads one file with l.
func readLegacy(t *testing.T, l *legacy.Converter, name string, data []byte) (projects int, err error) {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	write(t, file, data)
	d, err := Reader{Legacy: l}.Read(context.Background(), gather(t, t.TempDir(), file).Inputs[0])
	if err != nil {
		return 0, err
	}
	if d.Source.Name != name || d.Source.Bytes != int64(len(data)) {
		t.Errorf("the source is %+v, not the file that was given", d.Source)
	}
	return len(d.Projects), nil
}

// TestLegacy: LibreOffice converts RTF under any name, and nobody is asked for
// a picture that the file only points at.
func TestLegacy(t *testing.T) {
	l := office(t)
	privateTemp(t)
	var asked atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked.Add(1) }))
	defer server.Close()
	picture := `{\field{\*\fldinst INCLUDEPICTURE "` + server.URL + `/a.png" \\d}{\fldrslt }}`
	for _, name := range []string{"表.rtf", "表.doc"} {
		if n, err := readLegacy(t, l, name, rtfForm(picture)); n != 1 || err != nil {
			t.Errorf("%s: %d projects, %v", name, n, err)
		}
	}
	if _, err := readLegacy(t, l, "网.doc", linked(t, l, server.URL)); fault.Explain(err).Kind != "no_form" {
		t.Errorf("the file with a linked picture: %v", err)
	}
	if n := asked.Load(); n > 0 {
		t.Errorf("the server was asked %d times", n)
	}
}

// linked is a Word 97 file with a picture that stands at an address.
func linked(t *testing.T, l *legacy.Converter, address string) []byte {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a.fodt"), []byte(`<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p><draw:frame svg:width="2cm" svg:height="2cm" text:anchor-type="as-char">
<draw:image xlink:href="`+address+`/b.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p></office:text></office:body></office:document>`))
	profile := filepath.Join(dir, "profile")
	if err := legacy.WriteProfile(profile); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(l.Program, "--headless", "-env:UserInstallation=file://"+filepath.ToSlash(profile),
		"--convert-to", "doc", "--outdir", dir, filepath.Join(dir, "a.fodt")).CombinedOutput()
	doc, readErr := os.ReadFile(filepath.Join(dir, "a.doc"))
	if err = errors.Join(err, readErr); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if !bytes.Contains(doc, []byte(address)) && !bytes.Contains(doc, wide(address)) {
		t.Fatal("the address is not in the file")
	}
	return doc
}

// wide is ASCII text as UTF-16.
func wide(text string) (out []byte) {
	for _, c := range []byte(text) {
		out = append(out, c, 0)
	}
	return out
}

// TestLegacyFails: whatever the program does, the file gets an error of its
// own and nothing is left behind.
func TestLegacyFails(t *testing.T) {
	for _, c := range []struct{ name, script, says string }{
		{"hangs", `sleep 60 & wait`, "没有转换完"},
		{"fails", `echo broken >&2; exit 7`, "不能转换"},
		{"writes nothing", `exit 0`, "不能转换"},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := pretended(t, c.script)
			privateTemp(t)
			if c.name == "hangs" {
				l.Timeout = 100 * time.Millisecond
			}
			_, err := readLegacy(t, l, "a.rtf", rtfForm(""))
			var fault *model.Fault
			if !errors.As(err, &fault) || fault.Kind != "legacy_tool" || !strings.Contains(fault.What.ZH, c.says) || fault.Hint.ZH == "" {
				t.Errorf("got %v", err)
			}
		})
	}
}

// TestLegacyOnlyOld: a sound .docx, and one that is damaged or locked, never
// reach the program.
func TestLegacyOnlyOld(t *testing.T) {
	l := pretended(t, `touch "$0.started"; exit 1`)
	privateTemp(t)
	docs := append(fixtures.Bad(), fixtures.Doc{Name: "reference", Path: fixtures.ReferencePath})
	old := 0
	for _, d := range docs {
		_, err := readLegacy(t, l, filepath.Base(d.Path), d.Data())
		var fault *model.Fault
		if errors.As(err, &fault) && fault.Kind == "legacy_tool" {
			old++
			_ = os.Remove(l.Program + ".started")
		}
		if _, err := os.Stat(l.Program + ".started"); err == nil {
			t.Errorf("%s: the program was started", d.Path)
		}
	}
	if old != 3 { // legacy.doc, legacy.docx, rtf.docx
		t.Errorf("%d files went to the program", old)
	}
}

// TestLegacyIsNamed: without LibreOffice the error says what to install.
func TestLegacyIsNamed(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, err := legacy.Find()
	var fault *model.Fault
	if !errors.As(err, &fault) || !strings.Contains(fault.Hint.ZH, "安装 LibreOffice") {
		t.Errorf("got %v", err)
	}
}
