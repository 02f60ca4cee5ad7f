package profile

import (
	"errors"
	"io"
	"testing"

	"jxmb/model"
	"jxmb/model/profile"
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

// TestBound: a sheet that no importer takes is refused before it is made.
func TestBound(t *testing.T) {
	p := &profile.Profile{Columns: make([]profile.Column, 200)}
	d := &model.Document{Projects: []model.Project{{Indicators: make([]model.Indicator, 5001)}}}
	var refused *model.Fault
	if err := write(t.Context(), io.Discard, d, view.Options{Profile: p}); !errors.As(err, &refused) || refused.Kind != model.FaultLimit {
		t.Errorf("%v", err)
	}
}
