package main

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"jxmb/fixtures/outside"
)

// TestMain puts the program on the path, and is the program where it is weighed.
// [testscript.Main] would take the name from [cmdJxmb].
func TestMain(m *testing.M) {
	if note := os.Getenv(weighs); note != "" {
		os.Exit(weighed(note))
	}
	os.Exit(withProgram(m.Run))
}

func withProgram(tests func() int) int {
	dir, err := os.MkdirTemp("", "jxmb-test-")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	built, err := outside.Build(dir)
	if err != nil {
		panic(err)
	}
	name := "jxmb"
	if runtime.GOOS == "windows" {
		name = filepath.Base(built)
	}
	if err := linkOrCopy(built, filepath.Join(dir, name)); err != nil {
		panic(err)
	}
	os.Setenv("PATH", dir+string(filepath.ListSeparator)+os.Getenv("PATH"))
	return tests()
}

// linkOrCopy does not take a symbolic link: the program asks for its own file,
// and starts it.
func linkOrCopy(from, to string) error {
	if os.Link(from, to) == nil {
		return nil
	}
	program, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, program, 0o777)
}

// surroundings of the program are the working directory and these variables,
// which belong to the whole process: runs take turns.
var (
	surroundings sync.Mutex
	variables    = []string{"HOME", "PATH", "PWD", "TMPDIR", "XDG_DATA_HOME"}
)

// runHere runs the program in this process as a script's exec would as one of
// its own, which takes 20 ms and more to start.
func runHere(ts *testscript.TestScript, args []string) (code int) {
	var stdout, stderr bytes.Buffer
	func() {
		surroundings.Lock()
		defer surroundings.Unlock()
		before, err := os.Getwd()
		ts.Check(err)
		defer func() { ts.Check(os.Chdir(before)) }()
		ts.Check(os.Chdir(ts.MkAbs(".")))
		for _, name := range variables {
			defer os.Setenv(name, os.Getenv(name))
			os.Setenv(name, cmp.Or(map[string]string{"PWD": ts.MkAbs(".")}[name], ts.Getenv(name)))
		}
		defer debug.SetGCPercent(debug.SetGCPercent(400)) // small documents: a quarter of the work would be collecting garbage
		code = run(args, strings.NewReader(""), &stdout, &stderr)
	}()
	_, err := io.Copy(ts.Stdout(), &stdout)
	ts.Check(err)
	_, err = io.Copy(ts.Stderr(), &stderr)
	ts.Check(err)
	return code
}

func cmdJxmb(ts *testscript.TestScript, neg bool, args []string) {
	if code := runHere(ts, args); (code != exitDone) != neg {
		ts.Fatalf("exit code %d", code)
	}
}

func cmdExits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE [exec] PROGRAM ARGS...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	var got int
	switch program := args[1:]; program[0] {
	case "jxmb":
		got = runHere(ts, program[1:])
	case "exec":
		got = runThere(ts, program[1:])
	default:
		ts.Fatalf("%q is neither jxmb nor exec", program[0])
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

func runThere(ts *testscript.TestScript, program []string) int {
	err := ts.Exec(program[0], program[1:]...)
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		ts.Fatalf("%s: %v", program[0], err)
	}
	return exitCodeOf(err)
}
