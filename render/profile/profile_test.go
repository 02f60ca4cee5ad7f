package profile

import (
	"errors"
	"testing"

	"github.com/xuri/excelize/v2"

	"jxmb/model"
	"jxmb/model/profile"
)

// TestBounds: a workbook may hold so many cells, and so many of them with a text as it
// takes time to write.
func TestBounds(t *testing.T) {
	p := &profile.Profile{Columns: []profile.Column{{Heading: "指标", Field: "level3"}, {Heading: "说明", Field: "description"}}}
	named := make([]model.Indicator, 3)
	for i := range named {
		named[i].Level3 = "巡河"
	}
	one := costCell + 1
	for what, c := range map[string]struct {
		indicators []model.Indicator
		spent      int
		refused    bool
	}{
		"what is left is enough":   {named, maxWork - 5*one, false}, // headings too
		"the last cell is beyond":  {named, maxWork - 5*one + 1, true},
		"blank cells are for free": {make([]model.Indicator, 3), maxWork - 2*one, false},
		"too many cells":           {make([]model.Indicator, maxCells/2+1), 0, true},
	} {
		b := &book{file: excelize.NewFile(), profile: p, work: c.spent}
		err := b.fill(t.Context(), &model.Document{Projects: []model.Project{{Indicators: c.indicators}}})
		var fault *model.Fault
		if c.refused != (errors.As(err, &fault) && fault.Kind == model.FaultLimit) || !c.refused && err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
}
