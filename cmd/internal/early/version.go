package early

import (
	"cmp"
	"runtime/debug"
)

// Version is the module version, for builds from a checkout the commit they were
// made from, and that of Go. It holds no clock, so that the same sources say the
// same.
func Version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(unknown)"
	}
	return cmp.Or(info.Main.Version, "(devel)") + " " + info.GoVersion
}
