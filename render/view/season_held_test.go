package view_test

import (
	"runtime"
	"strconv"
	"strings"
	"testing"

	"jxmb/fixtures"
	"jxmb/model"
	"jxmb/render/view"
)

// TestSeasonHoldsNoText: readers keep the text of a document in few large strings,
// of which names are parts, so that a part that is kept would keep all of it.
func TestSeasonHoldsNoText(t *testing.T) {
	const documents, text = 40, 1 << 20
	season := new(view.Season)
	before := fixtures.Heap()
	for i := range documents {
		code := "X" + strconv.Itoa(1000+i)
		all := code + "某县林业局" + strings.Repeat(" ", text)
		unit := model.Unit{Code: all[1:5], Name: all[5:20]}
		season.Add("a.docx", &model.Document{Unit: unit, Projects: []model.Project{
			{Code: all[:5], Name: all[5:20], Unit: unit},       // told by its code, in capitals already
			{Code: all[:5], Name: all[5:20], Unit: unit},       // met again
			{Name: all[8:20], Unit: model.Unit{Code: all[:5]}}, // told by its name
		}}, nil)
	}
	if held := fixtures.Heap() - before; held > documents*text/4 {
		t.Errorf("the count of %d documents of %d MiB holds %d MiB", documents, text>>20, held>>20)
	}
	if len(season.Files) != documents || season.Again != documents {
		t.Errorf("%d files, %d projects met again", len(season.Files), season.Again)
	}
	runtime.KeepAlive(season)
}
