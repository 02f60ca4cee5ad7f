package early

import (
	"runtime"
	_ "unsafe" // for go:linkname
)

// buildInfo is the text that [debug.ReadBuildInfo] reads, "" where the program was
// built without it. Package debug itself would be the end of being early.
//
//go:linkname buildInfo runtime/debug.modinfo
func buildInfo() string

// Version is the module version, for builds from a checkout the commit they were
// made from, and that of Go. It holds no clock, so that the same sources say the
// same.
func Version() string {
	info := buildInfo()
	if info == "" {
		return "(unknown)"
	}
	version := module(info)
	if version == "" {
		version = "(devel)"
	}
	return version + " " + runtime.Version()
}

// module is the version of the main module: its line is "mod", path, version, sum.
func module(info string) string {
	for info != "" {
		var line, key string
		line, info = cut(info, '\n')
		if key, line = cut(line, '\t'); key == "mod" {
			_, line = cut(line, '\t')
			version, _ := cut(line, '\t')
			return version
		}
	}
	return ""
}

// cut is [strings.Cut], whose package begins late.
func cut(s string, at byte) (before, after string) {
	for i := range len(s) {
		if s[i] == at {
			return s[:i], s[i+1:]
		}
	}
	return s, ""
}
