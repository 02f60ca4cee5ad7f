package render

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"jxmb/model"
)

// The labels that readers see for the codes of the model, shared by the
// formats meant for people.

var kindLabels = map[model.Kind]model.Text{
	model.Quantity:    {ZH: "定量", EN: "quantity"},
	model.Range:       {ZH: "区间", EN: "range"},
	model.Deadline:    {ZH: "时限", EN: "deadline"},
	model.Composite:   {ZH: "组合", EN: "composite"},
	model.Qualitative: {ZH: "定性", EN: "qualitative"},
	model.Empty:       {ZH: "未填", EN: "empty"},
}

// kindOrder is the order in which kinds are listed and drawn.
var kindOrder = [...]model.Kind{
	model.Quantity, model.Range, model.Deadline, model.Composite, model.Qualitative, model.Empty,
}

var severityLabels = map[model.Severity]model.Text{
	model.Error:   {ZH: "错误", EN: "error"},
	model.Warning: {ZH: "警告", EN: "warning"},
	model.Info:    {ZH: "提示", EN: "info"},
}

// severityOrder lists the severities, gravest first.
var severityOrder = [...]model.Severity{model.Error, model.Warning, model.Info}

// agreementLabels has no entry for "none": there is nothing to compare.
var agreementLabels = map[model.Agreement]model.Text{
	model.Agree:         {ZH: "一致", EN: "agree"},
	model.Conflict:      {ZH: "不一致", EN: "conflict"},
	model.FigureOnly:    {ZH: "仅数字", EN: "figure only"},
	model.StatementOnly: {ZH: "仅文字", EN: "wording only"},
}

var termLabels = map[string]model.Text{
	"annual": {ZH: "年度", EN: "annual"},
	"long":   {ZH: "中长期", EN: "long-term"},
}

// operatorSigns are the signs as official forms print them, full width.
var operatorSigns = map[model.Operator]string{
	model.GreaterEqual: "≥",
	model.Greater:      "＞",
	model.LessEqual:    "≤",
	model.Less:         "＜",
	model.Equal:        "＝",
	model.About:        "≈",
}

func kindLabel(l model.Lang, k model.Kind) string           { return kindLabels[k].In(l) }
func severityLabel(l model.Lang, s model.Severity) string   { return severityLabels[s].In(l) }
func agreementLabel(l model.Lang, a model.Agreement) string { return agreementLabels[a].In(l) }
func operatorSign(o model.Operator) string                  { return operatorSigns[o] }

// termLabel is the label of a known term and the term itself otherwise.
func termLabel(l model.Lang, term string) string {
	if t, ok := termLabels[term]; ok {
		return t.In(l)
	}
	return term
}

// showControls makes a text fit for paper and cells: line ends of all kinds
// are "\n", and a control character or noncharacter, which XML cannot hold and
// no font draws, stands as its code, 〔U+0007〕. Bytes that are no UTF-8 become
// U+FFFD.
func showControls(s string) string {
	if utf8.ValidString(s) && !strings.ContainsFunc(s, isControl) {
		return s
	}
	var b strings.Builder
	for _, r := range strings.ReplaceAll(s, "\r\n", "\n") {
		switch {
		case strings.ContainsRune("\r\v\f\u0085\u2028\u2029", r):
			b.WriteByte('\n')
		case isControl(r):
			fmt.Fprintf(&b, "〔%U〕", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func isControl(r rune) bool {
	switch {
	case r < 0x20:
		return r != '\n' && r != '\t'
	case r < 0x7F:
		return false
	}
	return r < 0xA0 || r == '\u2028' || r == '\u2029' || r&0xFFFE == 0xFFFE
}

// showValue is a target in its normal spelling: "≥90%", "80～90%", "±3%",
// "不晚于2020年12月31日", "以奖代补：＝2,400元/人；责任险：＝100元/人".
func showValue(l model.Lang, v *model.Value) string {
	switch v.Kind {
	case model.Quantity:
		return showFigure(v.Operator, v.Number, "", v.Unit)
	case model.Range:
		return showFigure(model.NoOperator, v.Number, v.Upper, v.Unit)
	case model.Deadline:
		if v.Deadline == nil {
			return v.Text
		}
		return showDeadline(l, v.Deadline)
	case model.Composite:
		return showParts(l, v)
	case model.Empty:
		return l.Say("（未填）", "(not filled in)")
	}
	return v.Text
}

// showFigure puts operator, number and unit together; with an upper bound the
// two numbers are a range.
func showFigure(o model.Operator, n, upper model.Decimal, unit string) string {
	switch {
	case upper == "":
		return operatorSign(o) + n.Grouped(0) + unit
	case n.Neg() == upper:
		return "±" + upper.Grouped(0) + unit
	}
	return n.Grouped(0) + "～" + upper.Grouped(0) + unit
}

func showParts(l model.Lang, v *model.Value) string {
	var parts []string
	for i := range v.Parts {
		s := showValue(l, &v.Parts[i])
		if label := v.Parts[i].Label; label != "" {
			s = label + l.Say("：", ": ") + s
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, l.Say("；", "; "))
}

func showDeadline(l model.Lang, d *model.DeadlineDate) string {
	switch {
	case d.Date == "":
		return d.Text
	case d.From != "":
		return showDate(l, d.From) + l.Say("至", " to ") + showDate(l, d.Date)
	}
	return l.Say("不晚于", "by ") + showDate(l, d.Date)
}

// showDate spells "2020-12-31" and "--12-31" for readers of l; anything else
// comes back as it is.
func showDate(l model.Lang, date string) string {
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

// showAmount is a sum with its unit, "404.50万元", or its text where either is
// not known.
func showAmount(a *model.Amount) string {
	switch {
	case a == nil:
		return ""
	case a.Number == "" || a.Unit == "":
		return a.Text
	}
	return a.Number.Grouped(2) + a.Unit
}

// inWan is a sum in 万元, exact; absent while the unit of the sum is unknown.
func inWan(a *model.Amount) model.Decimal {
	if a == nil {
		return ""
	}
	return a.Yuan.Shift(-4)
}

// showGrades lists grade standards, one a line: "优：≥95%".
func showGrades(l model.Lang, grades []model.Grade) string {
	var out []string
	for _, g := range grades {
		out = append(out, g.Label+l.Say("：", ": ")+g.Value.Text)
	}
	return strings.Join(out, "\n")
}

// showExtra lists labelled cells, one a line.
func showExtra(l model.Lang, extra []model.Extra) string {
	var lines []string
	for _, e := range extra {
		lines = append(lines, e.Label+l.Say("：", ": ")+e.Text)
	}
	return strings.Join(lines, "\n")
}

// showPlan lists the steps of a spending plan that ok accepts: "3月底 25%".
func showPlan(steps []model.PlanStep, ok func(model.PlanStep) bool) string {
	var parts []string
	for _, s := range steps {
		if !ok(s) {
			continue
		}
		share := s.Text
		if s.Percent != "" {
			share = string(s.Percent) + "%"
		}
		parts = append(parts, strings.TrimSpace(s.Label+" "+share))
	}
	return strings.Join(parts, "\n")
}

// documentTitle names a document for a reader: unit and year, or the file.
func documentTitle(l model.Lang, d *model.Document) string {
	name := d.Unit.Name
	if name == "" {
		name = d.Source.Name
	}
	if name == "" {
		name = l.Say("未注明单位", "unnamed unit")
	}
	if d.FiscalYear == 0 {
		return l.Say("%s项目绩效目标", "%s: project performance targets", name)
	}
	return l.Say("%s%d年项目绩效目标", "%s: project performance targets %d", name, d.FiscalYear)
}
