package render

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"jxmb/fixtures/source"
	"jxmb/model"
)

// sampleReference builds the reference submission from its text dump, targets
// read no deeper than the renderers need: sign, number and a unit.
func sampleReference() *model.Document {
	d := &model.Document{
		Schema: model.Schema, FiscalYear: 2022, Unit: model.Unit{Code: "216001", Name: "中共遵化市委政法委本级"},
		Source:  model.Source{Name: "遵化市委政法委.docx", SHA256: strings.Repeat("0123456789abcdef", 4), Bytes: 100000},
		Outline: &model.Outline{},
	}
	table := 0
	bookmark := regexp.MustCompile(`\[bookmark: (_Toc_4\w+)\](.*)`)
	items := source.Parse(source.Zunhua)
	sampleOutline(d.Outline, items)
	for _, item := range items {
		if m := bookmark.FindStringSubmatch(item.Line); m != nil {
			d.Projects = append(d.Projects, model.Project{Seq: len(d.Projects) + 1, Title: m[2], Bookmark: m[1], FiscalYear: 2022, Unit: d.Unit})
		}
		if item.Rows == nil {
			continue
		}
		table++
		p := &d.Projects[len(d.Projects)-1]
		origin := model.Origin{Part: "word/document.xml", Bookmark: p.Bookmark, Table: table}
		if len(item.Rows[0]) == 6 {
			sampleIndicators(p, item.Rows, origin)
			continue
		}
		p.Origin = origin
		sampleBasics(p, item.Rows)
	}
	sampleFindings(d)
	return d
}

func sampleOutline(o *model.Outline, items []source.Item) {
	section := ""
	for _, item := range items {
		if _, title, ok := strings.Cut(item.Line, "]"); ok {
			section = title
			if !strings.Contains(item.Line, "_GoBack") {
				continue
			}
			section = "三、工作保障措施"
			item.Line = title
		}
		switch section {
		case "一、总体绩效目标":
			o.Overall += item.Line
		case "二、分项绩效目标":
			goal, isGoal := strings.CutPrefix(item.Line, "绩效目标：")
			indicators, isIndicators := strings.CutPrefix(item.Line, "绩效指标：")
			switch {
			case isGoal:
				o.Items[len(o.Items)-1].Goal = goal
			case isIndicators:
				o.Items[len(o.Items)-1].Indicators = indicators
			default:
				o.Items = append(o.Items, model.OutlineItem{Title: item.Line})
			}
		case "三、工作保障措施":
			title, text, _ := strings.Cut(item.Line, "。")
			o.Measures = append(o.Measures, model.Measure{Title: title, Text: text})
		}
		if len(o.Measures) == 11 {
			return
		}
	}
}

func sampleAmount(text string) *model.Amount {
	n, err := model.ParseDecimal(strings.TrimSpace(text))
	if err != nil {
		return nil
	}
	return &model.Amount{Text: text, Number: n, Unit: "万元", Yuan: n.Shift(4)}
}

func sampleBasics(p *model.Project, rows [][]string) {
	for i, row := range rows {
		switch row[0] {
		case "项目编码":
			p.Code, p.Name = row[1], row[3]
		case "预算规模及资金用途":
			p.Budget = model.Budget{Total: sampleAmount(row[2]), Fiscal: sampleAmount(row[4]), Other: sampleAmount(row[6])}
			p.Purpose = rows[i+1][1]
		case "资金支出计划（%）":
			for k, label := range row[1:] {
				text := rows[i+1][k+1]
				month, _ := strconv.Atoi(strings.TrimSuffix(label, "月底"))
				percent, _ := model.ParseDecimal(strings.TrimSuffix(text, "%"))
				p.SpendingPlan = append(p.SpendingPlan, model.PlanStep{Text: text, Label: label, Month: month, Percent: percent})
			}
		case "绩效目标":
			for _, line := range strings.Split(strings.TrimSpace(row[1]), "\n") {
				p.Goals = append(p.Goals, regexp.MustCompile(`^\d+\.`).ReplaceAllString(line, ""))
			}
		}
	}
}

func sampleIndicators(p *model.Project, rows [][]string, o model.Origin) {
	level1 := ""
	for i, r := range rows[1:] {
		if r[0] != "" {
			level1 = r[0]
		}
		o.Row, o.Column = i+2, 5
		p.Indicators = append(p.Indicators, model.Indicator{
			Level1: level1, Level2: r[1], Level3: r[2], Description: r[3], Target: sampleTarget(r[4]), Basis: r[5], Origin: o,
		})
	}
}

var (
	sampleFigure   = regexp.MustCompile(`^([≥≤＜＞]?)(\d+)(.*)$`)
	sampleOperator = map[string]model.Operator{"": model.Equal, "≥": model.GreaterEqual, "≤": model.LessEqual, "＜": model.Less, "＞": model.Greater}
)

func sampleTarget(text string) model.Value {
	if strings.Contains(text, "底") && strings.Contains(text, "月") {
		return model.Value{Text: text, Kind: model.Deadline, Operator: model.LessEqual, Agreement: model.NoAgreement,
			Deadline: &model.DeadlineDate{Text: text, Date: "2022-12-31"}}
	}
	m := sampleFigure.FindStringSubmatch(text)
	if m == nil {
		return model.Value{Text: text, Kind: model.Qualitative, Agreement: model.NoAgreement}
	}
	v := model.Value{Text: text, Kind: model.Quantity, Operator: sampleOperator[m[1]], Number: model.Decimal(m[2]), Agreement: model.Agree}
	switch {
	case strings.Contains(m[3], "百分之"):
		v.Unit = "%"
	case strings.HasSuffix(m[3], "万元"):
		v.Unit, v.Base = "万元", &model.Base{Number: v.Number.Shift(4), Unit: "元"}
		return v
	default:
		v.Unit = "次"
	}
	v.Base = &model.Base{Number: v.Number, Unit: v.Unit}
	return v
}

// sampleFindings marks one target as a conflict and adds a finding of each
// severity.
func sampleFindings(d *model.Document) {
	in := &d.Projects[1].Indicators[0]
	in.Target.Agreement = model.Conflict
	for i, s := range severityOrder {
		d.Findings = append(d.Findings, model.Finding{
			Code: fmt.Sprintf("V%03d", i+1), Severity: s, Message: "数字“≥100”与文字“大于等于1万元每人”不一致。", Hint: "核对后改成同一个数。",
			Subject: d.Projects[1].Title + "/" + in.Level3, Origin: in.Origin, Also: []model.Origin{d.Projects[i].Origin},
		})
	}
}
