// Package early does what is to be done before other packages begin. Go begins
// packages in the order of their paths, each once those that it imports have begun:
// one that imports little, and nothing of ours, is ahead of all that stand on
// net/http or regexp, which is nearly everything that takes time. Programs import
// it for its effect.
package early

import (
	"io"
	"os"
	"runtime"
)

func init() {
	if os.Getenv("GOGC") == "" {
		spareCollector()
	}
	// A window that was opened for the program alone, on Windows, is to be read
	// before it closes: see to that in the usual way.
	if runtime.GOOS != "windows" && answered(os.Args, os.Stdout) {
		os.Exit(0)
	}
}

// answered says the version where nothing else is asked for. Scripts ask for it
// over and over, and it needs none of the tables of Word, Excel and the web that
// a program that reads documents begins with.
func answered(args []string, stdout io.Writer) bool {
	if len(args) != 2 || args[1] != "version" && args[1] != "--version" {
		return false
	}
	_, err := io.WriteString(stdout, "jxmb "+Version()+"\n")
	return err == nil // else the usual way meets it again, and words it
}
