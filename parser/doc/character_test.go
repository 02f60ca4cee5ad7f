package doc

import (
	"encoding/binary"
	"testing"

	"jxmb/parser/msword"
)

// grpprl writes Prls: codes and operands in turn.
func grpprl(codesAndOperands ...int) []byte {
	var b []byte
	for i := 0; i < len(codesAndOperands); i += 2 {
		code, operand := sprm(codesAndOperands[i]), codesAndOperands[i+1]
		b = binary.LittleEndian.AppendUint16(b, uint16(code))
		if operandSizes[code>>13] == 2 {
			b = binary.LittleEndian.AppendUint16(b, uint16(operand))
		} else {
			b = append(b, byte(operand))
		}
	}
	return b
}

// TestCharacterLook: what the Prls of a run ([MS-DOC] §2.6.1) do upon its
// styles.
func TestCharacterLook(t *testing.T) {
	const own, symbol, times = 0, 1, 2
	struckStyle := style{kind: kindCharacter, base: noStyle, resolved: true, look: look{strike: msword.On}}
	plainStyle := style{kind: kindCharacter, base: noStyle, resolved: true, look: look{strike: msword.Off}}
	r := &reader{fonts: fontTable{own: {"Own", msword.FontOf("Own")}, symbol: {"Symbol", msword.FontOf("Symbol")}, times: {"Times New Roman", msword.FontOf("Times New Roman")}}}
	r.styles.list = []style{struckStyle, plainStyle}
	struck, unseen := look{strike: msword.On}, look{}
	for _, c := range []struct {
		name           string
		base           look
		prls           []byte
		struck, unseen bool
		font           msword.FontID
	}{
		{"2 pt", unseen, grpprl(int(sprmCHps), 4), false, true, 0},
		{"5 pt", unseen, grpprl(int(sprmCHps), 10), false, false, 0},
		{"hidden", unseen, grpprl(int(sprmCFVanish), 1), false, true, 0},
		{"both styles strike", struck, grpprl(int(sprmCIstd), 0), false, false, 0},
		{"both styles strike, and the run", struck, grpprl(int(sprmCIstd), 0, int(sprmCFStrike), 1), true, false, 0},
		{"one style strikes", look{}, grpprl(int(sprmCIstd), 0), true, false, 0},
		{"a style that says no", struck, grpprl(int(sprmCIstd), 1), true, false, 0},
		{"a font of which nothing is known", look{}, grpprl(int(sprmCRgFtc0), own), false, false, msword.UnknownFont},
		{"such a font for another script", look{}, grpprl(int(sprmCRgFtc0), times, int(sprmCRgFtc2), own), false, false, 0},
		{"a symbol font for any script", look{}, grpprl(int(sprmCRgFtc0), own, int(sprmCRgFtc1), symbol), false, false, 1},
	} {
		var got character
		got.look = c.base
		r.readCharacter(&got, c.prls, c.base)
		if got.struck() != c.struck || got.unseen() != c.unseen || got.font != c.font {
			t.Errorf("%s: struck %v, unseen %v, font %d", c.name, got.struck(), got.unseen(), got.font)
		}
	}
}

// TestMovedByHand: small text that is moved off its line is a superscript or subscript,
// unless the file says what it is.
func TestMovedByHand(t *testing.T) {
	const up, down = 6, 0x10000 - 6
	for _, c := range []struct {
		name string
		prls []byte
		want script
	}{
		{"raised", grpprl(int(sprmCHpsPos), up, int(sprmCHps), 18), scriptSuper},
		{"lowered", grpprl(int(sprmCHps), 16, int(sprmCHpsPos), down), scriptSub},
		{"as large as the text", grpprl(int(sprmCHpsPos), up, int(sprmCHps), 21), 0},
		{"of no size of its own", grpprl(int(sprmCHpsPos), up), 0},
		{"by a point", grpprl(int(sprmCHpsPos), 2, int(sprmCHps), 18), 0},
		{"a superscript that is lowered", grpprl(int(sprmCIss), 1, int(sprmCHpsPos), down, int(sprmCHps), 18), scriptSuper},
	} {
		var got character
		new(reader).readCharacter(&got, c.prls, look{})
		if got.script != c.want {
			t.Errorf("%s: script %d, want %d", c.name, got.script, c.want)
		}
	}
}

// TestUnderlinedSign: a > with a line of its own below it is ≥, one that begins what is
// underlined is not.
func TestUnderlinedSign(t *testing.T) {
	line, none := grpprl(int(sprmCKul), 1), grpprl(int(sprmCKul), 0)
	for _, c := range []struct {
		name, text string
		next       []byte
		want       string
	}{
		{"alone", ">", nil, "≥"},
		{"less", "＜ ", none, "≤"},
		{"with more of it", ">", line, ">"},
		{"a number", "90", nil, "90"},
	} {
		r := &reader{}
		r.characters.list = []span{{from: 0, to: 2, prls: line}, {from: 2, to: 4, prls: c.next}}
		var got character
		r.readCharacter(&got, line, look{})
		if got.plain() {
			t.Fatal("an underlined run stands for itself")
		}
		if shown := r.underlined(&chunk{character: got, end: 2}, []byte(c.text)); string(shown) != c.want {
			t.Errorf("%s: %q, want %q", c.name, shown, c.want)
		}
	}
	if under := (look{lined: true}); !(look{}).over(under).lined || (look{}).over(look{}).lined {
		t.Error("a style's line")
	}
}
