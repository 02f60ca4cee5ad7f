package batch

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"jxmb/cmd/internal/batch/folder"
)

// OldResult is a file of an earlier run that this one would not have made: of
// an input that is gone or reads otherwise by now, or a file over all documents
// in a format that is not asked for.
type OldResult struct {
	Name    string `json:"name"`
	Changed bool   `json:"changed"` // by someone else since, so that it is never removed
	Removed bool   `json:"removed"`
}

// outdate keeps the outputs of an earlier entry that its successor e lacks, so
// that a later run still knows of them.
func (e *Entry) outdate(earlier Entry) {
	for _, o := range slices.Concat(earlier.Outputs, earlier.Old) {
		same := func(p folder.Output) bool { return p.Name == o.Name }
		if !slices.ContainsFunc(e.Outputs, same) && !slices.ContainsFunc(e.Old, same) {
			e.Old = append(e.Old, o)
		}
	}
}

// oldResults finds the old results that still stand and, where that is wanted,
// removes those that are what the earlier run wrote. The manifest forgets what
// is gone.
func (r *run) oldResults() ([]OldResult, error) {
	planned := map[string]bool{"": true}
	for _, in := range r.plan.Inputs {
		planned[in.Stem] = true
	}
	var old []OldResult
	var faults []error
	looked := map[string]bool{} // at, by name: a file is looked at once
	for _, stem := range slices.Sorted(maps.Keys(r.manifest.entries)) {
		e := r.manifest.entries[stem]
		if !planned[stem] {
			e.Old, e.Outputs = append(e.Outputs, e.Old...), nil
		}
		var left []folder.Output
		for _, o := range e.Old {
			if looked[o.Name] {
				continue
			}
			looked[o.Name] = true
			result, standing, err := r.oldResult(o)
			faults = append(faults, err)
			if standing && !strings.HasPrefix(o.Name, folder.StateDir+"/") { // what runs keep for themselves is nobody's result
				old = append(old, result)
			}
			if standing && !result.Removed {
				left = append(left, o)
			}
		}
		e.Old = left
		if planned[stem] || len(left) > 0 {
			r.manifest.entries[stem] = e
		} else {
			delete(r.manifest.entries, stem)
		}
	}
	slices.SortFunc(old, func(a, b OldResult) int { return strings.Compare(a.Name, b.Name) })
	return old, errors.Join(faults...)
}

// oldResult looks at one file.
func (r *run) oldResult(o folder.Output) (result OldResult, standing bool, err error) {
	result.Name = o.Name
	if _, err := r.folder.Root.Stat(o.Name); errors.Is(err, fs.ErrNotExist) {
		return result, false, nil
	}
	result.Changed = !r.folder.Intact(o)
	input := r.folder.IsTaken(o.Name)
	if !r.Prune || result.Changed || input {
		return result, true, nil
	}
	if err := r.folder.Root.Remove(o.Name); err != nil {
		return result, true, folder.InOutput(o.Name, err)
	}
	result.Removed = true
	for dir := path.Dir(o.Name); dir != "."; dir = path.Dir(dir) {
		if r.folder.Root.Remove(dir) != nil { // not empty, most likely
			break
		}
	}
	return result, true, nil
}
