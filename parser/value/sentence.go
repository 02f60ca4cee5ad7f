package value

import (
	"slices"

	"jxmb/model"
	"jxmb/model/quantity"
)

// Hint is what stands around a target cell. It supplies a unit that the cell
// lacks and never overrides what the cell says.
type Hint struct {
	Name        string // 三级指标
	Description string // 绩效指标描述
	Level2      string // 二级指标
	Operator    string // 指标性质/计算符号 column, where the form has one
	Unit        string // 度量单位 column, where the form has one
}

// sentence is a cell cut into tokens, with the numbers and dates they hold:
// what [lex] hands over.
type sentence struct {
	quantity.Text
	hint       Hint
	nameLead   rune // the folded rune that the name of the indicator begins with
	asked      int  // glyph at which the name was looked for last
	found      int  // glyphs of the name there
	tokens     []token
	quantities []magnitude
	spans      []span
	crowded    bool // more tokens than a cell has
	impossible bool // a day that the calendar does not have
}

// hasToken reports a token of the kind.
func (s *sentence) hasToken(kind tokenKind) bool { return anyOf(s.tokens, kindsOf(kind)) }

// anyOf reports a token of one of the kinds.
func anyOf(tokens []token, set kinds) bool {
	return slices.ContainsFunc(tokens, func(t token) bool { return set.has(t.kind) })
}

// magnitude is a number with its unit.
type magnitude struct {
	number  model.Decimal
	unit    quantity.Unit
	hasUnit bool
	han     bool // in Chinese numerals
	about   bool // 余, 多
	from    int
	plain   int // glyph behind the bare number
	end     int
	loose   bool  // runs into a name
	bound   bound // what a note behind it says
	suffix  int   // row of the operator behind it, 0 = none
}
