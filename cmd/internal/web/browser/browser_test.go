// Package browser looks at the page as a clerk does: in Chromium, at the program
// itself.
package browser

import (
	"bufio"
	"bytes"
	"context"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"jxmb/fixtures"
	"jxmb/fixtures/outside"
	"jxmb/fixtures/wml"
)

// clerk is a browser at a server, and what it asked for.
type clerk struct {
	t   *testing.T
	ctx context.Context
	url string
	dir string

	mu       sync.Mutex
	requests []string
	alerts   []string
}

var address = regexp.MustCompile(`http://127\.0\.0\.1:\d+/`)

// sit starts the program and a browser.
func sit(t *testing.T) *clerk {
	t.Helper()
	chromium := outside.Program(t, "chromium")
	c := &clerk{t: t, dir: t.TempDir()}
	program, err := outside.Build(c.dir)
	if err != nil {
		t.Fatal(err)
	}
	c.url = c.serve(program)
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium), chromedp.NoSandbox)
	alloc, stopAlloc := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stopAlloc)
	ctx, stop := chromedp.NewContext(alloc)
	t.Cleanup(stop)
	ctx, cancel := context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	c.ctx = ctx
	chromedp.ListenTarget(ctx, c.heard)
	c.run(network.Enable(), chromedp.EmulateViewport(1280, 720))
	return c
}

func (c *clerk) serve(program string) string {
	cmd := exec.Command(program, "serve", "--listen", "127.0.0.1:0", "--data", filepath.Join(c.dir, "data"), "--lang", "zh")
	stderr, err := cmd.StderrPipe()
	if err != nil {
		c.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		c.t.Fatal(err)
	}
	c.t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	lines := bufio.NewScanner(stderr)
	for lines.Scan() {
		if url := address.FindString(lines.Text()); url != "" {
			go func() {
				for lines.Scan() {
					continue
				}
			}()
			return url
		}
	}
	c.t.Fatal("the server did not say where it is")
	return ""
}

func (c *clerk) heard(event any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		c.requests = append(c.requests, e.Request.URL)
	case *page.EventJavascriptDialogOpening:
		c.alerts = append(c.alerts, e.Message)
	}
}

func (c *clerk) run(actions ...chromedp.Action) {
	c.t.Helper()
	if err := chromedp.Run(c.ctx, actions...); err != nil {
		c.t.Fatal(err)
	}
}

// eval gives what a script in the page finds.
func (c *clerk) eval(script string) string {
	c.t.Helper()
	var s string
	c.run(chromedp.Evaluate("String("+script+")", &s))
	return s
}

// looks saves pictures of a view at both widths where JXMB_SCREENSHOTS names a
// folder, and holds in any case that nothing sticks out of the narrow one.
func (c *clerk) looks(name string) {
	c.t.Helper()
	for _, size := range []struct {
		label         string
		width, height int64
	}{{"wide", 1280, 720}, {"phone", 375, 760}} {
		c.run(chromedp.EmulateViewport(size.width, size.height), chromedp.Sleep(150*time.Millisecond))
		if over := c.eval("document.documentElement.scrollWidth - document.documentElement.clientWidth"); over != "0" {
			c.t.Errorf("%s, %s: %s pixels wider than the window", name, size.label, over)
		}
		if dir := os.Getenv("JXMB_SCREENSHOTS"); dir != "" {
			var png []byte
			c.run(chromedp.CaptureScreenshot(&png))
			if err := os.WriteFile(filepath.Join(dir, name+"-"+size.label+".png"), png, 0o600); err != nil {
				c.t.Fatal(err)
			}
		}
	}
	c.run(chromedp.EmulateViewport(1280, 720))
}

// hostile is markup that would run if it were taken as such.
const hostile = `<img src=x onerror="document.title='taken'"><script>document.title='taken'</script>`

// hostileDocument has it in every cell and heading.
func hostileDocument() []byte {
	row := func(cells ...string) wml.Row {
		var r wml.Row
		for _, text := range cells {
			r.Cells = append(r.Cells, wml.Cell{Text: text})
		}
		return r
	}
	return wml.Document{Body: []wml.Block{
		wml.Para("1." + hostile + "绩效目标表"),
		wml.Table{Rows: []wml.TableRow{
			row("项目名称", hostile), row("项目编码", hostile), row("预算数", hostile), row("绩效目标", hostile),
		}},
		wml.Table{Rows: []wml.TableRow{
			row("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值"),
			row("产出指标", "数量指标", hostile, hostile, "≥3"+hostile),
			row(hostile, hostile, hostile, hostile, "≥3大于等于5次"+hostile),
		}},
	}}.Bytes()
}

// season writes what is dropped.
func (c *clerk) season() []string {
	c.t.Helper()
	var paths []string
	for name, data := range map[string][]byte{
		"某某市政法委.docx":                       fixtures.Reference(),
		"<img src=x onerror=alert(1)>.docx": hostileDocument(),
		"坏文件 <b>x.docx":                     []byte("这不是 Word 文件"),
	} {
		path := filepath.Join(c.dir, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			c.t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}

// TestClerk drops files, waits, looks, sets a finding aside, corrects a value,
// undoes both and downloads.
func TestClerk(t *testing.T) {
	if testing.Short() {
		t.Skip("a minute long")
	}
	t.Parallel()
	c := sit(t)
	c.run(chromedp.Navigate(c.url), chromedp.WaitVisible("#drop"))
	c.looks("home-empty")
	c.run(chromedp.SetUploadFiles("#files", c.season()), chromedp.WaitVisible(".charts"))
	c.looks("batch")
	if got := c.eval(`document.querySelectorAll("#filelist > li").length + " " + document.querySelector("#n-failed").textContent`); got != "3 1" {
		t.Errorf("files and failures: %s", got)
	}
	if got := c.eval(`document.querySelectorAll("main img, main b:not(dl b)").length + document.title`); !strings.HasPrefix(got, "0") || strings.Contains(got, "taken") {
		t.Errorf("markup of names was taken as such: %s", got)
	}
	c.run(chromedp.Click(`.facets a[href*="severity=error"]`), chromedp.WaitVisible(`.facets a.chosen`))
	if got := c.eval(`document.querySelectorAll("#filelist > li").length`); got == "3" || got == "0" {
		t.Errorf("the filter leaves %s of 3 files", got)
	}
	c.looks("batch-filtered")
	c.run(chromedp.Navigate(c.url), chromedp.WaitVisible(".batches"))
	c.looks("home")
	c.run(chromedp.Click(".batches a"), chromedp.WaitVisible("#filelist"))
	c.failed()
	c.hostile()
	c.document()
	c.local()
}

// open shows a document by a part of its name, from the page of its batch.
func (c *clerk) open(name string) {
	c.t.Helper()
	link := c.eval(`[...document.querySelectorAll("#filelist a")].find(a => a.textContent.includes(` + "`" + name + "`" + `)).getAttribute("href")`)
	c.run(chromedp.Navigate(strings.TrimSuffix(c.url, "/")+link), chromedp.WaitVisible("h1"))
}

func (c *clerk) back() {
	c.run(chromedp.Click(`.crumb a[href^="/batches/"]`), chromedp.WaitVisible("#filelist"))
}

// failed looks at the file that could not be read.
func (c *clerk) failed() {
	c.open("坏文件")
	c.looks("document-failed")
	if got := c.eval(`document.querySelector(".problem").textContent.trim().length > 20`); got != "true" {
		c.t.Error("the page does not say why the file was not read")
	}
	c.back()
}

// hostile looks at the document whose every text is markup.
func (c *clerk) hostile() {
	c.open("<img src")
	c.looks("document-hostile")
	if got := c.eval(`document.querySelectorAll("main img, main script").length`); got != "0" {
		c.t.Errorf("%s elements were made of texts", got)
	}
	if got := c.eval(`document.title`); got != "<img src=x onerror=alert(1)>.docx" {
		c.t.Errorf("the title is %q", got)
	}
	shown := c.eval(`[...document.querySelectorAll("[data-cell]")].filter(e => e.textContent.includes("<img src=x onerror=")).length`)
	if shown != "12" {
		c.t.Errorf("%s of 12 cells show their text", shown)
	}
	c.back()
}

// document settles what the reference has.
func (c *clerk) document() {
	t := c.t
	c.open("政法委")
	c.looks("document")
	c.run(chromedp.KeyEvent("J")) // as caps lock gives it
	if got := c.eval(`document.querySelectorAll("td.marked").length > 0 && document.querySelectorAll(".finding.marked").length > 0`); got != "true" {
		t.Error("J marks no finding with its cell")
	}
	const conflict = `.finding.error`
	cell := c.eval(`document.querySelector("` + conflict + `").dataset.cellRef`)
	c.run(chromedp.Click(conflict+" p"), chromedp.WaitVisible(`td.marked[data-cell="`+cell+`"]`))
	c.looks("document-marked")
	c.run(chromedp.Click(`.finding.warning p`), chromedp.Click(`td[data-cell="`+cell+`"]`), chromedp.WaitVisible(conflict+".marked"))
	before := c.eval(`document.querySelectorAll("[data-finding]").length`)

	c.run(chromedp.Click(`.finding.warning [data-ignore]`), chromedp.WaitVisible("dialog[open]"),
		chromedp.SendKeys(`[name="why"]`, "已与单位核实 "+hostile), chromedp.SendKeys(`[name="who"]`, "审核人"))
	c.looks("dialog")
	c.submit(`.ignored`)
	if got := c.eval(`document.querySelectorAll("[data-finding]").length`); got == before {
		t.Errorf("%s findings before and after one was set aside", got)
	}
	c.run(chromedp.Click(`.indicator:has(`+conflict+`) [data-edit]`), chromedp.WaitVisible("dialog[open]"),
		chromedp.SetValue(`[name="after"]`, "≥1大于等于1万元每人"), chromedp.SendKeys(`[name="why"]`, "与附件一致"))
	c.submit(`.corrected`)
	if got := c.eval(`document.querySelectorAll("` + conflict + `").length + document.querySelector(".corrected ins").textContent`); got != "0≥1大于等于1万元每人" {
		t.Errorf("after the correction: %s", got)
	}
	c.looks("document-reviewed")
	c.downloads()
	c.again()
	c.reloads(chromedp.Click(`[data-undo]`))
	if got := c.eval(`document.querySelectorAll("` + conflict + `").length`); got != "1" {
		t.Errorf("the correction was undone: %s errors", got)
	}
	c.run(chromedp.Click(`.ignored summary`))
	c.reloads(chromedp.Click(`[data-notice]`))
	if got := c.eval(`document.querySelectorAll("[data-finding]").length`); got != before {
		t.Errorf("%s findings, want %s", got, before)
	}
	c.reloads(chromedp.Click(`[data-lang="en"]`))
	if got := c.eval("document.documentElement.lang"); got != "en" {
		t.Errorf("the language is %s", got)
	}
	c.looks("document-english")
}

// submit saves the dialog and waits for what it leads to.
func (c *clerk) submit(then string) {
	c.t.Helper()
	c.reloads(chromedp.Click(`dialog .main`))
	c.run(chromedp.WaitReady(then))
}

// reloads does what makes the page load again, and waits until it has.
func (c *clerk) reloads(actions ...chromedp.Action) {
	c.t.Helper()
	c.eval("window.before = true")
	c.run(actions...)
	for until := time.Now().Add(time.Minute); time.Now().Before(until); time.Sleep(50 * time.Millisecond) {
		var done bool
		err := chromedp.Run(c.ctx, chromedp.Evaluate("!window.before && document.readyState === 'complete'", &done))
		if err == nil && done { // an error: the page is going away
			return
		}
	}
	c.t.Fatal("the page did not load again")
}

// again makes the results of the batch again with the review, and comes back.
func (c *clerk) again() {
	here := c.eval("location.href")
	c.back()
	c.reloads(chromedp.Click(`[data-post]`))
	c.run(chromedp.WaitVisible(".charts"))
	answer, err := http.Get(c.eval(`document.querySelector('a[href$="all.ndjson"]').href`))
	if err != nil {
		c.t.Fatal(err)
	}
	defer answer.Body.Close()
	var body bytes.Buffer
	_, _ = body.ReadFrom(answer.Body)
	for _, want := range []string{"R001", "≥1大于等于1万元每人"} {
		if !strings.Contains(body.String(), want) {
			c.t.Errorf("the results of the batch do not hold %s", want)
		}
	}
	c.run(chromedp.Navigate(here), chromedp.WaitVisible("[data-undo]"))
}

// downloads takes every result home, as the links of the page name them.
func (c *clerk) downloads() {
	for to, magic := range map[string]string{"to=xlsx&": "PK", "to=pdf&": "%PDF", "to=json&": "{", "to=docx&": "PK", "/revised": "PK", "/source": "PK"} {
		link := c.eval(`document.querySelector('a[href*="` + to + `"]').href`)
		answer, err := http.Get(link)
		if err != nil {
			c.t.Fatal(err)
		}
		var body bytes.Buffer
		_, _ = body.ReadFrom(answer.Body)
		answer.Body.Close()
		if answer.StatusCode != http.StatusOK || !strings.HasPrefix(body.String(), magic) {
			c.t.Errorf("%s: %s, %.80q", to, answer.Status, body.String())
		}
		if magic == "{" && !strings.Contains(body.String(), "≥1大于等于1万元每人") {
			c.t.Error("the JSON does not hold the correction")
		}
	}
}
