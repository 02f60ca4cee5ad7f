package model

// TextColumn is a column of indicators that is kept as it is printed: a field of
// [Indicator] in words that bears on no other.
type TextColumn struct {
	Key  string // of the field in JSON and in tables of labels
	Head Text   // of its column in workbooks and on paper
	Of   func(*Indicator) *string
}

// TextColumns are all of them: first what the target rests on, then, in the order
// of their fields, what is said of the result. A form's label that names one is
// read into its field, and every output has it.
var TextColumns = [...]TextColumn{
	{"basis", Text{ZH: "指标值确定依据", EN: "Basis"}, func(i *Indicator) *string { return &i.Basis }},
	{"deviation", Text{ZH: "偏差原因", EN: "Deviation"}, func(i *Indicator) *string { return &i.Deviation }},
}
