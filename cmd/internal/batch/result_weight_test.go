package batch

import (
	"errors"
	"strings"
	"testing"

	"jxmb/model"
)

// TestResultsWeigh: a file of results may hold what a document may, in few bytes or many, in
// one piece or in lines.
func TestResultsWeigh(t *testing.T) {
	const many = 100_000 // more than a text that is not weighed before it is read
	document := func(projects string) string { return `{"schema":"jxmb/1","projects":[` + projects + `]}` }
	list := func(n int, of string) string { return strings.TrimSuffix(strings.Repeat(of+",", n), ",") }
	line := `{"schema":"jxmb/1","type":"project","project":{"indicators":[{},{}]}}` + "\n"
	long := `{"name":"` + strings.Repeat("甲", 200) + `"}`
	for what, c := range map[string]struct {
		text   string
		weight int64
	}{
		"empty projects":   {document(list(many, `{}`)), many * weightProject},
		"projects of null": {document(list(many, `null`)), many * weightProject},
		"empty indicators": {document(`{"indicators":[` + list(many, `{}`) + `]}`), weightProject + many*weightIndicator},
		"parts":            {document(`{"indicators":[{"target":{"parts":[` + list(many, `{}`) + `]}}]}`), weightProject + weightIndicator + many*weightPart},
		"a few":            {document(list(3, `{"indicators":[{}]}`)), 3 * (weightProject + weightIndicator)},
		"long names":       {document(list(1000, long)), 1000 * weightProject},
		"lines":            {document("") + "\n" + strings.Repeat(line, 7), 7 * (weightProject + 2*weightIndicator)},
		"findings":         {`{"schema":"jxmb/1","findings":[` + list(many, `{}`) + `]}`, many * weightFinding},
	} {
		for most, fits := range map[int64]bool{c.weight: true, c.weight - 1: false} {
			if fits && c.weight > many*weightPart {
				continue // what fits is made
			}
			taken := 0
			err := eachResult(t.Context(), strings.NewReader(c.text), most, func(*model.Document) { taken++ })
			var fault *model.Fault
			limited := errors.As(err, &fault) && fault.Kind == model.FaultLimit
			if fits && (err != nil || taken != 1) || !fits && (!limited || taken != 0) {
				t.Errorf("%s within %d: %v, %d documents", what, most, err, taken)
			}
		}
	}
}
