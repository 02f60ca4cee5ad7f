// Package early says what is asked for most before other packages begin. Go begins
// packages in the order of their paths, each once those that it imports have begun:
// one that imports os alone, and nothing of what os does without (fmt, strings,
// runtime/debug), is ahead of two hundred that take longer than all else that it
// does. Programs import it for its effect.
package early

import (
	_ "embed"
	"io"
	"os"
	"runtime"
)

func init() {
	// A window that was opened for the program alone, on Windows, is to be read
	// before it closes: see to that in the usual way.
	if runtime.GOOS != "windows" && answered(os.Args, os.Stdout) {
		os.Exit(0)
	}
}

// Help is the first page of help, as the commands of package main say it:
// `make golden` writes it.
//
//go:embed help.txt
var Help string

// answered says the version or the first page of help where nothing else is asked
// for. Scripts and people ask for them over and over, and they need none of the
// tables of Word, Excel and the web that a program that reads documents begins with.
func answered(args []string, stdout io.Writer) bool {
	if len(args) != 2 {
		return false
	}
	said := ""
	switch args[1] {
	case "version", "--version":
		said = "jxmb " + Version() + "\n"
	case "help", "--help", "-h":
		said = Help
	default:
		return false
	}
	_, err := io.WriteString(stdout, said)
	return err == nil // else the usual way meets it again, and words it
}
