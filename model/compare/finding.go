package compare

import (
	"cmp"
	"slices"

	"jxmb/model"
)

// told is a finding with the file that it is told at.
type told struct {
	file string
	*model.Finding
}

// findingsOf sorts the findings of a side by project, nil for those of none.
func findingsOf(side []Submission) map[*model.Project][]told {
	by := map[*model.Project][]told{}
	for i := range side {
		s := &side[i]
		named := map[string]*model.Project{}
		for k := range s.Projects {
			named[s.Projects[k].ID] = &s.Projects[k]
		}
		for k := range s.Findings {
			f := &s.Findings[k]
			of := named[f.Project] // nil for none
			if f.Project == "" {
				of = nil
			}
			by[of] = append(by[of], told{s.File, f})
		}
	}
	return by
}

// sameness is what findings are told to be the same by, the surest first: the
// message with its figures, then the rule and the indicator, then the file.
type sameness func(f told, indicators map[string]string) string

var samenesses = []sameness{
	func(f told, ids map[string]string) string {
		return joined(f.Code, "i"+cmp.Or(ids[f.Indicator], f.Indicator), f.Message)
	},
	func(f told, ids map[string]string) string {
		if f.Indicator == "" && f.Project == "" {
			return joined(f.Code, f.file)
		}
		return joined(f.Code, "i"+cmp.Or(ids[f.Indicator], f.Indicator))
	},
}

// fates pairs the findings of the old side with those of the new. Ids give the new
// name of an indicator by its old one.
func fates(old, new []told, ids map[string]string) []FindingChange {
	gone, stood := make([]bool, len(old)), make([]bool, len(new))
	for _, key := range samenesses {
		left := map[string][]int{}
		for i, f := range old {
			if k := key(f, ids); !gone[i] {
				left[k] = append(left[k], i)
			}
		}
		for i, f := range new {
			k := key(f, nil)
			if queue := left[k]; !stood[i] && len(queue) > 0 {
				stood[i], gone[queue[0]], left[k] = true, true, queue[1:]
			}
		}
	}
	list := []FindingChange{}
	for i, f := range old {
		if !gone[i] {
			list = append(list, FindingChange{Settled, f.file, *f.Finding})
		}
	}
	for i, f := range new {
		fate := Appeared
		if stood[i] {
			fate = Remained
		}
		list = append(list, FindingChange{fate, f.file, *f.Finding})
	}
	slices.SortStableFunc(list, func(a, b FindingChange) int { return cmp.Compare(order(a.Fate), order(b.Fate)) })
	return list
}

// order puts what is new first.
func order(f Fate) int { return slices.Index([]Fate{Appeared, Remained, Settled}, f) }
