package review

import "jxmb/model"

// Apply puts the values right that the review says, and writes with each object
// what became of its corrections. Those of projects that d does not hold are of
// another submission. It comes before the rules are run.
func (f *File) Apply(d *model.Document, parse ParseValue) {
	if len(f.Corrected) == 0 {
		return
	}
	k := newKeys(d)
	for _, c := range f.Corrected {
		if p := k.projects[c.Project]; p != nil {
			c.apply(d, p, parse)
		}
	}
}

func (c Correction) apply(d *model.Document, of *indexed, parse ParseValue) {
	p := of.Project
	entry := model.Correction{Field: c.Field, Before: c.Before, After: c.After, Who: c.Who, When: c.When, Why: c.Why, Status: model.Applied}
	list := &p.Corrections
	at, ok := projectField(p, c.Field)
	if c.Indicator != "" {
		in := of.indicators[c.Indicator]
		if in == nil { // it has another name by now, or is gone
			entry.Status, entry.Field = model.Stale, "indicators["+c.Indicator+"]."+c.Field
			p.Corrections = append(p.Corrections, entry)
			return
		}
		list = &in.Corrections
		at, ok = indicatorField(d, p, in, c.Field, parse)
	}
	switch {
	case !ok:
		entry.Status = model.Unread
	case at.text != c.Before:
		entry.Status = model.Stale
	case !at.set(c.After):
		entry.Status = model.Unread
	}
	*list = append(*list, entry)
}
