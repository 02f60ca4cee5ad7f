package flat

import (
	"slices"

	"jxmb/model"
)

var findingColumns = slices.Concat([]Column{
	fileColumns[0],
	text("project_id", "项目标识", "id of the project", func(r *Row) string { return r.Finding.Project }),
	text("project_code", "项目编码", "code of the project", func(r *Row) string {
		if r.Project == nil {
			return ""
		}
		return r.Project.Code
	}),
	text("indicator_id", "指标标识", "id of the indicator", func(r *Row) string { return r.Finding.Indicator }),
	text("code", "问题代码", "code of the finding", func(r *Row) string { return r.Finding.Code }),
	text("severity", "级别：error、warning、info", "severity: error, warning or info", func(r *Row) string { return string(r.Finding.Severity) }),
	text("subject", "对象", "what it is about, for people", func(r *Row) string { return r.Finding.Subject }),
	text("message", "说明", "what is wrong", func(r *Row) string { return r.Finding.Message }),
	text("hint", "建议", "what to do", func(r *Row) string { return r.Finding.Hint }),
	text("args", "规则所见，JSON 对象", "what the rule found, a JSON object", func(r *Row) string { return string(model.AppendJSON(nil, &r.Finding.Args, false)) }),
}, placeColumns(func(r *Row) model.Origin { return r.Finding.Origin }))

// placeColumns are the place of a row in its file.
func placeColumns(of func(*Row) model.Origin) []Column {
	return []Column{
		text("place_bookmark", "书签", "bookmark", func(r *Row) string { return of(r).Bookmark }),
		whole("place_table", "表序", "number of the table", func(r *Row) int { return of(r).Table }),
		whole("place_row", "行", "row in the table", func(r *Row) int { return of(r).Row }),
		whole("place_column", "列", "column in the table", func(r *Row) int { return of(r).Column }),
		text("place_sheet", "工作表", "sheet of a workbook", func(r *Row) string { return of(r).Sheet }),
		text("place_cell", "单元格", "cell of a workbook", func(r *Row) string { return of(r).Cell }),
	}
}
