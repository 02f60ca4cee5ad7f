package xlsx

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"jxmb/parser/block"
	"jxmb/parser/ooxml"
)

// rich is the text of a cell, a shared string or a comment (CT_Rst, §18.4.8).
type rich struct {
	text   string
	struck string // what is struck out in it, and left out
	bad    int    // characters that were replaced
}

// look is how a run of text stands (CT_RPrElt, §18.4.7), or a whole cell.
type look struct {
	raised, lowered, struck bool
}

// shows is text as it is shown, "" where it is struck out.
func (l look) shows(text string) string {
	switch {
	case l.struck:
		return ""
	case l.raised:
		return block.Superscript(text)
	case l.lowered:
		return block.Subscript(text)
	}
	return text
}

// read takes up a property of a run or a font, and tells whether it is one that
// changes what the text means.
func (l *look) read(s *ooxml.Scanner, name string) {
	value, has := s.Attribute("val")
	switch name {
	case "vertAlign":
		l.raised, l.lowered = string(value) == "superscript", string(value) == "subscript"
	case "strike":
		l.struck = !has || isTrue(value)
	}
}

func isTrue(value []byte) bool { return string(value) == "1" || string(value) == "true" }

// readRich reads the element whose start tag was met last: its runs without
// phonetic hints (rPh), line breaks as "\n".
func readRich(s *ooxml.Scanner) (out rich) {
	var run look
	var pieces, struck []string // most texts are one piece, which Join does not copy
	for depth := s.Depth(); s.Within(depth); {
		switch name := string(s.LocalName()); name {
		case "r":
			run = look{}
		case "vertAlign", "strike":
			run.read(s, name)
		case "rPh":
			s.Skip()
		case "t":
			piece, bad := characters(s)
			out.bad += bad
			pieces = append(pieces, run.shows(piece))
			if run.struck {
				struck = append(struck, piece)
			}
		}
	}
	out.text, out.struck = strings.Join(pieces, ""), strings.Join(struck, "")
	return out
}

// characters is the text of the element whose start tag was met last, CDATA
// included, and how many characters of it were replaced.
func characters(s *ooxml.Scanner) (string, int) {
	if s.Empty {
		s.Skip()
		return "", 0
	}
	from := s.Pos
	s.Skip()
	raw := s.Src[from:max(from, s.Start)]
	if ooxml.Clean(raw) && bytes.IndexByte(raw, '<') < 0 && bytes.IndexByte(raw, '_') < 0 {
		return string(raw), 0
	}
	var out []byte
	bad := 0
	for at := from; at < from+len(raw); {
		end := from + len(raw)
		if i := bytes.IndexByte(s.Src[at:end], '<'); i >= 0 {
			end = at + i
		}
		n := 0
		out, n = unescape(s, out, at, end)
		bad += n
		at = end
		if at < from+len(raw) {
			out, at = beyondMarkup(s, out, at)
		}
	}
	return unescapeXstring(string(out)), bad
}

// unescape appends the character data at from..to, its line breaks kept.
func unescape(s *ooxml.Scanner, out []byte, from, to int) ([]byte, int) {
	bad := 0
	for from < to {
		end := to
		if i := bytes.IndexAny(s.Src[from:to], "\r\n"); i >= 0 {
			end = from + i
		}
		n := 0
		out, n = s.Unescaped(out, from, end)
		bad += n
		if from = end; from < to {
			if s.Src[from] == '\r' && from+1 < to && s.Src[from+1] == '\n' {
				from++
			}
			out = append(out, '\n')
			from++
		}
	}
	return out, bad
}

// beyondMarkup is the offset behind the comment or CDATA section at an offset,
// whose text it appends; the scanner has passed it and knows that it ends.
func beyondMarkup(s *ooxml.Scanner, out []byte, at int) ([]byte, int) {
	rest := s.Src[at:]
	if bytes.HasPrefix(rest, []byte(ooxml.Cdata)) {
		body := rest[len(ooxml.Cdata):]
		end := bytes.Index(body, []byte("]]>"))
		if end < 0 {
			return out, len(s.Src)
		}
		return append(out, bytes.ToValidUTF8(body[:end], []byte("\ufffd"))...), at + len(ooxml.Cdata) + end + len("]]>")
	}
	end := bytes.IndexByte(rest, '>')
	if bytes.HasPrefix(rest, []byte("<!--")) {
		end = bytes.Index(rest, []byte("-->")) + len("--")
	}
	if end < 0 {
		return out, len(s.Src)
	}
	return out, at + end + 1
}

// unescapeXstring resolves _xHHHH_, by which ST_Xstring (§22.9.2.19) writes
// characters that XML forbids; carriage returns and the rest of those go.
func unescapeXstring(s string) string {
	if !strings.Contains(s, "_x") {
		return strings.ReplaceAll(s, "\r", "")
	}
	var out strings.Builder
	for {
		at := strings.Index(s, "_x")
		if at < 0 {
			break
		}
		out.WriteString(s[:at])
		s = s[at:]
		if len(s) < 7 || s[6] != '_' {
			out.WriteString(s[:2])
			s = s[2:]
			continue
		}
		code, err := strconv.ParseUint(s[2:6], 16, 16)
		if err != nil {
			out.WriteString(s[:2])
			s = s[2:]
			continue
		}
		if r := rune(code); ooxml.Allowed(r) && utf8.ValidRune(r) {
			out.WriteRune(r)
		}
		s = s[7:]
	}
	out.WriteString(s)
	return strings.ReplaceAll(out.String(), "\r", "")
}
