package value

import (
	"bufio"
	"encoding/json"
	"fmt"
	bigmath "math/big"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"jxmb/model"
)

// suiteCase is a line of the number suites in $JXMB_CORPUS/numbers. cn2an has
// mode and a number as expected; Recognizers-Text has results in a text.
type suiteCase struct {
	ID       string          `json:"id"`
	Mode     string          `json:"mode"`
	Input    string          `json:"input"`
	Expected json.RawMessage `json:"expected"`
}

type suiteResult struct {
	Text       string `json:"text"`
	Resolution struct {
		Value *string `json:"value"`
		Unit  string  `json:"unit"`
	} `json:"resolution"`
}

// TestNumbers runs the number suites and compares what fails with
// testdata/suites.txt, where every known failure stands with its reason: a
// regression, and a repair, are a difference in that file.
func TestNumbers(t *testing.T) {
	corpus := os.Getenv("JXMB_CORPUS")
	if corpus == "" {
		t.Skip("JXMB_CORPUS is not set")
	}
	known, used := knownFailures(t), map[string]bool{}
	for _, suite := range []struct {
		name, file string
		floor      float64 // share of the cases that must pass, those that contradict our rules apart
		run        func(c suiteCase) (ran, ok bool, text, got string)
	}{
		{"cn2an", "cn2an.jsonl", 0.98, cn2an},
		{"NumberModel", "recognizers_NumberModel.jsonl", 0.95, recognized(numberIs)},
		{"CurrencyModel", "recognizers_CurrencyModel.jsonl", 0.95, recognized(quantityIs)},
		{"DimensionModel", "recognizers_DimensionModel.jsonl", 0.95, recognized(quantityIs)},
		{"NumberRangeModel", "recognizers_NumberRangeModel.jsonl", 0.95, recognized(rangeIs)},
	} {
		t.Run(suite.name, func(t *testing.T) {
			ran, passed, contradicts := 0, 0, 0
			for _, c := range suiteCases(t, filepath.Join(corpus, "numbers", suite.file)) {
				counted, ok, text, got := suite.run(c)
				if !counted {
					continue
				}
				ran++
				key := suite.name + "\t" + text
				reason, expected := known[key]
				switch {
				case ok && expected:
					t.Errorf("%q passes now: remove it from testdata/suites.txt", text)
				case ok:
					passed++
				case !expected:
					t.Errorf("%s: %q reads %s, want %s", c.ID, text, got, c.Expected)
				case strings.HasPrefix(reason, "rule: "):
					contradicts++
				}
				used[key] = true
			}
			t.Logf("%d of %d pass; %d of the others follow a rule of ours that differs", passed, ran, contradicts)
			if rate := float64(passed) / float64(ran-contradicts); ran == 0 || rate < suite.floor {
				t.Errorf("%.1f%% pass, want %.0f%%", 100*rate, 100*suite.floor)
			}
		})
	}
	var stale []string
	for key := range known {
		if !used[key] {
			stale = append(stale, key)
		}
	}
	sort.Strings(stale)
	for _, key := range stale {
		t.Errorf("testdata/suites.txt names %q, which no suite holds", key)
	}
}

func knownFailures(t *testing.T) map[string]string {
	known := map[string]string{}
	for _, row := range rows(t, "testdata/suites.txt") {
		known[row["suite"]+"\t"+row["text"]] = row["reason"]
	}
	return known
}

func suiteCases(t *testing.T, path string) []suiteCase {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var cases []suiteCase
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var c suiteCase
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		cases = append(cases, c)
	}
	return cases
}

// plainNumber is the number that a quantity states with its scale and its
// percentage multiplied out, "" for what is no quantity.
func plainNumber(v model.Value) model.Decimal {
	switch {
	case v.Kind != model.Quantity:
		return ""
	case v.Base.Unit == "%":
		return v.Base.Number.Shift(-2)
	}
	return v.Base.Number
}

// cn2an runs the modes strict and normal; an amount with 元 is read as one.
func cn2an(c suiteCase) (ran, ok bool, text, got string) {
	if c.Mode != "strict" && c.Mode != "normal" {
		return false, false, "", ""
	}
	want, valid := new(bigmath.Rat).SetString(string(c.Expected))
	number := plainNumber(Parse(c.Input, Hint{}))
	return true, valid && number != "" && number.Rat().Cmp(want) == 0, c.Input, string(number)
}

// recognized runs the cases that find exactly one thing, on that thing alone.
func recognized(matches func(r suiteResult) (bool, string)) func(suiteCase) (bool, bool, string, string) {
	return func(c suiteCase) (ran, ok bool, text, got string) {
		var results []suiteResult
		if json.Unmarshal(c.Expected, &results) != nil || len(results) != 1 || results[0].Resolution.Value == nil {
			return false, false, "", ""
		}
		ok, got = matches(results[0])
		return true, ok, results[0].Text, got
	}
}

func rational(s string) *bigmath.Rat {
	r, ok := new(bigmath.Rat).SetString(s)
	if !ok {
		panic(fmt.Sprintf("suite value %q is no number", s))
	}
	return r
}

func numberIs(r suiteResult) (bool, string) {
	number := plainNumber(Parse(r.Text, Hint{}))
	if number == "" { // 3/5 may be a date or a ratio; a sign says that it is a number
		number = plainNumber(Parse("="+r.Text, Hint{}))
	}
	return number != "" && number.Rat().Cmp(rational(*r.Resolution.Value)) == 0, string(number)
}

// quantityIs compares number and scale; the suites' unit names are English
// and are held against ours by the prefix that scales them.
func quantityIs(r suiteResult) (bool, string) {
	v := Parse(r.Text, Hint{})
	if v.Kind != model.Quantity {
		return false, string(v.Kind)
	}
	return v.Unit != "" && v.Base.Number.Rat().Cmp(rational(*r.Resolution.Value)) == 0, v.String()
}

// rangeIs compares bounds. One bound is a quantity with an operator; two are a
// range, or, where a bound is exclusive, two readings of an open text.
func rangeIs(r suiteResult) (bool, string) {
	want := *r.Resolution.Value
	lower, upper, _ := strings.Cut(want[1:len(want)-1], ",")
	v := Parse(r.Text, Hint{})
	got := v.String() + " " + string(v.Kind)
	switch {
	case v.Kind == model.Quantity:
		bound, operator := lower, map[byte]model.Operator{'[': model.GreaterEqual, '(': model.Greater}[want[0]]
		if lower == "" {
			bound, operator = upper, map[byte]model.Operator{']': model.LessEqual, ')': model.Less}[want[len(want)-1]]
		} else if lower == upper {
			operator = model.Equal
		} else if upper != "" {
			return false, got
		}
		number := v.Base.Number
		if v.Base.Unit == "%" && strings.Contains(r.Text, "/") {
			number = number.Shift(-2)
		}
		return v.Operator == operator && number.Rat().Cmp(rational(bound)) == 0, got
	case v.Kind == model.Range && lower != "" && upper != "":
		return v.Base.Number.Rat().Cmp(rational(lower)) == 0 && v.Base.Upper.Rat().Cmp(rational(upper)) == 0, got
	case v.Readings.Figure != nil && v.Readings.Statement != nil && lower != "" && upper != "":
		a, b := v.Readings.Figure, v.Readings.Statement
		return a.Number.Rat().Cmp(rational(lower)) == 0 && b.Number.Rat().Cmp(rational(upper)) == 0, got
	}
	return false, got
}
