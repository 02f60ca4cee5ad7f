package profile

import (
	"errors"
	"io"
	"testing"

	"jxmb/model"
	"jxmb/render/view"
)

// TestSheets: a project has a sheet, and more projects than sheets are refused
// before any is made.
func TestSheets(t *testing.T) {
	d := &model.Document{Projects: make([]model.Project, maxSheets+1)}
	var fault *model.Fault
	if err := write(t.Context(), io.Discard, d, view.Options{}); !errors.As(err, &fault) || fault.Kind != model.FaultLimit || fault.Hint.EN == "" {
		t.Errorf("error %v", err)
	}
	d.Projects = d.Projects[:3]
	if err := write(t.Context(), io.Discard, d, view.Options{}); err != nil {
		t.Error(err)
	}
}
