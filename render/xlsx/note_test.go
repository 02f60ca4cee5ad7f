package xlsx

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/xuri/excelize/v2"

	"jxmb/model"
)

// TestNotes: the remarks of a sheet are those that excelize makes one by one, of
// which it is asked for the first of each column and text alone.
func TestNotes(t *testing.T) {
	said := model.Say("单位不明", "no unit")
	many, each := newBook(model.Chinese, "甲"), newBook(model.Chinese, "甲")
	for _, name := range [...]string{"项目", "指标"} {
		for _, b := range [...]*book{many, each} {
			if _, err := b.file.NewSheet(name); err != nil {
				t.Fatal(err)
			}
			b.fail(b.file.SetColWidth(name, "B", "C", 9.5))
		}
		for row := 3; row < 40; row++ {
			for _, column := range [...]string{"A", "C"} {
				cell := fmt.Sprint(column, row)
				many.note(name, cell, said)
				each.fail(each.file.AddComment(name, excelize.Comment{Cell: cell, Author: "jxmb",
					Paragraph: []excelize.RichTextRun{{Text: said.ZH, Font: &excelize.Font{Family: each.font(), Size: 9}}}}))
			}
		}
		want, _ := each.file.GetComments(name)
		if got, err := many.file.GetComments(name); err != nil || len(got) != 74 || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, %d remarks, not as one by one", name, err, len(got))
		}
	}
	for part, drawing := range each.file.VMLDrawing {
		if got := many.file.VMLDrawing[part]; got == nil || !reflect.DeepEqual(got.Shape, drawing.Shape) {
			t.Errorf("%s differs: %+v, want %+v", part, got.Shape[10], drawing.Shape[10])
		}
	}
	for part, comments := range many.file.Comments {
		if asked := reflect.ValueOf(comments).Elem().FieldByName("cells").Len(); asked != 2 {
			t.Errorf("%s: excelize looked through the remarks for %d of them", part, asked)
		}
	}
	if many.err != nil || each.err != nil {
		t.Errorf("%v, %v", many.err, each.err)
	}
}
