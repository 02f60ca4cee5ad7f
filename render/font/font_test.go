package font

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// TestBuiltin holds the character sets that the built-in fonts promise.
func TestBuiltin(t *testing.T) {
	var want []rune
	for row := 0xA1; row <= 0xF7; row++ { // GB 2312-80 within its superset GBK
		if row > 0xA9 && row < 0xB0 {
			continue
		}
		for cell := 0xA1; cell <= 0xFE; cell++ {
			s, err := simplifiedchinese.GBK.NewDecoder().Bytes([]byte{byte(row), byte(cell)})
			if err != nil {
				t.Fatal(err)
			}
			r := []rune(string(s))[0]
			if r == unicode.ReplacementChar || r >= 0xE000 && r <= 0xF8FF || r >= 0xFE30 && r <= 0xFE4F {
				continue
			}
			if row >= 0xB0 || row <= 0xA3 {
				want = append(want, r)
			}
		}
	}
	if len(want) < 6763 {
		t.Fatalf("only %d characters of GB 2312 to look for", len(want))
	}
	want = append(want, []rune("𬘓㵐𬴂镕堃翀喆旻邨≥≧≤≦＝═﹦＞＜‹›％‰±～∶①㎡℃￥¥…—·“”‘’（）【】《》〔〕□■√×ⅠⅡ㈠")...)
	for _, f := range []*Font{Text(), Heading()} {
		var missing []rune
		for _, r := range want {
			if !f.Has(r) {
				missing = append(missing, r)
			}
		}
		if len(missing) > 0 {
			t.Errorf("%s lacks %d characters: %.60q", f.Name, len(missing), string(missing))
		}
	}
	if Text().Name != "NotoSerifSC-Regular" || Heading().Name != "NotoSansSC-Bold" {
		t.Errorf("the fonts are %s and %s", Text().Name, Heading().Name)
	}
	if a := Text().Advance('中'); a != 1000 {
		t.Errorf("中 is %d wide, want 1000", a)
	}
}

// TestSums holds the files to what build.sh wrote down.
func TestSums(t *testing.T) {
	sums, err := os.ReadFile("SHA256SUMS")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(sums)), "\n")
	if len(lines) != 4 {
		t.Errorf("%d files are listed, want two fonts and two licences", len(lines))
	}
	for _, line := range lines {
		sum, name, _ := strings.Cut(line, "  ")
		data, err := os.ReadFile(name)
		if err != nil {
			t.Error(err)
		} else if got := fmt.Sprintf("%x", sha256.Sum256(data)); got != sum {
			t.Errorf("%s is not the file that build.sh makes: %s", name, got)
		}
	}
}

// TestSubset reads a subset back: the codes, widths and outlines of the source.
func TestSubset(t *testing.T) {
	source := Text()
	codes := []Coded{{' ', ' '}, {'A', 'A'}, {'B', 'B'}, {'≥', '≥'}, {'中', '中'}, {'国', '国'}, {0xE000, '𬘓'}}
	data := source.Subset(codes)
	cut, err := Parse(data, "cut")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range codes {
		code := rune(c.Code)
		if !cut.Has(code) || cut.Advance(code) != source.Advance(c.Rune) {
			t.Errorf("%q: has %v, advance %d, want %d", c.Rune, cut.Has(code), cut.Advance(code), source.Advance(c.Rune))
		}
		want := source.outline(source.glyph(c.Rune))
		if got := cut.outline(cut.glyph(code)); !bytes.HasPrefix(got, want) || len(got) > len(want)+3 {
			t.Errorf("%q: the outline differs", c.Rune)
		}
	}
	if cut.Has('文') {
		t.Error("文 was not asked for")
	}
	if n := len(cut.advances); n != len(codes)+1 {
		t.Errorf("%d glyphs, want %d and .notdef", n, len(codes))
	}
	if len(data) > 10_000 {
		t.Errorf("%d bytes for seven characters", len(data))
	}
	if !bytes.Equal(data, source.Subset(codes)) {
		t.Error("a second subset differs")
	}
}

// TestComposite gives a font a composite glyph and follows its component.
func TestComposite(t *testing.T) {
	f, err := Parse(Text().Subset([]Coded{{'A', 'A'}, {'B', 'B'}, {'C', 'C'}}), "")
	if err != nil {
		t.Fatal(err)
	}
	glyph := make([]byte, 16)
	binary.BigEndian.PutUint16(glyph, 0xFFFF)            // composite
	binary.BigEndian.PutUint16(glyph[12:], f.glyph('B')) // one component, byte offsets
	at := uint32(len(f.glyf))
	f.glyf = append(bytes.Clone(f.glyf), glyph...)
	c := f.glyph('C') // the last glyph: its outline becomes the new one
	f.loca[c], f.loca[c+1] = at, at+uint32(len(glyph))
	cut, err := Parse(f.Subset([]Coded{{'C', 'C'}}), "")
	if err != nil {
		t.Fatal(err)
	}
	if n := len(cut.advances); n != 3 {
		t.Fatalf("%d glyphs, want .notdef, C and its component", n)
	}
	component := u16(cut.outline(cut.glyph('C')), 12)
	if want := f.outline(f.glyph('B')); component != 2 || !bytes.HasPrefix(cut.outline(2), want) {
		t.Errorf("C points to glyph %d, whose outline is not B's", component)
	}
}

func TestParseErrors(t *testing.T) {
	whole := Text().Subset([]Coded{{'A', 'A'}})
	restricted := bytes.Clone(whole)
	os2 := bytes.Index(whole, []byte("OS/2"))
	binary.BigEndian.PutUint16(restricted[binary.BigEndian.Uint32(whole[os2+8:])+8:], 2)
	for _, test := range []struct {
		name string
		data []byte
		want error
	}{
		{"empty", nil, ErrDamaged},
		{"text", []byte("not a font, but long enough to be taken for one"), ErrDamaged},
		{"CFF", append([]byte("OTTO"), whole[4:]...), ErrOutlines},
		{"cut off", whole[:40], ErrDamaged},
		{"half", whole[:len(whole)/2], ErrDamaged},
		{"restricted", restricted, ErrRestricted},
	} {
		if _, err := Parse(test.data, ""); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", test.name, err, test.want)
		}
	}
}

func TestCollection(t *testing.T) {
	const header = 16
	whole := Text().Subset([]Coded{{'A', 'A'}})
	ttc := append([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x10"), whole...)
	for i := range int(u16(whole, 4)) { // offsets count from the beginning of the file
		at := header + 12 + 16*i + 8
		binary.BigEndian.PutUint32(ttc[at:], binary.BigEndian.Uint32(ttc[at:])+header)
	}
	f, err := Parse(ttc, "first")
	if err != nil {
		t.Fatal(err)
	}
	if !f.Has('A') || f.Name != "first" {
		t.Errorf("%s has A: %v", f.Name, f.Has('A'))
	}
}

func TestSystem(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, data []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("DejaVuSans.ttf", Text().Subset([]Coded{{'A', 'A'}, {'B', 'B'}}))
	write("simsun.ttc", Text().Subset([]Coded{{'A', 'A'}}))
	write("SimHei.ttf", []byte("damaged"))
	write("other.ttf", Text().Subset([]Coded{{'Z', 'Z'}}))
	found := search([]string{dir, filepath.Join(dir, "none")})
	if len(found.paths) != 3 {
		t.Fatalf("candidates %q, want SimSun, SimHei and DejaVu", found.paths)
	}
	a, b := found.Find('A'), found.Find('B')
	if a == nil || b == nil || a == b || found.Find('Z') != nil {
		t.Errorf("A from %v, B from %v, Z from %v", a, b, found.Find('Z'))
	}
	if found.Find('A') != a {
		t.Error("the font is read twice")
	}
}

func FuzzParse(f *testing.F) {
	f.Add(Text().Subset([]Coded{{'A', 'A'}, {'中', '中'}}))
	f.Add([]byte("ttcf"))
	f.Fuzz(func(t *testing.T, data []byte) {
		parsed, err := Parse(data, "x")
		if err != nil {
			return
		}
		for _, r := range "A中" {
			parsed.Has(r)
		}
		parsed.Subset([]Coded{{'A', 'A'}, {'中', '中'}})
	})
}

func BenchmarkParse(b *testing.B) {
	b.SetBytes(int64(len(serif)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse(serif, ""); err != nil {
			b.Fatal(err)
		}
	}
}
