package docx

import "jxmb/parser/ooxml"

// Options of [Read].
type Options struct {
	Limits ooxml.Limits
}
