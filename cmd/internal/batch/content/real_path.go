package content

import "path/filepath"

func Absolute(p string) string {
	if abs, err := filepath.Abs(p); err == nil {
		return abs
	}
	return p
}

// RealPath resolves links where it can.
func RealPath(p string) string {
	abs := Absolute(p)
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return real
	}
	return abs
}
