package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"jxmb/fixtures"
	"jxmb/fixtures/outside"
	"jxmb/model"
)

// recipe is the block of a tool in the page of recipes.
func recipe(t *testing.T, tool string) string {
	t.Helper()
	page, err := os.ReadFile("../../render/RECIPES.md")
	if err != nil {
		t.Fatal(err)
	}
	_, block, found := strings.Cut(string(page), "\n```"+tool+"\n")
	block, _, closed := strings.Cut(block, "\n```")
	if !found || !closed {
		t.Fatalf("the page has no recipe for %s", tool)
	}
	return block
}

// figures are what every recipe prints of projects.
func figures(projects []model.Project) string {
	total, numbers := model.Decimal("0"), 0
	indicators := 0
	for i := range projects {
		total = total.Add(projects[i].Budget.Total.Yuan)
		for k := range projects[i].Indicators {
			indicators++
			if projects[i].Indicators[k].Target.Number != "" {
				numbers++
			}
		}
	}
	return fmt.Sprintf("%d|%s|%d|%d", len(projects), total, indicators, numbers)
}

// TestRecipes runs the recipes as they stand, each where its tool is installed, on a
// submission that was sent twice.
func TestRecipes(t *testing.T) {
	dir := t.TempDir()
	doc := filepath.Join(dir, "fixtures", filepath.FromSlash(fixtures.ReferencePath))
	if err := os.MkdirAll(filepath.Dir(doc), 0o777); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{doc, filepath.Join(filepath.Dir(doc), "再报.docx")} {
		if err := os.WriteFile(name, fixtures.Reference(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	shell := func(t *testing.T, script string, env ...string) string {
		t.Helper()
		cmd := exec.Command("sh", "-e", "-c", script)
		cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
		var stderr strings.Builder
		cmd.Stderr = &stderr
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%v: %s", err, stderr.String())
		}
		return strings.TrimSpace(string(out))
	}
	shell(t, recipe(t, "sh"))
	data, err := os.ReadFile(filepath.Join(dir, "out", strings.TrimSuffix(filepath.Base(doc), ".docx")+".json"))
	var d model.Document
	if err := errors.Join(err, json.Unmarshal(data, &d)); err != nil {
		t.Fatal(err)
	}
	once, twice := figures(d.Projects), figures(append(d.Projects, d.Projects...))
	for _, tool := range []string{"jq", "sqlite3", "psql", "duckdb", "python3"} {
		t.Run(tool, func(t *testing.T) {
			if _, err := exec.LookPath(tool); err != nil && tool == "duckdb" {
				t.Skip("duckdb not found") // and not to be had from Debian
			}
			outside.Program(t, tool)
			var env []string
			want := once
			switch tool {
			case "jq":
				want = twice // the lines hold every project
			case "psql":
				env = server(t)
			case "python3":
				env = []string{"PATH=/usr/bin:" + os.Getenv("PATH")} // where Debian's pandas is
				if exec.Command("/usr/bin/python3", "-c", "import pandas").Run() != nil {
					t.Skip("pandas not found")
				}
			}
			if got := shell(t, recipe(t, tool), env...); got != want {
				t.Errorf("%s, want %s", got, want)
			}
		})
	}
}

// server starts a PostgreSQL server that listens on a socket alone and stops it
// at the end of the test. It is what psql is told of it. The server refuses to
// run as root, for whom the user postgres stands in.
func server(t *testing.T) []string {
	t.Helper()
	initdb, ctl := outside.Program(t, "initdb"), outside.Program(t, "pg_ctl")
	dir, err := os.MkdirTemp("", "jxmb") // a socket's path has no more than 107 bytes
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	attributes := &syscall.SysProcAttr{}
	if os.Geteuid() == 0 {
		attributes.Credential = postgres(t, dir)
	}
	as := func(program string, args ...string) *exec.Cmd {
		cmd := exec.Command(program, args...)
		cmd.Dir, cmd.SysProcAttr = dir, attributes
		return cmd
	}
	data := filepath.Join(dir, "data")
	if out, err := as(initdb, "-D", data, "-U", "jxmb", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C").CombinedOutput(); err != nil {
		t.Fatalf("initdb: %v: %s", err, out)
	}
	start := as(ctl, "-D", data, "-l", filepath.Join(dir, "log"), "-o", "-c listen_addresses= -c fsync=off -k "+dir, "-w", "start")
	if err := start.Run(); err != nil { // its output would be held open by the server
		log, _ := os.ReadFile(filepath.Join(dir, "log"))
		t.Fatalf("pg_ctl: %v: %s", err, log)
	}
	t.Cleanup(func() {
		if err := as(ctl, "-D", data, "-m", "immediate", "-w", "stop").Run(); err != nil {
			t.Errorf("the server does not stop: %v", err)
		}
	})
	return []string{"PGHOST=" + dir, "PGUSER=jxmb", "PGDATABASE=postgres"}
}

// postgres is the user who owns dir from now on.
func postgres(t *testing.T, dir string) *syscall.Credential {
	t.Helper()
	u, err := user.Lookup("postgres")
	if err != nil {
		t.Skip("there is no user postgres, and the server does not run as root")
	}
	uid, errUID := strconv.Atoi(u.Uid)
	gid, errGID := strconv.Atoi(u.Gid)
	if errUID != nil || errGID != nil || os.Chown(dir, uid, gid) != nil {
		t.Skip("the user postgres cannot be given a folder")
	}
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
}
