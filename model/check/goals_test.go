package check

import (
	"fmt"
	"slices"
	"testing"
)

// TestGoalNumbers: each goal without an indicator is told by its number, counted
// from 1, and by its cell, beyond the 64 that are looked at together too.
func TestGoalNumbers(t *testing.T) {
	t.Parallel()
	d := Sample()
	p := &d.Projects[0]
	p.Goals = slices.Repeat([]string{p.Goals[0]}, 70)
	p.Goals[1], p.Goals[63], p.Goals[64], p.Goals[69] = "修建灌溉水渠三公里。", "新栽行道树五百株。", "更换路灯灯泡八十盏。", "清理河道淤泥一万方。"
	var got []string
	for _, f := range Run(d, Config{}) {
		if f.Code == "C005" {
			got = append(got, fmt.Sprint(f.Args))
		}
	}
	want := []string{"[{goal 2}]", "[{goal 64}]", "[{goal 65}]", "[{goal 70}]"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
