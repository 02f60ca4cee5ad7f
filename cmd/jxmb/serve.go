package main

import (
	"bytes"
	"cmp"
	"io"
	"log/slog"
	"math"
	"net"
	"net/netip"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"jxmb/cmd/internal/batch/content"
	"jxmb/cmd/internal/early"
	"jxmb/cmd/internal/fault"
	"jxmb/cmd/internal/web"
	"jxmb/cmd/internal/web/worker"
	"jxmb/model"
)

// serveFlags are the flags of serve as they stand on the command line.
type serveFlags struct {
	listen    string
	data      string
	tokenFile string
	open      bool
	keep      string
	quota     string
}

func newServeCommand(a *app) *cobra.Command {
	var f serveFlags
	cmd := &cobra.Command{
		Use:   a.say("serve [选项]", "serve [flags]"),
		Short: a.say("在浏览器中使用的网页，和供其他系统调用的 HTTP 接口", "a page for the browser, and an HTTP API for other systems"),
		Long: a.say(`只有本机能访问，除非 --listen 另有指定；那时必须有 --token-file，每个请求都要带上其中的口令
（Authorization: Bearer 口令；浏览器中填在密码栏）。接口说明在 /openapi.json。不访问外网。

每个文件在单独的进程里读取，内存 512 MiB、时间 30 秒为限。批次存放在数据文件夹中，
中断、断电后再次启动会接着做。`,
			`Only this machine is answered, unless --listen says otherwise; then --token-file is needed, and
every request brings its token (Authorization: Bearer TOKEN; in a browser it is the password).
The API is described at /openapi.json. Nothing is fetched from elsewhere.

Each document is read in a process of its own, within 512 MiB and 30 seconds. Batches stand in
the data folder; those that were interrupted go on with the next start.`),
		Example: a.examples(
			model.Say("jxmb serve --open                  # 打开浏览器", "jxmb serve --open                  # opens the browser"),
			model.Say("jxmb serve --data /srv/jxmb --keep 30d", "jxmb serve --data /srv/jxmb --keep 30d"),
			model.Say("jxmb serve --listen :8421 --token-file 口令.txt", "jxmb serve --listen :8421 --token-file token.txt"),
			model.Say("curl --data-binary @报送.docx 'http://127.0.0.1:8421/api/v1/convert?name=a.docx'", "curl --data-binary @in.docx 'http://127.0.0.1:8421/api/v1/convert?name=in.docx'"),
		),
		Args: a.args(0, 0, model.Text{}),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.serve(cmd, &f) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&f.listen, "listen", "127.0.0.1:8421", a.say("监听的`地址`", "`ADDRESS` to listen at"))
	flags.StringVar(&f.data, "data", "", a.say("存放批次的`文件夹`（默认在用户目录中）", "keep batches in `DIR` (default: a folder of the user)"))
	flags.StringVar(&f.tokenFile, "token-file", "", a.say("口令所在的`文件`，至少 22 个字符（128 位）", "the `FILE` that holds the token, at least 22 characters (128 bits)"))
	flags.BoolVar(&f.open, "open", false, a.say("打开浏览器", "open the browser"))
	flags.StringVar(&f.keep, "keep", "", a.say("批次保留多`久`，如 30d、12h（默认一直保留）", "keep batches this `LONG`, such as 30d or 12h (default: for ever)"))
	flags.StringVar(&f.quota, "quota", "20GiB", a.say("数据文件夹最多占用的`大小`，满后不再接收（507）", "`SIZE` that the data folder may have; more is refused with 507"))
	return cmd
}

func (a *app) serve(cmd *cobra.Command, f *serveFlags) error {
	config, err := a.serveConfig(cmd, f)
	if err != nil {
		return err
	}
	worker.KeepPrivate()
	ctx, stop := interruptible()
	defer stop()
	l, err := net.Listen("tcp", f.listen)
	if err != nil && f.open && web.Answers(f.listen) { // the second double click
		return web.OpenBrowser("http://" + f.listen + "/")
	}
	if err != nil {
		return notListening(f.listen, err)
	}
	s, err := web.New(config)
	if err != nil {
		_ = l.Close()
		return err
	}
	defer s.Close()
	address := "http://" + shownAddress(l.Addr()) + "/"
	a.note(a.say("已启动：%s 按 Ctrl+C 停止", "serving at %s (Ctrl+C stops it)"), address)
	a.note(a.say("批次存放在 %s", "batches are kept in %s"), config.Data)
	if f.open {
		if err := web.OpenBrowser(address); err != nil {
			a.note(a.say("打不开浏览器，请自己打开上面的网址", "no browser could be opened; please open the address yourself"))
		}
	}
	return s.Serve(ctx, l)
}

// notListening says why nobody can be served at the address.
func notListening(address string, err error) error {
	f := fault.System(err)
	if f == nil { // its host or port
		f = &model.Fault{Err: err,
			What: model.Say("没有这个主机或端口", "there is no such host or port"),
			Hint: model.Say("写成 127.0.0.1:8421", "write 127.0.0.1:8421"),
		}
	}
	f.Kind, f.Place = "listen", model.Say("--listen %s", "--listen %s", address)
	return f
}

// shownAddress is where a browser of this machine finds the server.
func shownAddress(addr net.Addr) string {
	p, err := netip.ParseAddrPort(addr.String())
	if err == nil && p.Addr().IsUnspecified() {
		return "127.0.0.1:" + strconv.Itoa(int(p.Port()))
	}
	return addr.String()
}

func (a *app) serveConfig(cmd *cobra.Command, f *serveFlags) (c web.Config, err error) {
	c = web.Config{
		Data: f.data, Lang: a.lang, Version: "jxmb " + early.Version(), Schema: schemaOf,
		Log: slog.New(slog.NewTextHandler(a.stderr, nil)),
	}
	if c.Keep, err = a.keepTime(cmd, f.keep); err != nil {
		return c, err
	}
	if c.Limits.Quota, err = a.quota(cmd, f.quota); err != nil {
		return c, err
	}
	if c.Token, err = a.token(cmd, f); err != nil {
		return c, err
	}
	if c.Program, err = os.Executable(); err != nil {
		return c, err
	}
	if name, err := os.Hostname(); err == nil {
		c.Hosts = append(c.Hosts, strings.ToLower(name))
	}
	if c.Data == "" {
		c.Data, err = dataFolder()
	}
	return c, err
}

// keepTime reads --keep: days, or what Go calls a duration.
func (a *app) keepTime(cmd *cobra.Command, text string) (time.Duration, error) {
	if text == "" {
		return 0, nil
	}
	var d time.Duration
	days, isDays := strings.CutSuffix(text, "d")
	n, err := strconv.Atoi(days)
	if d = time.Duration(n) * 24 * time.Hour; !isDays {
		d, err = time.ParseDuration(text)
	}
	const century = 36500
	if err != nil || d <= 0 || isDays && n > century {
		return 0, a.wrongUsage(cmd, model.Say("--keep 不能取 %q", "--keep cannot be %q", text),
			model.Say("写成 30d 或 12h", "write 30d or 12h"))
	}
	return d, nil
}

// sizeUnits are the units of sizes, in the order in which they are looked for.
var sizeUnits = []struct {
	name  string
	bytes int64
}{{"KiB", 1 << 10}, {"MiB", 1 << 20}, {"GiB", 1 << 30}, {"TiB", 1 << 40}, {"", 1}}

// quota reads --quota: bytes, or a number of KiB, MiB, GiB or TiB.
func (a *app) quota(cmd *cobra.Command, text string) (int64, error) {
	for _, u := range sizeUnits {
		digits, ok := strings.CutSuffix(text, u.name)
		n, err := strconv.ParseInt(digits, 10, 64)
		if ok && err == nil && n > 0 && n <= math.MaxInt64/u.bytes {
			return n * u.bytes, nil
		}
	}
	return 0, a.wrongUsage(cmd, model.Say("--quota 不能取 %q", "--quota cannot be %q", text),
		model.Say("写成 20GiB、500MiB 或字节数", "write 20GiB, 500MiB or a number of bytes"))
}

// minToken is 128 bits in the 64 characters of base64.
const minToken = 22

// token reads --token-file, which every address but those of this machine needs.
func (a *app) token(cmd *cobra.Command, f *serveFlags) (string, error) {
	host, _, err := net.SplitHostPort(f.listen)
	if err != nil {
		return "", a.wrongUsage(cmd, model.Say("--listen 不能取 %q", "--listen cannot be %q", f.listen),
			model.Say("写成 127.0.0.1:8421", "write 127.0.0.1:8421"))
	}
	addr, err := netip.ParseAddr(host)
	local := host == "localhost" || err == nil && addr.IsLoopback()
	if f.tokenFile == "" {
		if local {
			return "", nil
		}
		return "", a.wrongUsage(cmd,
			model.Say("别的机器能访问 %s，必须用 --token-file 给出口令", "%s can be reached from other machines, which needs a token: --token-file", f.listen),
			model.Say("例如 head -c 24 /dev/urandom | base64 > 口令.txt", "such as head -c 24 /dev/urandom | base64 > token.txt"))
	}
	text, err := readToken(f.tokenFile)
	if err != nil {
		why := fault.Explain(err)
		return "", a.wrongUsage(cmd, model.Say("--token-file %s：%s", "--token-file %s: %s", f.tokenFile, why.What.In(a.lang)), why.Hint)
	}
	if token := string(bytes.TrimSpace(text)); isToken(token) {
		return token, nil
	}
	return "", a.wrongUsage(cmd,
		model.Say("%s 里的口令至少要 %d 个字符，其中至少 8 种，不含空格", "the token in %s needs at least %d characters, 8 different ones among them, and no spaces", f.tokenFile, minToken),
		model.Say("例如 head -c 24 /dev/urandom | base64 > 口令.txt", "such as head -c 24 /dev/urandom | base64 > token.txt"))
}

// isToken tells what cannot be guessed from what someone typed in haste.
func isToken(token string) bool {
	different := map[rune]bool{}
	for _, r := range token {
		if r <= ' ' || r > '~' {
			return false
		}
		different[r] = true
	}
	const varied = 8
	return len(token) >= minToken && len(different) >= varied
}

func readToken(name string) ([]byte, error) {
	const most = 4 << 10
	return content.ReadUpTo(name, most)
}

// dataFolder is where programs of this system keep what their user made.
func dataFolder() (string, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	switch runtime.GOOS {
	case "windows":
		base, err := os.UserCacheDir() // %LocalAppData%, which does not roam
		return filepath.Join(base, "jxmb"), err
	case "darwin":
		return filepath.Join(home, "Library", "Application Support", "jxmb"), nil
	}
	return filepath.Join(cmp.Or(os.Getenv("XDG_DATA_HOME"), filepath.Join(home, ".local", "share")), "jxmb"), nil
}

// newWorkerCommand is what serve starts to read documents; nobody else does.
func newWorkerCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:    "worker",
		Hidden: true,
		Args:   a.args(0, 0, model.Text{}),
		RunE: func(*cobra.Command, []string) error {
			worker.KeepPrivate()
			return (&worker.Process{Command: command}).Work(a.stdin, a.stdout)
		},
	}
}

// command is the command line as a worker runs it: in one language, telling of
// faults instead of writing them on standard error.
func command(args []string, stdin io.Reader, stdout io.Writer, fault func(*model.Fault)) int {
	a := &app{stdin: stdin, stdout: stdout, stderr: io.Discard, lang: wantedLang(args), fault: fault}
	root := newRoot(a)
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(io.Discard)
	return a.exitCode(root.Execute())
}
