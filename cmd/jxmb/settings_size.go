package main

import (
	"jxmb/cmd/internal/batch/content"
	"jxmb/model"
)

const (
	maxSettings = 64 << 10 // bytes of a settings file: the time for its tables grows with their square
	maxNesting  = 32       // tables in tables, lists in lists, dots of a key
)

// readSmall reads a settings file; a pipe may have no end.
func readSmall(path string) ([]byte, error) {
	text, err := content.ReadUpTo(path, maxSettings)
	if err == nil && len(text) > maxSettings {
		err = &model.Fault{
			Kind: model.FaultLimit,
			What: model.Say("设置文件超过 %d 字节", "the settings file exceeds %d bytes", maxSettings),
			Hint: model.Say("核对是否选错了文件；设置只需几行", "check that this is the file; settings take a few lines"),
		}
	}
	return text, err
}

// tooDeep is the line, from 1, on which a settings file is nested too deeply, 0
// for none: the reader of TOML takes memory by the square of the depth.
func tooDeep(text []byte) int {
	line, open, dots := 1, 0, 0
	quote := byte(0)
	for _, c := range text {
		switch {
		case c == '\n':
			line, dots, quote = line+1, 0, 0
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '{' || c == '[':
			open++
		case c == '}' || c == ']':
			open--
		case c == '.':
			dots++
		}
		if open > maxNesting || dots > maxNesting {
			return line
		}
	}
	return 0
}
