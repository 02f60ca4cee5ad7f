package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"

	"jxmb/cmd/internal/early"
	"jxmb/model"
)

// build stands for the program: its version or, where it has none or was made
// from changed sources, what it was linked from.
var build = sync.OnceValues(func() (string, error) {
	sum := sha256.New()
	fmt.Fprintln(sum, model.Schema, early.Version())
	if v := early.Version(); strings.HasPrefix(v, "(") || strings.Contains(v, "+dirty") {
		if exe, err := os.Executable(); err == nil {
			if err := addProgram(sum, exe); err != nil {
				return "", err
			}
		}
	}
	return hex.EncodeToString(sum.Sum(nil)[:16]), nil
})

// addProgram adds the build ID of the program in a file, which go build makes of
// all that it links and which is the same wherever the file was copied to. One
// without is added whole, and its many megabytes take a while to read.
func addProgram(w io.Writer, name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	head, err := io.ReadAll(io.LimitReader(f, buildIDWithin))
	_ = f.Close() // was only read
	if err != nil {
		return err
	}
	id := buildID(head)
	if len(id) == 0 {
		return addFile(w, name)
	}
	_, err = w.Write(id)
	return err
}

// buildIDWithin is how far into a program its build ID stands at most, as cmd/go
// itself looks for it (cmd/internal/buildid).
const buildIDWithin = 32 << 10

// buildID finds it in the first bytes of a program: a note in ELF files, a text
// with marks around it elsewhere. It has four parts: of the link action, of that
// of package main, and of the contents that these gave.
func buildID(head []byte) []byte {
	for _, mark := range []string{"\x04\x00\x00\x00Go\x00\x00", "\xff Go build ID: \""} {
		_, id, found := bytes.Cut(head, []byte(mark))
		if !found {
			continue
		}
		end := bytes.IndexAny(id, "\x00\"\n")
		if end > 0 && bytes.Count(id[:end], []byte("/")) == 3 {
			return id[:end]
		}
	}
	return nil
}
