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
