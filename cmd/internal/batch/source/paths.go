package source

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"jxmb/cmd/internal/batch/content"
	"jxmb/cmd/internal/bucket"
	"jxmb/cmd/internal/fault"
	"jxmb/model"
)

// IsPath tells whether arg leads to something that is there.
func IsPath(arg string) bool {
	if _, err := os.Stat(arg); err == nil {
		return true
	}
	return len(globbed(arg)) > 0
}

// Paths are the paths that args name: patterns, which some shells do not
// expand, and @lists are replaced by what they stand for.
func Paths(ctx context.Context, args []string, stdin io.Reader) ([]string, error) {
	g := &gatherer{Sources: Sources{Context: ctx, Stdin: stdin}}
	paths, _, err := g.expand(args)
	return paths, err
}

// globbed are the files that arg matches, none where it is no pattern or names
// a file itself.
func globbed(arg string) []string {
	if !strings.ContainsAny(arg, "*?[") {
		return nil
	}
	if _, err := os.Lstat(arg); err == nil {
		return nil
	}
	matches, _ := filepath.Glob(arg) // its one error is a malformed pattern, which matches nothing
	return matches
}

// expand replaces patterns and @lists by what they stand for.
func (g *gatherer) expand(args []string) (paths []string, listed bool, err error) {
	for _, arg := range args {
		if bucket.Is(arg) {
			paths = append(paths, g.expandBucket(arg)...)
			continue
		}
		if matches := globbed(arg); len(matches) > 0 {
			paths = append(paths, matches...)
			continue
		}
		list, ok := strings.CutPrefix(arg, "@")
		if !ok || list == "" {
			paths = append(paths, arg)
			continue
		}
		lines, err := g.readList(list)
		if err != nil {
			return nil, true, err
		}
		paths, listed = append(paths, lines...), true
	}
	return paths, listed, nil
}

// maxList bounds a list: a million paths of sixty bytes.
const maxList = 64 << 20

// readList reads one path a line, relative to the working folder, in UTF-8 or,
// as Windows editors save it, GB18030. "-" is standard input.
func (g *gatherer) readList(name string) ([]string, error) {
	r := g.Stdin
	if name != "-" {
		f, err := content.Open(g.Context, name)
		if err != nil {
			return nil, inList(name, err)
		}
		defer f.Close()
		r = f
	}
	b, err := io.ReadAll(io.LimitReader(r, maxList+1))
	switch {
	case err != nil:
		return nil, inList(name, err)
	case len(b) > maxList:
		return nil, &model.Fault{Kind: "list", What: model.Say("列表 %s 超过 %d 字节", "list %s is longer than %d bytes", name, maxList)}
	}
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	if !utf8.Valid(b) {
		if b, err = simplifiedchinese.GB18030.NewDecoder().Bytes(b); err != nil {
			return nil, inList(name, err)
		}
	}
	var paths []string
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimRight(line, "\r\n"); strings.TrimSpace(line) != "" {
			paths = append(paths, line)
		}
	}
	return paths, nil
}

// inList says which list an error met.
func inList(name string, err error) error {
	f := *fault.Explain(err)
	f.Place = model.Say("列表 %s", "list %s", name)
	return &f
}
