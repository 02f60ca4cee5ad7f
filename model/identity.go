package model

import (
	"fmt"
	"hash/crc32"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// Identify names every project and indicator of d, says on which day deadlines
// without a year fall, computes what follows from the figures of an evaluation, and
// gives findings the names of what they are about. It is the last stage of reading.
//
// The names hold when rows are inserted above, since they are made of what the
// form says and not of where it says it. A project is its code; without one, the
// unit and the name: "13028122P00352110001D", "216001/见义勇为专项资金". An indicator
// is, within its project, the path of its levels, with region and term where it
// has them: "产出指标/数量指标/宣传次数@城东@long". What would go by a name that is taken
// already is counted: "宣传次数#2".
func Identify(d *Document) {
	projects, indicators := newNames(), newNames()
	for i := range d.Projects {
		p := &d.Projects[i]
		p.ID = projects.claim(projects.project(d, p))
		p.compute()
		clear(indicators.taken)
		for k := range p.Indicators {
			in := &p.Indicators[k]
			in.ID = indicators.claim(indicators.indicator(in))
			in.resolve(yearOf(d, p))
		}
	}
	attribute(d)
}

// names hands out names, each once.
type names struct {
	taken map[string]int // how many of the name were claimed
	buf   []byte
}

func newNames() *names {
	return &names{taken: make(map[string]int, 32), buf: make([]byte, 0, 2*longestName)}
}

// claim gives the name, counted where it is taken.
func (n *names) claim(name []byte) string {
	times, again := n.taken[string(name)] // looks up without a copy
	plain := string(name)
	if !again {
		n.taken[plain] = 1
		return plain
	}
	for {
		times++
		counted := plain + "#" + strconv.Itoa(times)
		if n.taken[counted] == 0 {
			n.taken[plain], n.taken[counted] = times, 1
			return counted
		}
	}
}

func (n *names) project(d *Document, p *Project) []byte {
	n.buf = n.buf[:0]
	if n.add(p.Code, 0); len(n.buf) > 0 {
		return n.cut()
	}
	for _, unit := range [...]string{p.Unit.Code, p.Unit.Name, d.Unit.Code, d.Unit.Name} {
		if n.add(unit, 0); len(n.buf) > 0 {
			break
		}
	}
	name := p.Name
	if name == "" {
		name = p.Title
	}
	n.add(name, '/')
	return n.cut()
}

func (n *names) indicator(i *Indicator) []byte {
	n.buf = n.buf[:0]
	n.add(i.Level1, 0)
	n.add(i.Level2, '/')
	n.add(i.Level3, '/')
	if i.Region != "" {
		n.add(i.Region, '@')
	}
	if i.Term != "" && i.Term != "annual" {
		n.add(i.Term, '@')
	}
	return n.cut()
}

// add appends a part behind the sign that sets it apart, without the blanks and
// line breaks that a narrow cell puts anywhere. A stroke within a part is a
// full-width one, so that parts stay apart.
func (n *names) add(part string, sign byte) {
	if sign != 0 {
		n.buf = append(n.buf, sign)
	}
	start := 0
	for i := 0; i < len(part); {
		if isPlainHan(part, i) && part[i:i+3] != "\u3000" {
			i += 3
			continue
		}
		r, size := utf8.DecodeRuneInString(part[i:])
		if r == '/' || unicode.IsSpace(r) || unicode.IsControl(r) {
			n.buf = append(n.buf, part[start:i]...)
			start = i + size
			if r == '/' {
				n.buf = append(n.buf, "／"...)
			}
		}
		i += size
	}
	n.buf = append(n.buf, part[start:]...)
}

// longestName bounds names, since databases bound their keys. What is cut is
// told apart by its checksum.
const longestName = 240

func (n *names) cut() []byte {
	if len(n.buf) <= longestName {
		return n.buf
	}
	sum := crc32.ChecksumIEEE(n.buf)
	end := longestName - len("~00000000")
	for !utf8.RuneStart(n.buf[end]) {
		end--
	}
	n.buf = fmt.Appendf(n.buf[:end], "~%08x", sum)
	return n.buf
}
