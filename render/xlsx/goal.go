package xlsx

import "jxmb/model"

// goalRow is a row of the sheet 绩效目标: one goal, or one piece of the
// narrative part.
type goalRow struct {
	section           model.Text
	seq               int // within its section or project, 0 where there is one only
	code, title, text string
	indicators        string // 绩效指标 of an item of the narrative
}

var goalColumns = []column[goalRow]{
	{head: model.Text{ZH: "部分", EN: "Section"}, max: 20, cell: func(l model.Lang, r goalRow) cell {
		return labelCell(r.section.In(l))
	}},
	{head: model.Text{ZH: "项目编码", EN: "Project code"}, max: 24, optional: true, cell: func(_ model.Lang, r goalRow) cell {
		return labelCell(r.code)
	}},
	{head: model.Text{ZH: "名称", EN: "Title"}, max: 30, cell: func(_ model.Lang, r goalRow) cell {
		return textCell(r.title)
	}},
	{head: model.Text{ZH: "序号", EN: "No."}, max: 6, cell: func(_ model.Lang, r goalRow) cell {
		if r.seq == 0 {
			return cell{}
		}
		return countCell(r.seq)
	}},
	{head: model.Text{ZH: "内容", EN: "Text"}, max: 80, cell: func(_ model.Lang, r goalRow) cell {
		return textCell(r.text)
	}},
	{head: model.Text{ZH: "绩效指标", EN: "Indicators"}, max: 60, optional: true, cell: func(_ model.Lang, r goalRow) cell {
		return textCell(r.indicators)
	}},
}

var (
	sectionOverall  = model.Text{ZH: "总体绩效目标", EN: "Overall goal"}
	sectionItem     = model.Text{ZH: "分项绩效目标", EN: "Goal by field"}
	sectionMeasure  = model.Text{ZH: "工作保障措施", EN: "Measure"}
	sectionProject  = model.Text{ZH: "项目绩效目标", EN: "Project goal"}
	sectionLongTerm = model.Text{ZH: "项目中长期目标", EN: "Long-term project goal"}
)

// goalRows are the narrative part and then the goals of each project.
func goalRows(d *model.Document) []goalRow {
	var rows []goalRow
	if o := d.Outline; o != nil {
		if o.Overall != "" {
			rows = append(rows, goalRow{section: sectionOverall, text: o.Overall})
		}
		for i, item := range o.Items {
			rows = append(rows, goalRow{section: sectionItem, seq: i + 1, title: item.Title, text: item.Goal, indicators: item.Indicators})
		}
		for i, m := range o.Measures {
			rows = append(rows, goalRow{section: sectionMeasure, seq: i + 1, title: m.Title, text: m.Text})
		}
	}
	for i := range d.Projects {
		p := &d.Projects[i]
		for k, g := range p.Goals {
			rows = append(rows, goalRow{section: sectionProject, seq: k + 1, code: p.Code, title: p.Name, text: g})
		}
		if p.LongTerm == nil {
			continue
		}
		for k, g := range p.LongTerm.Goals {
			rows = append(rows, goalRow{section: sectionLongTerm, seq: k + 1, code: p.Code, title: p.Name, text: g})
		}
	}
	return rows
}
