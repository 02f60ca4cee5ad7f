package value

import (
	"strings"
	"testing"

	"jxmb/model"
)

// vocabDir is where the tables stand that the rows below are taken from.
const vocabDir = "../../model/quantity/vocab/"

// TestUnits reaches every row of units.tsv through the parser.
func TestUnits(t *testing.T) {
	for _, row := range rows(t, vocabDir+"units.tsv") {
		v := Parse("≥17"+row["surface"], Hint{})
		if v.Kind != model.Quantity || v.Unit != row["canonical"] || v.Number != "17" {
			t.Errorf("unit %q reads %s %s %q, want 17 %q", row["surface"], v.Kind, v.Number, v.Unit, row["canonical"])
		}
	}
}

// TestOperators reaches every row of operators.tsv.
func TestOperators(t *testing.T) {
	for _, row := range rows(t, vocabDir+"operators.tsv") {
		if row["operator"] == "between" {
			if v := Parse("10和20"+row["surface"], Hint{}); v.Kind != model.Range {
				t.Errorf("10和20%s is %s, want a range", row["surface"], v.Kind)
			}
			continue
		}
		if row["strength"] == "than" {
			if v := Parse("比3天"+row["surface"], Hint{}); v.Operator != model.Operator(row["operator"]) {
				t.Errorf("比3天%s has operator %q, want %q", row["surface"], v.Operator, model.Operator(row["operator"]))
			}
			continue
		}
		before, behind := Parse(row["surface"]+"3天", Hint{}), Parse("3天"+row["surface"], Hint{})
		if before.Operator != model.Operator(row["operator"]) && behind.Operator != model.Operator(row["operator"]) {
			t.Errorf("operator %q reads %q before and %q behind a number, want %q", row["surface"], before.Operator, behind.Operator, model.Operator(row["operator"]))
		}
	}
}

// TestDates and fillers reach their rows.
func TestDates(t *testing.T) {
	for _, row := range rows(t, vocabDir+"dates.tsv") {
		v := Parse("2022年"+strings.TrimPrefix(row["surface"], "年")+"完成", Hint{})
		w := Parse(row["surface"], Hint{})
		if w.Kind != model.Deadline || w.Deadline.Date != "--"+row["to"] {
			t.Errorf("%q: %s %+v, want --%s", row["surface"], w.Kind, w.Deadline, row["to"])
		}
		if strings.HasPrefix(row["surface"], "年") && (v.Deadline == nil || v.Deadline.Date != "2022-"+row["to"]) {
			t.Errorf("2022%s: %+v, want 2022-%s", row["surface"], v.Deadline, row["to"])
		}
	}
	for _, row := range rows(t, vocabDir+"fillers.tsv") {
		if v := Parse(row["surface"], Hint{}); v.Kind != model.Empty {
			t.Errorf("filler %q is %s, want empty", row["surface"], v.Kind)
		}
	}
}
