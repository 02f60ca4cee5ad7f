package model

import "slices"

// Correction is a value that a person put right: Field is the field of the object
// that holds it ("target", "budget.total"), Before what the file says there and
// After what it says instead, each verbatim. Who, When (RFC 3339) and Why are the
// person's own words. Only one that is [Applied] was taken: then the field is read
// from After.
type Correction struct {
	Field  string           `json:"field" jsonschema:"title=字段"`
	Before string           `json:"before" jsonschema:"title=更正前"`
	After  string           `json:"after" jsonschema:"title=更正后"`
	Who    string           `json:"who" jsonschema:"title=更正人,nullable"`
	When   string           `json:"when" jsonschema:"title=更正时间,nullable"`
	Why    string           `json:"why" jsonschema:"title=更正理由,nullable"`
	Status CorrectionStatus `json:"status" jsonschema:"title=采用情况,enum=applied,enum=stale,enum=unread"`
}

// CorrectionStatus says what became of a [Correction].
type CorrectionStatus string

// The ways of corrections: taken, not taken because the file says something else
// by now, and not taken because the field cannot hold what After says.
const (
	Applied CorrectionStatus = "applied"
	Stale   CorrectionStatus = "stale"
	Unread  CorrectionStatus = "unread"
)

// Ignored is a finding that a person looked at and set aside, with the reason.
type Ignored struct {
	Finding Finding `json:"finding" jsonschema:"title=问题"`
	Who     string  `json:"who" jsonschema:"title=忽略人,nullable"`
	When    string  `json:"when" jsonschema:"title=忽略时间,nullable"`
	Why     string  `json:"why" jsonschema:"title=忽略理由,nullable"`
}

// Resolve says on which day of the fiscal year the deadlines of an indicator
// fall, after its values changed; [Identify] does for all.
func (d *Document) Resolve(p *Project, i *Indicator) { i.resolve(yearOf(d, p)) }

// Corrected tells whether any correction was taken.
func (d *Document) Corrected() bool {
	taken := func(c Correction) bool { return c.Status == Applied }
	for i := range d.Projects {
		p := &d.Projects[i]
		inIndicator := func(in Indicator) bool { return slices.ContainsFunc(in.Corrections, taken) }
		if slices.ContainsFunc(p.Corrections, taken) || slices.ContainsFunc(p.Indicators, inIndicator) {
			return true
		}
	}
	return false
}
