package model

import "strings"

// signs are the operators as the finance system prints them.
var signs = map[Operator]string{
	GreaterEqual: "≥", Greater: ">", LessEqual: "≤", Less: "<", Equal: "", About: "约",
}

// String is the canonical spelling of the value: ≥90%, 404万元, 80%~90%,
// 2020-12-31前. Reading it back gives the value again. "=" is printed only
// where the number could be taken for a date without it (=3月); a range of such
// a unit is spelled by its bounds (≥3月≤5月). What has no canonical spelling is
// its text.
func (v Value) String() string {
	switch v.Kind {
	case Quantity:
		sign := signs[v.Operator]
		if v.Operator == Equal && datelike(v.Unit) {
			sign = "="
		}
		return v.Deadline.before() + sign + v.spell(v.Number)
	case Range:
		if datelike(v.Unit) || v.Unit == "" || v.Unit == "点" { // 2023~2024 are years, 2023.7~2024.3 months, 9点~17点 hours
			return v.Deadline.before() + "≥" + v.spell(v.Number) + "≤" + v.spell(v.Upper)
		}
		return v.Deadline.before() + v.spell(v.Number) + "~" + v.spell(v.Upper)
	case Deadline:
		if v.Deadline == nil {
			return v.Text
		}
		if v.Deadline.From != "" {
			return v.Deadline.From + "~" + v.Deadline.Date
		}
		return v.Deadline.Date + "前"
	}
	return v.Text
}

// spell writes a number with the unit of v. Two thousand years are 2,000年:
// 2000年 is a year.
func (v Value) spell(number Decimal) string {
	if strings.HasPrefix(v.Unit, "年") && len(number) == 4 {
		return number.Grouped(0) + v.Unit
	}
	return string(number) + v.Unit
}

// before spells the date that a quantity has to be reached by.
func (d *DeadlineDate) before() string {
	if d == nil {
		return ""
	}
	return d.Date + "前"
}

// datelike reports units that make a number look like a part of a date, or the
// year of an edition (2022版).
func datelike(unit string) bool {
	for _, u := range [...]string{"年", "月", "日", "季度", "版", "款", "届"} {
		if strings.HasPrefix(unit, u) {
			return true
		}
	}
	return false
}
