package check

import (
	"slices"
	"testing"

	"jxmb/model"
)

// TestWithinRounding: 1.23 of 1.56万元 is anything from 78.27% to 79.42%; whole sums
// are exact.
func TestWithinRounding(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		executed, budget, rate, tolerance string
		want                              bool
	}{
		{"1.23", "1.56", "78.85", "0", true}, {"1.23", "1.56", "78.28", "0", true}, {"1.23", "1.56", "79.42", "0", true},
		{"1.23", "1.56", "78.27", "0", false}, {"1.23", "1.56", "79.43", "0", false},
		{"1.23", "1.56", "78.27", "0.01", true}, {"1.23", "1.56", "79.43", "0.01", true},
		{"3", "4", "75", "0", true}, {"3", "4", "75.01", "0", false}, {"3", "4", "74.99", "0", false},
	} {
		x := &model.Execution{Executed: yuan10k(c.executed), Budget: yuan10k(c.budget), Rate: model.Decimal(c.rate)}
		if got := withinRounding(x, model.Decimal(c.tolerance)); got != c.want {
			t.Errorf("%s of %s, %s%%, give or take %s: %v", c.executed, c.budget, c.rate, c.tolerance, got)
		}
	}
}

// TestTotalWithoutExecution: where the form scores no execution rate, none is told of.
func TestTotalWithoutExecution(t *testing.T) {
	t.Parallel()
	d := Sample()
	p := &d.Projects[0]
	for k := range p.Indicators {
		p.Indicators[k].Score = "10"
	}
	p.Evaluation = &model.Evaluation{Total: "98"}
	var told []string
	for _, f := range Run(d, Config{}) {
		if f.Code == "S006" {
			told = append(told, f.Message)
		}
	}
	if want := []string{"总分 98 不等于各项得分之和 50"}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}
