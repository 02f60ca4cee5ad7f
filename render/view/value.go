package view

import (
	"strconv"
	"strings"

	"jxmb/model"
)

// Value is a target in its normal spelling: "≥90%", "80～90%", "±3%",
// "不晚于2020年12月31日", "以奖代补：＝2,400元/人；责任险：＝100元/人".
func Value(l model.Lang, v *model.Value) string {
	switch v.Kind {
	case model.Quantity:
		return Figure(v.Operator, v.Number, "", v.Unit)
	case model.Range:
		return Figure(model.NoOperator, v.Number, v.Upper, v.Unit)
	case model.Deadline:
		if v.Deadline == nil {
			return v.Text
		}
		return deadline(l, v.Deadline)
	case model.Composite:
		return Parts(l, v)
	case model.Empty:
		return l.Say("（未填）", "(not filled in)")
	}
	return v.Text
}

// Figure puts operator, number and unit together; with an upper bound the
// two numbers are a range.
func Figure(o model.Operator, n, upper model.Decimal, unit string) string {
	switch {
	case upper == "":
		return OperatorSign(o) + n.Grouped(0) + unit
	case n.Neg() == upper:
		return "±" + upper.Grouped(0) + unit
	}
	return n.Grouped(0) + "～" + upper.Grouped(0) + unit
}

// Parts lists the parts of a composite target, each with its label.
func Parts(l model.Lang, v *model.Value) string {
	var parts []string
	for i := range v.Parts {
		s := Value(l, &v.Parts[i])
		if label := v.Parts[i].Label; label != "" {
			s = label + l.Say("：", ": ") + s
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, l.Say("；", "; "))
}

func deadline(l model.Lang, d *model.DeadlineDate) string {
	switch {
	case d.Date == "":
		return d.Text
	case d.From != "":
		return Date(l, d.From) + l.Say("至", " to ") + Date(l, d.Date)
	}
	return l.Say("不晚于", "by ") + Date(l, d.Date)
}

// Date spells "2020-12-31" and "--12-31" for readers of l; anything else
// comes back as it is.
func Date(l model.Lang, date string) string {
	year, rest := "", date
	if after, ok := strings.CutPrefix(date, "--"); ok {
		rest = after
	} else if len(date) > 5 && date[4] == '-' {
		year, rest = date[:4], date[5:]
	}
	if len(rest) != 5 || rest[2] != '-' {
		return date
	}
	month, err1 := strconv.Atoi(rest[:2])
	day, err2 := strconv.Atoi(rest[3:])
	if err1 != nil || err2 != nil || l == model.English {
		return strings.TrimPrefix(date, "--")
	}
	if year != "" {
		year += "年"
	}
	return year + strconv.Itoa(month) + "月" + strconv.Itoa(day) + "日"
}
