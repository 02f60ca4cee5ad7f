package compare

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"jxmb/model"
	"jxmb/model/quantity"
	"jxmb/model/tsv"
)

// Effect is what a change does to what a target asks for.
type Effect string

// The effects. NoEffect is also that of changes of which the target's sign, number
// and unit do not tell.
const (
	NoEffect Effect = ""
	Raised   Effect = "raised"  // it asks for more: ≥80% → ≥90%, ≤60万元 → ≤50万元
	Lowered  Effect = "lowered" // it asks for less
)

// demand is what a target asks for: at least, at most or both. Dates are their
// digits.
type demand struct {
	unit        string
	least, most model.Decimal // "" for none
	open        bool          // the bound itself does not do
}

// Judge tells what it means for the indicator that its target was old and is new.
// The sign says which way: more than ≥ asks for more, more than ≤ for less. What =
// asks for follows the indicator: a cost, a time or something unwanted is not to be
// exceeded, the rest to be reached.
func (m *Matched) Judge(i *model.Indicator, old, new *model.Value) Effect {
	was, ok := m.demandOf(i, old)
	is, known := m.demandOf(i, new)
	if !ok || !known || was.unit != is.unit {
		return NoEffect
	}
	up := steps(was.least, is.least)
	down := -steps(was.most, is.most)
	if (was.least == "") != (is.least == "") || (was.most == "") != (is.most == "") || up*down < 0 {
		return NoEffect // another kind of demand, or a range that moved
	}
	by := up + down
	if by == 0 && was.open != is.open {
		by = 1
		if was.open {
			by = -1
		}
	}
	switch {
	case by > 0:
		return Raised
	case by < 0:
		return Lowered
	}
	return NoEffect
}

func steps(a, b model.Decimal) int {
	if a == "" || b == "" {
		return 0
	}
	return b.Cmp(a)
}

func (m *Matched) demandOf(i *model.Indicator, v *model.Value) (d demand, ok bool) {
	switch v.Kind {
	case model.Deadline:
		return m.dueBy(v.Deadline)
	case model.Quantity, model.Range:
	default:
		return d, false
	}
	number, upper := v.Number, v.Upper
	if d.unit = v.Unit; v.Base != nil {
		number, upper, d.unit = v.Base.Number, v.Base.Upper, v.Base.Unit
	}
	switch v.Operator {
	case model.GreaterEqual, model.Greater:
		d.least = number
	case model.LessEqual, model.Less:
		d.most = number
	default:
		d.least, d.most = number, upper
		if upper == "" && (number == "0" || limits(i, d.unit)) {
			d.least, d.most = "", number
		}
	}
	d.open = v.Operator == model.Greater || v.Operator == model.Less
	return d, number != ""
}

// dueBy is a date as a number; between years, its month and day.
func (m *Matched) dueBy(due *model.DeadlineDate) (d demand, ok bool) {
	if due == nil {
		return d, false
	}
	date := due.Date
	if due.Resolved != "" {
		date = due.Resolved
	}
	if len(date) < len("--12-31") {
		return d, false
	}
	if m.Years {
		date = date[len(date)-len("12-31"):]
	}
	n, err := model.ParseDecimal(strings.ReplaceAll(date, "-", ""))
	d.unit, d.most = "date", n
	if strings.HasPrefix(date, "--") {
		d.unit = "day" // of no year, which is no date of one
	}
	return d, err == nil
}

//go:embed adverse.tsv
var adverseTable string

// senses are the words of adverse.tsv by what they say.
var senses = sync.OnceValue(func() map[string][]string {
	words := map[string][]string{}
	tsv.Must("adverse.tsv", adverseTable, 2, func(row []string) error {
		if row[1] != "adverse" && row[1] != "remedy" {
			return fmt.Errorf("%q is no sense", row[1])
		}
		words[row[1]] = append(words[row[1]], row[0])
		return nil
	})
	return words
})

// timeUnits are the units of time, by the end of a unit's name.
var timeUnits = []string{"日", "天", "小时", "分钟", "月", "周", "年"}

// limits tells indicators whose number is not to be exceeded though its sign is =.
func limits(i *model.Indicator, unit string) bool {
	name := quantity.Folded(i.Level3)
	aspect := i.Aspect
	if aspect == "" {
		aspect = quantity.AspectOf(i.Level1, i.Level2)
	}
	switch {
	case aspect == model.Cost:
		return true
	case strings.Contains(i.Level2, "时效") && endsIn(unit, timeUnits):
		return true
	}
	return holdsAny(name, senses()["adverse"]) && !holdsAny(name, senses()["remedy"])
}

func endsIn(text string, ends []string) bool {
	for _, e := range ends {
		if strings.HasSuffix(text, e) {
			return true
		}
	}
	return false
}

func holdsAny(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
