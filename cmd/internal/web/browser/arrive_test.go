package browser

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"jxmb/fixtures"
	"jxmb/fixtures/wml"
)

// TestArrive holds that files come in by every way that there is: dropped with
// folders, chosen as a folder, packed; each stands in the batch with its folder.
func TestArrive(t *testing.T) {
	if testing.Short() {
		t.Skip("a minute long")
	}
	t.Parallel()
	c := sit(t)
	long := strings.Repeat("某某县农业农村局关于报送项目支出绩效目标申报表的函", 3)
	folder := filepath.Join(c.dir, "报送")
	c.file(filepath.Join(folder, "农业", long+".docx"), fixtures.Distinct(1, 1))
	c.file(filepath.Join(folder, "农业", "~$a.docx"), []byte("lock"))
	c.file(filepath.Join(folder, "多.docx"), faulty(300))
	single := c.file(filepath.Join(c.dir, "单个.docx"), fixtures.Distinct(1, 2))
	archive := c.file(filepath.Join(c.dir, "一季.zip"), packed(t, "政法/甲.docx", "政法/乙.docx"))

	c.home()
	c.drop(folder, single)
	c.arrived("单个.docx", "报送/农业/"+long+".docx", "报送/多.docx")
	c.looks("batch-long-names")
	c.open("多.docx")
	if got := c.eval(`document.querySelectorAll("[data-finding]").length >= 300`); got != "true" {
		t.Errorf("%s findings are listed", c.eval(`document.querySelectorAll("[data-finding]").length`))
	}
	c.looks("document-300-findings")
	c.run(chromedp.KeyEvent("j"), chromedp.KeyEvent("j"), chromedp.KeyEvent("j"))
	c.looks("document-300-marked")
	c.home()
	c.run(chromedp.SetUploadFiles("#folder", []string{folder}))
	c.arrived("报送/农业/"+long+".docx", "报送/多.docx")
	c.home()
	c.run(chromedp.SetUploadFiles("#files", []string{archive}))
	c.arrived("一季/政法/乙.docx", "一季/政法/甲.docx")
	c.looks("batch-across")
	c.home()
	c.looks("home-long-names")
	c.local()
}

// TestRefused looks at what a clerk sees while a batch runs, where nothing in it can
// be read, and where an upload is not taken.
func TestRefused(t *testing.T) {
	if testing.Short() {
		t.Skip("a minute long")
	}
	t.Parallel()
	c := sit(t)
	c.home()
	c.run(chromedp.SetUploadFiles("#files", []string{c.file(filepath.Join(c.dir, "坏.zip"), []byte("PK no archive"))}), chromedp.WaitVisible("#refused"))
	c.looks("home-refused")
	if got := c.eval(`document.querySelector("#refused").textContent`); !strings.HasPrefix(got, "坏.zip：压缩包") {
		t.Errorf("the page says %q", got)
	}
	c.run(chromedp.SetUploadFiles("#files", []string{c.file(filepath.Join(c.dir, "坏.docx"), []byte("nothing")), c.file(filepath.Join(c.dir, "空.docx"), nil)}))
	c.arrived("坏.docx", "空.docx")
	c.looks("batch-failed")
	c.home()
	c.run(chromedp.SetUploadFiles("#files", []string{c.file(filepath.Join(c.dir, "批复.pdf"), []byte("%PDF-1.4"))}), chromedp.WaitVisible(".unread"))
	c.looks("batch-unread")
	if got := c.eval(`document.querySelector(".unread").textContent + document.querySelector("#n-files").textContent`); got != "批复.pdf0" {
		t.Errorf("of a file that is no submission the page says %q", got)
	}
	var many []string
	for i := range 60 {
		many = append(many, c.file(filepath.Join(c.dir, fmt.Sprintf("%03d.docx", i)), faulty(200+i)))
	}
	c.home()
	c.run(chromedp.SetUploadFiles("#files", many), chromedp.WaitVisible(`#progress`))
	c.looks("batch-running")
	c.run(chromedp.WaitVisible(".charts"))
	c.looks("batch-many")
	c.home()
	c.looks("home-batches")
	c.local()
}

// faulty is a submission of n indicators, none of which has a target.
func faulty(n int) []byte {
	row := func(cells ...string) wml.Row {
		var r wml.Row
		for _, text := range cells {
			r.Cells = append(r.Cells, wml.Cell{Text: text})
		}
		return r
	}
	rows := []wml.TableRow{row("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值")}
	for i := range n {
		rows = append(rows, row("产出指标", "数量指标", fmt.Sprintf("第%d类设备购置数量", i+1), "按采购合同验收入库的设备台数", "XX"))
	}
	return wml.Document{Body: []wml.Block{
		wml.Para("1.设备购置项目绩效目标表"),
		wml.Table{Rows: []wml.TableRow{
			row("项目名称", "设备购置项目"), row("项目编码", ""), row("预算数", "120"), row("绩效目标", "完成设备购置"),
		}},
		wml.Table{Rows: rows},
	}}.Bytes()
}

// packed is an archive of one submission under several names.
func packed(t *testing.T, names ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write(fixtures.Distinct(1, 3))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// file writes a file of the clerk's disk and gives its name.
func (c *clerk) file(name string, data []byte) string {
	c.t.Helper()
	err := os.MkdirAll(filepath.Dir(name), 0o700)
	if err == nil {
		err = os.WriteFile(name, data, 0o600)
	}
	if err != nil {
		c.t.Fatal(err)
	}
	return name
}

func (c *clerk) home() {
	c.t.Helper()
	c.run(chromedp.Navigate(c.url), chromedp.WaitVisible("#drop"))
}

// drop drags files from outside over the page and lets go.
func (c *clerk) drop(paths ...string) {
	c.t.Helper()
	data := &input.DragData{Items: []*input.DragDataItem{}, Files: paths, DragOperationsMask: 1}
	for _, kind := range []input.DispatchDragEventType{input.DragEnter, input.DragOver} {
		c.run(input.DispatchDragEvent(kind, 300, 200, data))
	}
	if got := c.eval(`document.querySelector("#drop").classList.contains("over")`); got != "true" {
		c.t.Error("the page does not show that files may be dropped here")
	}
	c.run(input.DispatchDragEvent(input.Drop, 300, 200, data))
}

// arrived waits for the batch of an upload and holds that it has these files.
func (c *clerk) arrived(names ...string) {
	c.t.Helper()
	c.run(chromedp.WaitVisible("#filelist"), chromedp.WaitVisible(`#state.done`))
	got := c.eval(`JSON.stringify([...document.querySelectorAll("#filelist .name")].map(e => e.textContent))`)
	want := `["` + strings.Join(names, `","`) + `"]`
	if got != want {
		c.t.Errorf("the batch has %s, want %s", got, want)
	}
}

// local holds that no request left the host and nothing asked to be let through.
func (c *clerk) local() {
	c.t.Helper()
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, url := range c.requests {
		if !strings.HasPrefix(url, c.url) && !strings.HasPrefix(url, "data:") {
			c.t.Errorf("a request left the host: %s", url)
		}
	}
	if len(c.alerts) > 0 {
		c.t.Errorf("dialogs: %q", c.alerts)
	}
}
