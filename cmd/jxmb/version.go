package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"jxmb/model"
)

func newVersionCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: a.say("显示版本", "show the version"),
		Args:  a.args(0, 0, model.Text{}),
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(a.stdout, "jxmb "+version())
			return err
		},
	}
}

// version is the module version and, for builds from a checkout, the revision
// they were made from. It holds no time, so that the same sources say the same.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(unknown)"
	}
	v, revision, modified := info.Main.Version, "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			revision = s.Value[:min(12, len(s.Value))]
		case s.Key == "vcs.modified" && s.Value == "true":
			modified = "+dirty"
		}
	}
	if v == "" {
		v = "(devel)"
	}
	if revision != "" {
		v += " " + revision + modified
	}
	return v + " " + info.GoVersion
}
