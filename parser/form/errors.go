package form

import (
	"jxmb/model"
	"jxmb/parser/form/label"
)

// noForm is the error for a document without forms: what it holds instead, and
// the labels that were looked for.
func (r *reader) noForm() *model.Fault {
	tables := 0
	for i := range r.doc.Blocks {
		if r.doc.Blocks[i].Table != nil {
			tables++
		}
	}
	return &model.Fault{
		Kind: model.FaultNoForm,
		What: model.Say("没有找到绩效目标表（共 %d 个表格；找过的标签：项目名称、项目编码、预算数、绩效目标，以及表头一级指标、二级指标、三级指标、指标值及其同义写法）",
			"no 绩效目标表 found (%d tables; labels looked for: 项目名称, 项目编码, 预算数, 绩效目标, and the header 一级指标, 二级指标, 三级指标, 指标值, or their synonyms)", tables),
		Hint: model.Say("请确认文件是绩效目标申报材料；表样特殊的，可用 --forms 加载自己的表样文件",
			"check that this is the submission; for a form of its own kind, load a form file with --forms"),
	}
}

// formsFault says why a form file cannot be used.
func formsFault(file string, err error) *model.Fault {
	return &model.Fault{
		Kind: model.FaultForms,
		What: label.Reason(label.Because("表样文件 %s 不能用：%v", "form file %s cannot be used: %v", file, err)),
		Hint: model.Text{ZH: "各键的含义见 parser/form/forms/README.md", EN: "parser/form/forms/README.md explains the keys"},
		Err:  err,
	}
}
