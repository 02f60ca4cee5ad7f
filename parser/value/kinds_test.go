package value

import (
	"strings"
	"testing"

	"jxmb/model"
)

// TestKinds holds the rows of testdata/kinds.tsv, cells of the kinds in which a
// reader may be confident and wrong, and of testdata/cells.tsv, a thousand cells
// as tables hold them, each with the reading that a careful clerk gives it.
func TestKinds(t *testing.T) {
	for _, path := range []string{"testdata/kinds.tsv", "testdata/cells.tsv"} {
		for _, row := range rows(t, path) {
			v := Parse(row["text"], Hint{Name: row["name"]})
			if got := brief(v); got != row["want"] {
				t.Errorf("%s: Parse(%q, name %q) = %s, want %s", row["kind"], row["text"], row["name"], got, row["want"])
			}
			keeps(t, v)
		}
	}
}

// brief spells what a cell was read as in few words.
func brief(v model.Value) string {
	var words []string
	switch v.Kind {
	case model.Quantity:
		words = append(words, string(v.Operator), string(v.Number), v.Unit)
	case model.Range:
		words = append(words, string(v.Number)+".."+string(v.Upper), v.Unit)
	case model.Deadline:
		words = append(words, v.Deadline.From, v.Deadline.Date)
		return strings.TrimPrefix(strings.Join(words, "/"), "/")
	case model.Composite:
		for _, p := range v.Parts {
			words = append(words, p.Label+":", brief(p))
		}
	case model.Qualitative:
		return "words"
	default:
		return string(v.Kind)
	}
	if v.Agreement == model.Agree || v.Agreement == model.Conflict {
		words = append(words, string(v.Agreement))
	}
	return strings.Join(strings.Fields(strings.Join(words, " ")), " ")
}

// TestNegations holds the product of negations and bounding operators: a denied
// bound is the opposite one, in both readings of a cell.
func TestNegations(t *testing.T) {
	inverse := map[string]model.Operator{">": model.LessEqual, "<": model.GreaterEqual}
	tried := 0
	for _, negation := range rows(t, vocabDir+"negations.tsv") {
		if negation["kind"] != "negation" {
			continue
		}
		for _, op := range rows(t, vocabDir+"operators.tsv") {
			want, bounds := inverse[op["operator"]]
			if !bounds || op["strength"] != "word" || op["place"] != "prefix" {
				continue
			}
			for _, text := range []string{"%s7件", "投诉%s7件", "%s七件", "7投诉件数%s7件"} {
				text = strings.Replace(text, "%s", negation["surface"]+op["surface"], 1)
				v := Parse(text, Hint{})
				tried++
				if v.Kind == model.Quantity && v.Operator != want && !strings.HasPrefix(op["surface"], "不") {
					t.Errorf("%q: operator %q, want %q or words", text, v.Operator, want)
				}
				if v.Kind == model.Quantity && strings.HasPrefix(op["surface"], "不") && v.Operator != model.Operator(op["operator"]) {
					t.Errorf("%q: operator %q", text, v.Operator)
				}
			}
		}
	}
	if tried < 1000 {
		t.Errorf("%d cells, want 1000 and more", tried)
	}
}
