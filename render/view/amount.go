package view

import (
	"jxmb/model"
)

// Amount is a sum with its unit, "404.50万元", or its text where either is
// not known.
func Amount(a *model.Amount) string {
	switch {
	case a == nil:
		return ""
	case a.Number == "" || a.Unit == "":
		return a.Text
	}
	return a.Number.Grouped(2) + a.Unit
}

// InWan is a sum in 万元, exact; absent while the unit of the sum is unknown.
func InWan(a *model.Amount) model.Decimal {
	if a == nil {
		return ""
	}
	return a.Yuan.Shift(-4)
}
