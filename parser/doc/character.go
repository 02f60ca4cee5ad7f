package doc

import "jxmb/parser/msword"

// look is what formatting does to text ([MS-DOC] §2.6.1).
type look struct {
	vanish, strike, double msword.Toggle
	script                 script
	fonts                  bool          // a font is named
	font                   msword.FontID // the symbol font it is
	size                   uint16        // in half-points, 0 where unset
	lined                  bool          // underlined
}

// script is the operand of sprmCIss, plus one; 0 unset.
type script int8

const (
	scriptSuper script = 2
	scriptSub   script = 3
)

// over is l where it says something, else what is under it.
func (l look) over(under look) look {
	l.vanish, l.strike, l.double = l.vanish.Over(under.vanish), l.strike.Over(under.strike), l.double.Over(under.double)
	if l.script == 0 {
		l.script = under.script
	}
	if !l.fonts {
		l.fonts, l.font = under.fonts, under.font
	}
	if l.size == 0 {
		l.size = under.size
	}
	l.lined = l.lined || under.lined
	return l
}

// upon puts a character style upon that of the paragraph: what both switch on is
// off (ISO/IEC 29500-1 §17.7.3).
func (l look) upon(under look) look {
	sum := l.over(under)
	sum.vanish = l.vanish.Upon(under.vanish)
	sum.strike = l.strike.Upon(under.strike)
	return sum
}

// unseen tells whether text shows nothing: hidden, or no more than dots of 2 pt.
func (l *look) unseen() bool {
	const dot = 4
	return l.vanish == msword.On || l.size > 0 && l.size <= dot
}

func (l *look) struck() bool { return l.strike == msword.On || l.double == msword.On }

// plain tells whether text stands for itself.
func (l *look) plain() bool { return l.script < scriptSuper && l.font <= 0 && !l.lined }

// character is the properties of a run.
type character struct {
	look
	raised            int16  // off the line, in half-points
	deleted, inserted bool   // revision marks
	special           bool   // its characters are not themselves (§2.6.1 sprmCFSpec)
	symbol            uint32 // operand of sprmCSymbol: font, code
	hasSymbol         bool
	data              bool // a picture character holds binary data
	location          uint32
	style             uint16
}

// readCharacter applies Prls to the properties that a run has by its styles.
func (r *reader) readCharacter(c *character, b []byte, base look) {
	p := prls{rest: b}
	var font fontChoice
	defer font.apply(&c.look)
	defer c.shift()
	for p.next() {
		if p.code>>10&7 != 2 { // no character property
			continue
		}
		switch p.code {
		case sprmCFVanish:
			c.vanish = toggled(p.byte(), base.vanish)
		case sprmCFStrike:
			c.strike = toggled(p.byte(), base.strike)
		case sprmCFDStrike:
			c.double = toggled(p.byte(), base.double)
		case sprmCIss:
			c.script = script(p.byte()) + 1
		case sprmCRgFtc0, sprmCRgFtc1, sprmCRgFtc2:
			font.name(r.fonts.symbol(p.short()), p.code == sprmCRgFtc0)
		case sprmCHps:
			c.size = p.short()
		case sprmCIstd:
			c.style = p.short()
			c.look = r.styles.character(c.style).upon(c.look)
			base = c.look
		case sprmCPlain:
			c.look = base
		default:
			c.readMark(&p)
		}
	}
}

// byHand is the script that position and size make without sprmCIss.
var byHand = map[msword.Shift]script{msword.Raised: scriptSuper, msword.Lowered: scriptSub}

// shift gives text that is moved off the line the script that it looks like.
func (c *character) shift() {
	if c.script == 0 && c.raised != 0 {
		c.script = byHand[msword.ShiftOf(int(c.raised), int(c.size))]
	}
}

// fontChoice is the fonts that Prls name. A symbol font counts wherever it is
// named: none of its characters is East Asian or complex script. One of which
// nothing is known counts as that of Latin text.
type fontChoice struct {
	named  bool
	symbol msword.FontID
}

func (f *fontChoice) name(symbol msword.FontID, latin bool) {
	f.named = true
	if symbol > 0 || latin && f.symbol <= 0 {
		f.symbol = symbol
	}
}

func (f *fontChoice) apply(l *look) {
	if f.named {
		l.fonts, l.font = true, f.symbol
	}
}

// readMark reads what marks characters rather than formats them.
func (c *character) readMark(p *prls) {
	switch p.code {
	case sprmCKul:
		c.lined = p.byte() != 0
	case sprmCHpsPos:
		c.raised = int16(p.short())
	case sprmCFRMarkDel:
		c.deleted = p.byte()&1 != 0
	case sprmCFRMarkIns:
		c.inserted = p.byte()&1 != 0
	case sprmCFSpec:
		c.special = p.byte() != 0
	case sprmCSymbol:
		c.symbol, c.hasSymbol = p.long(), true
	case sprmCFData:
		c.data = p.byte() != 0
	case sprmCPicLocation:
		c.location, c.special = p.long(), true
	}
}

// toggled is a ToggleOperand (§2.9.327): on, off, or with 0x80 as in the style
// and 0x81 the opposite of it.
func toggled(operand byte, style msword.Toggle) msword.Toggle {
	set := operand&1 != 0
	if operand&0x80 != 0 {
		set = set != (style == msword.On)
	}
	return msword.Toggled(set)
}
