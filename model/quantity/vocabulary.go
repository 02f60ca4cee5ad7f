package quantity

import (
	"embed"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/model/tsv"
)

//go:embed vocab/*.tsv
var tables embed.FS

// UnitRow is a row of units.tsv. Factor times the unit is the base of its
// dimension; empty means that it converts to nothing else.
type UnitRow struct {
	surface, Canonical, Dimension string
	factor                        model.Decimal
	base                          string // canonical unit that exp leads to
	exp                           int    // 10^exp base units are one: 角 is 10^-1 元
	compound                      bool   // has a denominator: 毫克/升
}

// OperatorRow is a row of operators.tsv.
type OperatorRow struct {
	Surface  string
	Operator model.Operator // "between" for 之间
	Strength Strength
	Negated  bool // 不超过
}

// Strength says how much a spelling insists on its operator.
type Strength uint8

const (
	Plain      Strength = iota // 为, 是: states a number and compares nothing
	Soft                       // 达到, 控制在: gives way to the sign beside the figure
	Word                       // 大于等于
	Sign                       // ≥
	OfTime                     // 内: after units of time only
	BehindThan                 // 大: behind 比 only
)

// DateRow is a row of dates.tsv: the days of the year that a word spans.
type DateRow struct{ FromMonth, FromDay, ToMonth, ToDay int }

// nameRow is a row of names.tsv: what the end of a name says of its unit.
type nameRow struct{ ending, unit string }

// vocabulary is the content of vocab/*.tsv, ready for lookup.
type vocabulary struct {
	folding   *folding
	trie      trie
	numerals  [lastHan - firstHan + 1]NumeralRow // by rune
	units     []UnitRow
	operators []OperatorRow
	negations *tails
	bounds    *tails // words behind a number that bound it
	adverbs   *tails // what may stand between a negation and its operator
	dates     []DateRow
	names     []nameRow
	currency  []string // the unit of each row of currencies.tsv
	grades    map[string]bool
	aspects   []aspectRow
	idle      [1 << 16]idleness
}

// vocab loads the tables at first use, so that programs which parse no value
// pay nothing. Folding asks for them with every rune, so what is loaded is at
// hand without a lock.
func vocab() *vocabulary {
	if v := loaded.Load(); v != nil {
		return v
	}
	return loadTables()
}

var loaded atomic.Pointer[vocabulary]

var loadTables = sync.OnceValue(func() *vocabulary {
	v, err := load(func(name string) (string, error) {
		b, err := tables.ReadFile("vocab/" + name)
		return string(b), err
	})
	if err != nil {
		panic("value: internal error: " + err.Error())
	}
	loaded.Store(v)
	return v
})

// load builds the vocabulary from its tables and refuses rows that are
// malformed, doubled, or that no text could ever reach.
func load(read func(name string) (string, error)) (*vocabulary, error) {
	v := new(vocabulary)
	for _, table := range []struct {
		name    string
		columns int
		add     func(rows [][]string) error
	}{
		{"glyphs.tsv", 3, v.addGlyphs},
		{"numerals.tsv", 4, v.addNumerals},
		{"units.tsv", 5, v.addUnits},
		{"operators.tsv", 5, v.addOperators},
		{"negations.tsv", 3, v.addNegations},
		{"words.tsv", 2, v.list(RoleWord)},
		{"dates.tsv", 4, v.addDates},
		{"fillers.tsv", 2, v.list(RoleFiller)},
		{"verbs.tsv", 2, v.list(RoleVerb)},
		{"grades.tsv", 2, v.addGrades},
		{"currencies.tsv", 3, v.addCurrencies},
		{"names.tsv", 3, v.addNames},
		{"aspects.tsv", 3, v.addAspects},
	} {
		text, err := read(table.name)
		if err != nil {
			return nil, err
		}
		var rows [][]string
		err = tsv.Each(table.name, text, table.columns, func(row []string) error {
			rows = append(rows, row)
			return nil
		})
		if err != nil {
			return nil, err
		}
		if err := table.add(rows); err != nil {
			return nil, fmt.Errorf("%s: %w", table.name, err)
		}
	}
	v.findIdle()
	return v, nil
}

// enter adds a surface to the trie. A surface that folding changes could
// never be found in folded text.
func (v *vocabulary) enter(surface string, as Role, row int) error {
	runes := []rune(surface)
	for _, r := range runes {
		if r >= 1<<16 || v.folding.rune(r) != r {
			return fmt.Errorf("dead row: %q is not in folded spelling (%q)", surface, r)
		}
	}
	if !v.trie.add(runes, as, row) {
		return fmt.Errorf("duplicate surface %q", surface)
	}
	return nil
}

// enterAll adds the first column of a table.
func (v *vocabulary) enterAll(rows [][]string, as Role) error {
	for i, row := range rows {
		if err := v.enter(row[0], as, i); err != nil {
			return err
		}
	}
	return nil
}

// unique refuses a surface that stands in two rows of a table that needs no
// place in the trie.
func unique(rows [][]string) error {
	seen := map[string]bool{}
	for _, row := range rows {
		if seen[row[0]] {
			return fmt.Errorf("duplicate surface %q", row[0])
		}
		seen[row[0]] = true
	}
	return nil
}

func (v *vocabulary) addGlyphs(rows [][]string) error {
	for _, row := range rows {
		if row[0] == row[1] || utf8.RuneCountInString(row[0]) != 1 || utf8.RuneCountInString(row[1]) != 1 {
			return fmt.Errorf("%q → %q: not one rune to another", row[0], row[1])
		}
	}
	v.folding = newFolding(rows)
	return unique(rows)
}

// parts are the units that are a power of ten of another.
var parts = map[string]struct {
	of  string
	exp int
}{"角": {"元", -1}, "‰": {"%", -1}, "‱": {"%", -2}}

func (v *vocabulary) addUnits(rows [][]string) error {
	for _, row := range rows {
		u := UnitRow{surface: row[0], Canonical: row[1], Dimension: row[2], factor: model.Decimal(row[3]), base: row[1], compound: strings.Contains(row[1], "/")}
		if part, ok := parts[u.Canonical]; ok {
			u.base, u.exp = part.of, part.exp
		}
		v.units = append(v.units, u)
	}
	if err := v.enterAll(rows, RoleUnit); err != nil {
		return err
	}
	return v.checkUnits()
}

// checkUnits refuses factors that are no decimals, and canonical spellings that no
// text could be read as.
func (v *vocabulary) checkUnits() error {
	for i := range v.units {
		u := &v.units[i]
		factor, err := model.ParseDecimal(string(u.factor))
		if err != nil && u.factor != "" {
			return err
		}
		u.factor = factor
		if first, _, _ := strings.Cut(u.Canonical, "/"); !v.spells(first, RoleUnit) {
			return fmt.Errorf("%q: its canonical spelling %q is no surface, so no value could be read back", u.surface, u.Canonical)
		}
	}
	return nil
}

// spells reports a surface of a role.
func (v *vocabulary) spells(surface string, as Role) bool {
	g, _ := v.folding.fold(nil, surface)
	return v.trie.exact(g, as) > 0
}

func (v *vocabulary) addOperators(rows [][]string) error {
	v.bounds = newTails()
	strengths := map[string]Strength{"plain": Plain, "soft": Soft, "word": Word, "sign": Sign, "time": OfTime, "than": BehindThan}
	for i, row := range rows {
		s, known := strengths[row[3]]
		if !known {
			return fmt.Errorf("%q: unknown strength %q", row[0], row[3])
		}
		v.operators = append(v.operators, OperatorRow{Surface: row[0], Operator: model.Operator(row[1]), Strength: s, Negated: strings.HasPrefix(row[0], "不")})
		as := RolePrefix
		if row[2] == "suffix" {
			as = RoleSuffix
			if s == Word && row[1] != "between" {
				v.bounds.add(row[0])
			}
		}
		if err := v.enter(row[0], as, i); err != nil {
			return err
		}
	}
	return nil
}

// list adds tables that are plain lists of surfaces.
func (v *vocabulary) list(as Role) func([][]string) error {
	return func(rows [][]string) error { return v.enterAll(rows, as) }
}

func (v *vocabulary) addDates(rows [][]string) error {
	for _, row := range rows {
		var d DateRow
		if n, err := fmt.Sscanf(row[1]+" "+row[2], "%d-%d %d-%d", &d.FromMonth, &d.FromDay, &d.ToMonth, &d.ToDay); n != 4 {
			return fmt.Errorf("%q: %w", row[0], err)
		}
		v.dates = append(v.dates, d)
	}
	return v.enterAll(rows, RoleDate)
}

// addGrades enters whole texts, which need no place in the trie.
func (v *vocabulary) addGrades(rows [][]string) error {
	v.grades = make(map[string]bool, len(rows))
	for _, row := range rows {
		v.grades[row[0]] = true
	}
	return unique(rows)
}

func (v *vocabulary) addCurrencies(rows [][]string) error {
	for _, row := range rows {
		v.currency = append(v.currency, row[1])
		if !v.spells(row[1], RoleUnit) {
			return fmt.Errorf("%q: its unit %q is none of units.tsv", row[0], row[1])
		}
	}
	return v.enterAll(rows, RoleCurrency)
}

func (v *vocabulary) addNames(rows [][]string) error {
	for _, row := range rows {
		v.names = append(v.names, nameRow{row[0], row[1]})
	}
	return unique(rows)
}
