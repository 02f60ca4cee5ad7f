package msword

import (
	"bytes"
	"strconv"
	"strings"
)

// instruction is a field's code (§17.16.2): its name and what follows it.
type instruction struct {
	name string // in capitals
	rest string
}

func InstructionOf(code []byte) instruction {
	s := strings.TrimSpace(string(code))
	name, rest, _ := strings.Cut(s, " ")
	if i := strings.IndexByte(name, '\\'); i > 0 { // EQ\f(1,2)
		name, rest = name[:i], s[i:]
	}
	return instruction{strings.ToUpper(name), strings.TrimSpace(rest)}
}

// silent are the fields that show nothing: marks for tables and indexes, and
// what is asked or set while letters are merged (§17.16.5).
var silent = map[string]bool{
	"": true, "TC": true, "XE": true, "RD": true, "TA": true, "SET": true, "ASK": true, "ADVANCE": true, "PRIVATE": true,
	"NEXT": true, "NEXTIF": true, "SKIPIF": true, "BIDIOUTLINE": true, "TOC": true, "INDEX": true, "TOA": true,
	"FORMTEXT": true, "FORMCHECKBOX": true, "FORMDROPDOWN": true, "HYPERLINK": true,
}

// Visible tells whether Word shows something for the field.
func (i instruction) Visible() bool { return !silent[i.name] }

// SetsBookmark tells whether a field gives a bookmark the text that stands as its
// result, and shows none of it (SET, ASK: §17.16.5.58, §17.16.5.3).
func SetsBookmark(code []byte) bool {
	name := bytes.TrimLeft(code, " ")
	return len(name) > 3 && name[3] == ' ' && (bytes.EqualFold(name[:3], []byte("SET")) || bytes.EqualFold(name[:3], []byte("ASK")))
}

// Unsettled tells whether what a field shows is no one's statement: the time at
// which the document is looked at (DATE, TIME: §17.16.5.15, §17.16.5.65), or what
// Word says where it could not work the result out.
func (i instruction) Unsettled(failed bool) bool {
	return failed || i.name == "DATE" || i.name == "TIME"
}

// Failed tells whether the result of a field begins as Word's messages do about
// one that it could not work out: 错误!未找到引用源。, of a formula !语法错误.
func Failed(result []byte) bool {
	for _, message := range [...]string{"错误!", "错误！", "錯誤!", "錯誤！", "Error!", "!", "！"} {
		if bytes.HasPrefix(result, []byte(message)) {
			return true
		}
	}
	return false
}

// Evaluate is what a field shows whose result Word does not store; symbol
// gives what a font shows for a code.
func (i instruction) Evaluate(symbol func(font string, code rune) string) (text string, ok bool) {
	switch i.name {
	case "EQ":
		return equation(i.rest), true
	case "SYMBOL":
		return i.symbol(symbol)
	case "MACROBUTTON": // MACROBUTTON NAME the words on the button (§17.16.5.36)
		_, words, found := strings.Cut(i.rest, " ")
		return strings.TrimSpace(words), found
	case "QUOTE": // QUOTE "text" (§17.16.5.49)
		args := arguments(i.rest)
		return strings.Join(args.plain, ""), len(args.plain) > 0
	}
	return "", false
}

// symbol reads SYMBOL 179 \f "Symbol" \s 10 (§17.16.5.61): a code, decimal or
// with 0x, and a font.
func (i instruction) symbol(shown func(font string, code rune) string) (string, bool) {
	args := arguments(i.rest)
	if len(args.plain) == 0 {
		return "", false
	}
	code, err := strconv.ParseInt(args.plain[0], 0, 32)
	if err != nil {
		return "", false
	}
	return shown(args.switches["f"], rune(code)), true
}

// fieldArguments are the words of an instruction: plain ones, and switches with
// the word behind them.
type fieldArguments struct {
	plain    []string
	switches map[string]string
}

// arguments splits an instruction into words; quotes hold words together. A
// switch of one letter that takes a word: \f NAME, \s SIZE, \* FORMAT.
func arguments(s string) fieldArguments {
	args := fieldArguments{switches: map[string]string{}}
	name := ""
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		var word string
		word, s = cutWord(s)
		switch {
		case len(word) > 1 && word[0] == '\\':
			name = strings.ToLower(word[1:])
			args.switches[name] = ""
			if !strings.Contains("fs*", name) {
				name = ""
			}
		case name != "":
			args.switches[name], name = word, ""
		default:
			args.plain = append(args.plain, word)
		}
	}
	return args
}

// cutWord takes the first word of s, without its quotes.
func cutWord(s string) (word, rest string) {
	for _, quote := range [...][2]string{{`"`, `"`}, {"“", "”"}} {
		if after, ok := strings.CutPrefix(s, quote[0]); ok {
			word, rest, _ = strings.Cut(after, quote[1])
			return word, rest
		}
	}
	word, rest, _ = strings.Cut(s, " ")
	return word, rest
}
