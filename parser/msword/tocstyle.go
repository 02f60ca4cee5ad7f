package msword

import "strings"

// TocStyle knows the built-in styles of a table of contents by name: "toc 1"
// to "toc 9" and "TOC Heading" (§17.7.4.9, latent styles), "Contents 1" as
// LibreOffice writes, 目录 as Chinese versions of WPS do.
func TocStyle(name string) bool {
	name = strings.ToLower(name)
	if name == "toc heading" || strings.HasPrefix(name, "目录") {
		return true
	}
	for _, prefix := range [...]string{"toc ", "contents "} {
		if rest, ok := strings.CutPrefix(name, prefix); ok && len(rest) == 1 && rest[0] >= '1' && rest[0] <= '9' {
			return true
		}
	}
	return false
}
