package check

import (
	"strings"
	"testing"
)

// TestTablesAreChecked: a row that says nothing, says it twice or leaves a gap is
// refused, with the table it stands in.
func TestTablesAreChecked(t *testing.T) {
	if _, err := parseTables(levelTable, gradeTable, lightTable, reasonTable, ruleWords); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ levels, grades, lights, reasons, words, want string }{
		{levels: "效果\t数量\t101\n", want: "levels.tsv:1"},
		{levels: "产出\t数量指标\t101\n", want: "levels.tsv:1"},
		{levels: "产出\t数量\t101\n产出\t数量\t101\n", want: "levels.tsv:2"},
		{grades: "优\t90\t80\t10\n", want: "grades.tsv:1"},
		{grades: "优\t90\t-\tMOF\n优\t80\t90\tMOF\n", want: "grades.tsv:2"},
		{grades: "优\t90\t-\n", want: "grades.tsv:1"},
		{lights: strings.Replace(lightTable, "M002\t60\t80", "M002\t65\t80", 1), want: "lights.tsv: yellow begins at 65, not at 60"},
		{lights: "M001\t0\t60\t红灯\tred\tSX\n", want: "lights.tsv: nothing is said of shares from 60 on"},
		{reasons: "无。\tMOF\n", want: "reasons.tsv:1"},
		{lights: lightTable, words: "vague\t有效提升\t88\nvage\t有效\t88\n", want: "words.tsv:2"},
		{lights: lightTable, words: "vague\t有效提升\t88\nvague\t有效提升\t88\n", want: "words.tsv:2"},
	} {
		_, err := parseTables(c.levels, c.grades, c.lights, c.reasons, c.words)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("got %v, want %s…", err, c.want)
		}
	}
}
