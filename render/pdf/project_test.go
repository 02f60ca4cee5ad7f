package pdf

import (
	"slices"
	"strings"
	"testing"

	"jxmb/model"
	"jxmb/render/view"
)

// TestBasicsFollowTheForm holds that what a form does not ask for takes no
// row, and that short cells stand two to a row.
func TestBasicsFollowTheForm(t *testing.T) {
	d, err := newDoc(view.Options{})
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("很长的说明", 20)
	p := &model.Project{Extra: []model.Extra{{Label: "甲", Text: "1"}, {Label: "乙", Text: "2"}, {Label: "丙", Text: "3"}, {Label: "丁", Text: long}, {Label: "戊", Text: "5"}}}
	var got []string
	for _, row := range d.basics(p) {
		var cells []string
		for _, c := range row {
			cells = append(cells, c.text)
		}
		got = append(got, strings.Join(cells, "|"))
	}
	want := []string{"项目编码||项目名称|", "预算规模|预算数||其中：财政资金||其他资金|", "绩效目标|", "甲|1|乙|2", "丙|3", "丁|" + long, "戊|5"}
	if !slices.Equal(got, want) {
		t.Errorf("rows\n%q, want\n%q", got, want)
	}
}

// TestBaseKeepsTheSign holds that what a target amounts to in basic units
// reads as the same target.
func TestBaseKeepsTheSign(t *testing.T) {
	d := &doc{}
	for operator, want := range map[model.Operator]string{model.LessEqual: "即≤20,000元", model.Equal: "即20,000元"} {
		c := d.targetCell(&model.Value{Kind: model.Quantity, Operator: operator, Number: "2", Unit: "万元", Base: &model.Base{Number: "20000", Unit: "元"}})
		if len(c.notes) != 1 || c.notes[0].text != want {
			t.Errorf("%s: %v, want %s", operator, c.notes, want)
		}
	}
}
