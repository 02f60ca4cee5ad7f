package batch

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"jxmb/cmd/internal/batch/content"
)

// TestOpenStopped: a pipe that nobody opens on its other side holds up nobody.
func TestOpenStopped(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := content.Open(ctx, path); !errors.Is(err, context.Canceled) {
		t.Errorf("opening gives %v", err)
	}
	other, err := os.OpenFile(path, os.O_WRONLY, 0) // what waits there ends
	if err != nil {
		t.Fatal(err)
	}
	_ = other.Close()
}
