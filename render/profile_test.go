package render_test

import (
	"errors"
	"io"
	"testing"

	"jxmb/model"
	"jxmb/render/profile"
	"jxmb/render/view"
)

// TestProfileSheets: a project has a sheet, and more projects than sheets are refused
// before any is made.
func TestProfileSheets(t *testing.T) {
	d := &model.Document{Projects: make([]model.Project, 2001)}
	var fault *model.Fault
	if err := profile.Format.Write(t.Context(), io.Discard, d, view.Options{}); !errors.As(err, &fault) || fault.Kind != model.FaultLimit || fault.Hint.EN == "" {
		t.Errorf("error %v", err)
	}
	d.Projects = d.Projects[:3]
	if err := profile.Format.Write(t.Context(), io.Discard, d, view.Options{}); err != nil {
		t.Error(err)
	}
}
