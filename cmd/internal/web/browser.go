package web

import (
	"io"
	"net/http"
	"os/exec"
	"runtime"
	"time"
)

// OpenBrowser shows an address in the browser of the user.
func OpenBrowser(address string) error {
	var cmd *exec.Cmd
	switch runtime.GOOS {
	case "windows":
		cmd = exec.Command("rundll32", "url.dll,FileProtocolHandler", address)
	case "darwin":
		cmd = exec.Command("open", address)
	default:
		cmd = exec.Command("xdg-open", address)
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() { _ = cmd.Wait() }() // it may live as long as the browser
	return nil
}

// Answers tells whether a server of this program answers at an address.
func Answers(address string) bool {
	client := http.Client{Timeout: time.Second}
	r, err := client.Get("http://" + address + "/healthz")
	if err != nil {
		return false
	}
	defer r.Body.Close()
	text, err := io.ReadAll(io.LimitReader(r.Body, int64(len(healthy))+1))
	return err == nil && string(text) == healthy
}
