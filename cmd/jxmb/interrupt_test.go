package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"runtime"
	"testing"

	"jxmb/fixtures"
)

// TestInterruptedWhileReading interrupts programs that wait for the rest of
// their standard input. What is sent does not fit into the pipe, so that the
// program is known to read before the signal comes.
func TestInterruptedWhileReading(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot be sent an interrupt here")
	}
	for _, args := range [][]string{
		{"convert", "-"},
		{"convert", "--explain", "-"},
		{"convert", "@-", "-o", t.TempDir()},
	} {
		cmd := jxmb(args...)
		in, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if _, err := in.Write(make([]byte, 1<<20)); err != nil {
			t.Fatal(err)
		}
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
		if code := exitCodeOf(cmd.Wait()); code != exitInterrupted {
			t.Errorf("%q: exit code %d", args, code)
		}
	}
}

func TestInputStream(t *testing.T) {
	want := fixtures.Reference()
	got, err := io.ReadAll(&inputStream{t.Context(), bytes.NewReader(want)})
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("read %d of %d bytes: %v", len(got), len(want), err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	silent, _ := io.Pipe()
	cancel()
	if _, err := (&inputStream{ctx, silent}).Read(make([]byte, 1)); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled read gives %v", err)
	}
}
