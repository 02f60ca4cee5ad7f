package check

import (
	_ "embed" // the tables
	"fmt"
	"slices"
	"sync"

	"jxmb/model"
	"jxmb/model/tsv"
)

var (
	//go:embed vocab/levels.tsv
	levelTable string
	//go:embed vocab/grades.tsv
	gradeTable string
	//go:embed vocab/lights.tsv
	lightTable string
	//go:embed vocab/reasons.tsv
	reasonTable string
	//go:embed vocab/words.tsv
	ruleWords string
)

// tables are the words and limits that rules compare with, checked as they are
// loaded.
type tables struct {
	levels  map[string][]model.Aspect // second level, as [plainLevel] gives it → what its first level looks at
	grades  map[string]band
	lights  []light
	reasons map[string]bool // texts that give no reason
	vague   []string        // words that say that something gets better and not by how much
	open    []string        // words that leave the number in front of them open
	details []string        // what a clause begins with that explains the number in front of it
}

// band is the shares from From, included, to Below, not included; Below is ""
// where it has no end.
type band struct{ from, below model.Decimal }

func (b band) holds(n model.Decimal) bool {
	return n.Cmp(b.from) >= 0 && (b.below == "" || n.Cmp(b.below) < 0)
}

// light is a light of monitoring and the code of the rule that reports it, "-"
// where none does.
type light struct {
	band
	code   string
	colour model.Text
}

var standards = sync.OnceValue(func() *tables {
	t, err := parseTables(levelTable, gradeTable, lightTable, reasonTable, ruleWords)
	if err != nil {
		panic("check: internal error: " + err.Error())
	}
	return t
})

func parseTables(levels, grades, lights, reasons, words string) (*tables, error) {
	t := &tables{levels: map[string][]model.Aspect{}, grades: map[string]band{}, reasons: map[string]bool{}}
	for _, table := range []struct {
		name, text string
		columns    int
		add        func(row []string) error
	}{
		{"levels.tsv", levels, 3, t.addLevel},
		{"grades.tsv", grades, 4, t.addGrade},
		{"lights.tsv", lights, 6, t.addLight},
		{"reasons.tsv", reasons, 2, t.addReason},
		{"words.tsv", words, 3, t.addWord},
	} {
		if err := tsv.Each(table.name, table.text, table.columns, table.add); err != nil {
			return nil, err
		}
	}
	return t, t.gapless()
}

func (t *tables) addLevel(row []string) error {
	aspect := model.Aspect(row[0])
	switch aspect {
	case model.Output, model.Benefit, model.Satisfaction, model.Cost:
	default:
		return fmt.Errorf("%q is no aspect", row[0])
	}
	if plainLevel(row[1]) != row[1] || slices.Contains(t.levels[row[1]], aspect) {
		return fmt.Errorf("%q is doubled or not in plain spelling", row[1])
	}
	t.levels[row[1]] = append(t.levels[row[1]], aspect)
	return nil
}

func (t *tables) addGrade(row []string) error {
	if _, twice := t.grades[row[0]]; twice {
		return fmt.Errorf("%q is doubled", row[0])
	}
	b, err := parseBand(row[1], row[2])
	t.grades[row[0]] = b
	return err
}

func (t *tables) addLight(row []string) error {
	b, err := parseBand(row[1], row[2])
	t.lights = append(t.lights, light{b, row[0], model.Text{ZH: row[3], EN: row[4]}})
	return err
}

func (t *tables) addReason(row []string) error {
	if plainReason(row[0]) != row[0] || t.reasons[row[0]] {
		return fmt.Errorf("%q is doubled or not in plain spelling", row[0])
	}
	t.reasons[row[0]] = true
	return nil
}

func (t *tables) addWord(row []string) error {
	list, known := map[string]*[]string{"vague": &t.vague, "detail": &t.details, "open": &t.open}[row[0]]
	if !known || slices.Contains(*list, row[1]) {
		return fmt.Errorf("%q is no list, or %q is doubled in it", row[0], row[1])
	}
	*list = append(*list, row[1])
	return nil
}

func parseBand(from, below string) (b band, err error) {
	if b.from, err = model.ParseDecimal(from); err != nil || below == "-" {
		return b, err
	}
	if b.below, err = model.ParseDecimal(below); err == nil && b.from.Cmp(b.below) >= 0 {
		err = fmt.Errorf("a band from %s to %s is empty", from, below)
	}
	return b, err
}

// gapless says what is wrong with lights that leave out a share or give it two
// colours.
func (t *tables) gapless() error {
	next := model.Decimal("0")
	for _, l := range t.lights {
		if l.from != next {
			return fmt.Errorf("lights.tsv: %s begins at %s, not at %s", l.colour.EN, l.from, next)
		}
		next = l.below
	}
	if next != "" {
		return fmt.Errorf("lights.tsv: nothing is said of shares from %s on", next)
	}
	return nil
}
