// Package legacy has LibreOffice convert files of formats that no reader knows.
package legacy

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"jxmb/cmd/internal/batch/content"
	"jxmb/model"
	"jxmb/parser"
	"jxmb/parser/form"
	"jxmb/parser/ooxml"
)

// Converter converts .rtf and documents from before Word 97 to .docx, .xls and .et
// to .xlsx, with an installed LibreOffice.
// It is the one place where another program is started.
type Converter struct {
	Program string        // path of soffice
	Timeout time.Duration // for one file
}

// legacyTimeout lets a cold start with a new profile and a large file through.
const legacyTimeout = 2 * time.Minute

// Find looks for LibreOffice on the PATH.
func Find() (*Converter, error) {
	for _, name := range []string{"soffice", "libreoffice"} {
		if p, err := exec.LookPath(name); err == nil {
			return &Converter{Program: p, Timeout: legacyTimeout}, nil
		}
	}
	return nil, &model.Fault{
		Kind: "legacy_tool",
		What: model.Say("--legacy 需要 LibreOffice，但没有找到 soffice 命令", "--legacy needs LibreOffice, and there is no soffice command"),
		Hint: model.Say("请安装 LibreOffice，或用 Word、Excel、WPS 另存为 .docx、.xlsx 后再转换", "install LibreOffice, or save the files as .docx or .xlsx with Word, Excel or WPS"),
	}
}

// oleMagic begins a compound file ([MS-CFB] §2.2), rtfMagic an RTF file.
const (
	oleMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
	rtfMagic = `{\rtf`
)

// IsLegacy tells whether the file that err refused is one for LibreOffice:
// an old Word or Excel file that is not encrypted, or RTF.
func IsLegacy(err error, c *content.Content) bool {
	var word *model.Fault
	if !errors.As(err, &word) {
		return false
	}
	return word.Kind == model.FaultLegacy || word.Kind == model.FaultForeign && starts(c, rtfMagic)
}

func starts(c *content.Content, magic string) bool {
	head := make([]byte, len(magic))
	n, _ := c.ReadAt(head, 0)
	return string(head[:n]) == magic
}

// Parse converts c in a folder of its own and reads the result. The source of
// the document is what c is, not the file in between.
func (l *Converter) Parse(ctx context.Context, c *content.Content, opts parser.Options, refused error) (*model.Document, error) {
	own, err := newTempFolder()
	if err != nil {
		return nil, err
	}
	defer own.remove()
	as := wordConversion
	if errors.Is(refused, ooxml.ErrBinaryWorkbook) {
		as = workbookConversion
	} else if starts(c, rtfMagic) {
		as.from = "rtf"
	}
	converted, err := l.convert(ctx, c, own.dir, as)
	if err != nil {
		return nil, err
	}
	d, err := parser.Parse(ctx, bytes.NewReader(converted), int64(len(converted)), opts)
	if err != nil {
		return nil, err
	}
	sum, err := c.Digest()
	if err != nil {
		return nil, err
	}
	d.Source = model.Source{Name: opts.Name, SHA256: sum, Bytes: c.Size}
	d.Findings = append(d.Findings, legacyFinding(opts.Lang))
	return d, nil
}

// conversion is what LibreOffice makes of a file: extensions, and its name of the
// filter.
type conversion struct{ from, to, filter string }

var (
	wordConversion     = conversion{"doc", "docx", "MS Word 2007 XML"}
	workbookConversion = conversion{"xls", "xlsx", "Calc MS Excel 2007 XML"}
)

func (l *Converter) convert(ctx context.Context, c *content.Content, dir string, as conversion) ([]byte, error) {
	in := filepath.Join(dir, "in."+as.from)
	f, err := os.Create(in)
	if err != nil {
		return nil, err
	}
	_, err = io.Copy(f, io.NewSectionReader(c, 0, c.Size))
	if err = errors.Join(err, f.Close()); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, l.Timeout)
	defer cancel()
	profile := filepath.Join(dir, "profile")
	if err := WriteProfile(profile); err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, l.Program, "--headless", "--norestore", "--nolockcheck",
		"-env:UserInstallation=file://"+filepath.ToSlash(profile),
		"--convert-to", as.to+":"+as.filter, "--outdir", filepath.Join(dir, "out"), in)
	cmd.Dir = dir
	ownGroup(cmd)
	cmd.WaitDelay = 5 * time.Second
	said, err := cmd.CombinedOutput()
	if ctx.Err() != nil {
		return nil, legacyFault(model.Say("LibreOffice 在 %v 内没有转换完", "LibreOffice did not finish within %v", l.Timeout), ctx.Err())
	}
	converted, readErr := os.ReadFile(filepath.Join(dir, "out", "in."+as.to))
	if err = errors.Join(err, readErr); err != nil {
		return nil, legacyFault(model.Say("LibreOffice 不能转换此文件", "LibreOffice cannot convert this file"), fmt.Errorf("%w\n%s", err, said))
	}
	return converted, nil
}

// profileSettings keep LibreOffice from running anything and from asking
// anyone: no macros, links not updated, and every address behind a proxy that
// does not exist, since a .doc may hold pictures that are fetched while it is
// loaded. Names are those of the registry schemas org.openoffice.*.
const profileSettings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetFTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetFTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetNoProxy" oor:op="fuse"><value></value></prop></item>
</oor:items>
`

// WriteProfile makes a profile for one run: LibreOffice refuses to run twice on
// one, and the user's may be open.
func WriteProfile(dir string) error {
	user := filepath.Join(dir, "user")
	if err := os.MkdirAll(user, 0o700); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(user, "registrymodifications.xcu"), []byte(profileSettings), 0o600)
}

func legacyFault(what model.Text, err error) *model.Fault {
	return &model.Fault{
		Kind: "legacy_tool", What: what, Err: err,
		Hint: model.Say("请用 Word、Excel 或 WPS 打开后另存为 .docx、.xlsx", "open it with Word, Excel or WPS and save it as .docx or .xlsx"),
	}
}

// Rule is the finding on every document that LibreOffice had to convert.
// It stands beside those of package form, which never sees the old file.
var Rule = form.Rule{
	Code:     "D019",
	Severity: model.Info,
	Title:    model.Text{ZH: "由旧格式转换后读取", EN: "converted from an old format"},
	Explanation: model.Text{
		ZH: ".rtf 和 Word 97 以前的 .doc 先由 LibreOffice 转换成 docx，.xls、.et 转换成 xlsx 再读取；问题和各值的位置都指转换出来的文件。",
		EN: "LibreOffice converts .rtf and .doc files from before Word 97 to docx, .xls and .et to xlsx, before they are read; the places of findings and values are those of that file.",
	},
	Hint: model.Text{ZH: "与原文件核对合并单元格和自动编号，或用 Word、Excel、WPS 另存为 .docx、.xlsx 再报送", EN: "compare merged cells and automatic numbers with the original, or have it saved as .docx or .xlsx"},
}

// legacyFinding tells the reader of d what has been read.
func legacyFinding(l model.Lang) model.Finding {
	return model.Finding{
		Code: Rule.Code, Severity: Rule.Severity,
		Message: l.Say("此文件是旧格式，由 LibreOffice 转换后读取", "the file is of an old format and was read after LibreOffice converted it"),
		Hint:    Rule.Hint.In(l),
	}
}
