package xlsx

import (
	"jxmb/model"
	"jxmb/parser/ooxml"
)

// sharedStrings is the part of texts that cells refer to by number (§18.4.9).
// They are found when it is opened and read when they are asked for: a hidden
// sheet may hold a hundred thousand that no form shows.
type sharedStrings struct {
	part  string
	src   []byte
	depth int
	at    []int32 // offset of each si element
	known map[int32]rich
}

// openStrings finds the strings of a part.
func openStrings(part string, src []byte, limits ooxml.Limits) (*sharedStrings, error) {
	t := &sharedStrings{part: part, src: src, depth: limits.Depth, known: map[int32]rich{}}
	if src == nil {
		return t, nil
	}
	var s ooxml.Scanner
	s.Reset(part, src, limits.Depth)
	for s.Next() != ooxml.EOF {
		if s.Depth() != 2 || string(s.LocalName()) != "si" {
			continue
		}
		if len(t.at) == maxStrings {
			return nil, tooMany(part, maxStrings, "共享字符串", "shared strings")
		}
		t.at = append(t.at, int32(s.Start))
		s.Skip()
	}
	if s.Err != nil {
		return nil, s.Err
	}
	return t, nil
}

// get is the string of a number; ok is false where there is none. Fresh tells
// that it was not asked for before.
func (t *sharedStrings) get(i int) (text rich, fresh, ok bool) {
	if i < 0 || i >= len(t.at) {
		return rich{}, false, false
	}
	if text, known := t.known[int32(i)]; known {
		return text, false, true
	}
	end := len(t.src)
	if i+1 < len(t.at) {
		end = int(t.at[i+1])
	}
	var s ooxml.Scanner
	s.Reset(t.part, t.src[:end], t.depth)
	s.Pos = int(t.at[i])
	if s.Next() == ooxml.EOF {
		return rich{}, false, false
	}
	text = readRich(&s)
	t.known[int32(i)] = text
	return text, true, true
}

// badString is the fault of a cell that refers to a string that is not there.
func badString(part, cell string) error {
	return ooxml.PartFault(model.FaultCorrupt, part, model.Say(
		"单元格 %s 引用了不存在的共享字符串", "the cell %s refers to a shared string that does not exist", cell), nil)
}
