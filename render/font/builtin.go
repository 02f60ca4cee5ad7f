package font

import (
	_ "embed"
	"sync"
)

//go:embed NotoSerifSC-Regular.ttf
var serif []byte

//go:embed NotoSansSC-Bold.ttf
var sans []byte

// Text is Noto Serif SC Regular.
var Text = sync.OnceValue(func() *Font { return builtin(serif) })

// Heading is Noto Sans SC Bold.
var Heading = sync.OnceValue(func() *Font { return builtin(sans) })

func builtin(data []byte) *Font {
	f, err := Parse(data, "")
	if err != nil {
		panic("font: internal error: built-in font: " + err.Error())
	}
	return f
}
