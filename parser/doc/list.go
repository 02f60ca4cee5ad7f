package doc

import (
	_ "embed"
	"encoding/binary"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"jxmb/model/tsv"
	"jxmb/parser/block"
	"jxmb/parser/msword"
)

//go:embed numberformats.tsv
var numberFormatsTSV string

// numberFormats is the table by nfc.
var numberFormats = sync.OnceValue(func() map[byte]string {
	table := map[byte]string{}
	tsv.Must("numberformats.tsv", numberFormatsTSV, 2, func(row []string) error {
		n, err := strconv.ParseUint(row[0], 10, 8)
		table[byte(n)] = row[1]
		return err
	})
	return table
})

// listNumber advances a list and gives the number of the paragraph, "" where its
// level hides it or strikes it out, which is noted.
func (r *reader) listNumber(ref listRef, start, end int) string {
	if ref.override == 0 || ref.override > maxOverride || ref.level >= msword.Levels {
		return ""
	}
	if r.lists == nil {
		r.readLists()
	}
	number := r.lists.Next(int(ref.override), int(ref.level))
	level := r.lists.Look(int(ref.override), int(ref.level))
	switch {
	case number == "":
	case level.Vanish == msword.On:
		r.note(block.NoteHidden, number, start, end)
		return ""
	case level.Strike == msword.On:
		r.note(block.NoteStruck, number, start, end)
		return ""
	}
	return number
}

// Sizes of structures of lists ([MS-DOC] §2.9.147 LSTF, §2.9.131 LFO, §2.9.133
// LFOLVL, §2.9.150 LVLF).
const (
	lstfSize   = 28
	lfoSize    = 16
	lfolvlSize = 8
	lvlfSize   = 28

	fSimpleList = 1
	fStartAt    = 0x10
	fFormatting = 0x20
)

// readLists reads the lists (PlfLst, §2.9.188) and the overrides by which
// paragraphs refer to them (PlfLfo, §2.9.187). What is damaged ends the reading
// of it.
func (r *reader) readLists() {
	r.lists = msword.NewNumbering()
	from, size := r.fib.place(pairLists)
	if size < 2 || from+size > uint64(len(r.table)) {
		return
	}
	b, levels := r.table[from:from+size], r.table[from+size:]
	ids := make(map[uint32]int)
	count := int(binary.LittleEndian.Uint16(b))
	for b = b[2:]; count > 0 && len(b) >= lstfSize; count-- {
		a := new(msword.AbstractList)
		n := msword.Levels
		if b[26]&fSimpleList != 0 {
			n = 1
		}
		for i := range a.Levels {
			a.Levels[i].Restart = -1
		}
		for i := range n {
			lvl, rest, ok := readLevel(levels)
			if !ok {
				return
			}
			a.Levels[i], levels = lvl, rest
		}
		id := len(ids)
		ids[binary.LittleEndian.Uint32(b)] = id
		r.lists.Abstracts[id] = a
		b = b[lstfSize:]
	}
	r.readOverrides(r.structure(pairOverrides), ids)
}

// readOverrides reads the LFOs, and behind them what each of them changes.
func (r *reader) readOverrides(b []byte, ids map[uint32]int) {
	if len(b) < 4 {
		return
	}
	count := int(binary.LittleEndian.Uint32(b))
	if b = b[4:]; count < 0 || count > len(b)/lfoSize {
		count = len(b) / lfoSize
	}
	changes := b[count*lfoSize:]
	for i := range count {
		lfo := b[i*lfoSize:]
		l := &msword.List{Abstract: -1}
		if id, ok := ids[binary.LittleEndian.Uint32(lfo)]; ok {
			l.Abstract = id
		}
		for k := range l.Start {
			l.Start[k] = -1
		}
		r.lists.Lists[i+1] = l
		changes = changes[min(4, len(changes)):] // cp of the LFOData
		for range lfo[12] {                      // clfolvl
			if changes = readOverride(l, changes); changes == nil {
				break
			}
		}
	}
}

// readOverride reads a LFOLVL and gives what stands behind it, nil where it is
// damaged.
func readOverride(l *msword.List, b []byte) []byte {
	if len(b) < lfolvlSize {
		return nil
	}
	start, flags := int(int32(binary.LittleEndian.Uint32(b))), b[4]
	at := flags & 15
	b = b[lfolvlSize:]
	if flags&fFormatting != 0 {
		lvl, rest, ok := readLevel(b)
		if !ok {
			return nil
		}
		if b = rest; at < msword.Levels {
			l.Levels[at] = &lvl
			start = lvl.Start
		}
	}
	if flags&fStartAt != 0 && at < msword.Levels {
		l.Start[at] = max(start, 0)
	}
	return b
}

// readLevel reads a LVL (§2.9.149): its LVLF, Prls of paragraphs, Prls of
// characters, and the text of the number. Characters of the text that the LVLF
// lists stand for the number of the level they name.
func readLevel(b []byte) (lvl msword.Level, rest []byte, ok bool) {
	if len(b) < lvlfSize {
		return lvl, nil, false
	}
	f := b[:lvlfSize]
	prls := int(f[24]) + int(f[25])
	if b = b[lvlfSize:]; len(b) < prls {
		return lvl, nil, false
	}
	text, rest, ok := counted(b[prls:], 2)
	if !ok {
		return lvl, nil, false
	}
	lvl = msword.Level{
		Defined: true, Restart: -1,
		Start: max(int(int32(binary.LittleEndian.Uint32(f))), 0), Format: numberFormats()[f[4]], Legal: f[5]&4 != 0,
		Text: levelText(text, f[6:15]), Close: f[15] == 2, // ixchFollow
	}
	readLook(&lvl, b[f[25]:prls])
	if lvl.Format == "" {
		lvl.Format = "decimal"
	}
	if f[5]&8 != 0 { // fNoRestart
		lvl.Restart = int(f[26])
	}
	return lvl, rest, true
}

// readLook reads the Prls of a level's number that hide it or strike it out.
func readLook(lvl *msword.Level, b []byte) {
	for p := (prls{rest: b}); p.next(); {
		switch p.code {
		case sprmCFVanish:
			lvl.Vanish = toggled(p.byte(), msword.Unset)
		case sprmCFStrike, sprmCFDStrike:
			lvl.Strike = max(lvl.Strike, toggled(p.byte(), msword.Unset))
		}
	}
}

// levelText is the text of a number with %k for the number of level k; places
// are the 1-based indices of the characters that stand for levels.
func levelText(units []byte, places []byte) string {
	var b strings.Builder
	for i := 0; 2*i+1 < len(units) && b.Len() < msword.MaxLevelText-utf8.UTFMax; i++ {
		c := binary.LittleEndian.Uint16(units[2*i:])
		if c < msword.Levels && strings.IndexByte(string(places), byte(i+1)) >= 0 {
			b.WriteByte('%')
			b.WriteByte(byte('1' + c))
			continue
		}
		b.WriteString(utf16Text(units[2*i : 2*i+2]))
	}
	return b.String()
}
