package form

import (
	"strings"

	"jxmb/model"
	"jxmb/parser/block"
	"jxmb/parser/form/draft"
	"jxmb/parser/form/label"
)

// noForm is the error for a document without forms: what it holds instead, and
// the labels that were looked for.
func (r *reader) noForm() *model.Fault {
	tables := 0
	for i := range r.Doc.Blocks {
		if r.Doc.Blocks[i].Table != nil {
			tables++
		}
	}
	if f := r.notText(tables); f != nil {
		return f
	}
	if f := r.notShown(); f != nil {
		return f
	}
	return &model.Fault{
		Kind: model.FaultNoForm,
		What: model.Say("没有找到绩效目标表（共 %d 个表格；找过的标签：项目名称、项目编码、预算数、绩效目标，以及表头一级指标、二级指标、三级指标、指标值及其同义写法）",
			"no 绩效目标表 found (%d tables; labels looked for: 项目名称, 项目编码, 预算数, 绩效目标, and the header 一级指标, 二级指标, 三级指标, 指标值, or their synonyms)", tables),
		Hint: model.Say("请确认文件是绩效目标申报材料；表样特殊的，可用 --forms 加载自己的表样文件",
			"check that this is the submission; for a form of its own kind, load a form file with --forms"),
	}
}

// notText is the error for a document whose content is no text of its own: it
// is imported, a picture or an embedded object. Nil for any other.
func (r *reader) notText(tables int) *model.Fault {
	if tables > 0 {
		return nil
	}
	for _, n := range r.Doc.Notes {
		switch n.Kind {
		case block.NoteAltChunk:
			if n.Text == block.SubDocument {
				return &model.Fault{Kind: model.FaultNoForm,
					What: model.Say("没有找到绩效目标表：文件是主控文档，内容在别的文件里，没有并入正文", "no 绩效目标表 found: this is a master document whose content stands in files of its own (w:subDoc)"),
					Hint: model.Say("请用 Word 打开，在大纲视图中展开子文档并取消链接，另存后再转换；或直接转换各子文档", "open it in Word, expand the subdocuments in the outline view, unlink them and save it; or convert the subdocuments themselves")}
			}
			return &model.Fault{Kind: model.FaultNoForm,
				What: model.Say("没有找到绩效目标表：文件的内容是嵌入的另一份文档，没有并入正文", "no 绩效目标表 found: the document imports its content (w:altChunk) and holds none itself"),
				Hint: model.Say("请用 Word 打开并另存为 .docx，嵌入的内容即并入正文，再转换", "open it in Word and save it as .docx, which merges the content, then convert again")}
		case block.NoteObject:
			name := model.Text{}
			if n.Text != "" {
				name = model.Say("（%s）", " (%s)", n.Text)
			}
			return &model.Fault{Kind: model.FaultNoForm,
				What: model.Text{
					ZH: "没有找到绩效目标表：文件里没有表格，只有图片或嵌入的对象" + name.ZH + "，其中的文字读不出来",
					EN: "no 绩效目标表 found: the document holds no table, only a picture or an embedded object" + name.EN + ", whose text cannot be read",
				},
				Hint: model.Say("请报送含有文字表格的原始文件；嵌入的 Excel 表请双击打开后复制为 Word 表格，或直接报送该工作簿", "ask for the original file with the table as text; open an embedded sheet and copy it as a Word table, or submit the workbook itself")}
		}
	}
	return nil
}

// notShown is the error for a document whose tables are filled with text that is
// struck out or hidden, and have no other. Nil for any other.
func (r *reader) notShown() *model.Fault {
	for i := range r.Doc.Blocks {
		if t := r.Doc.Blocks[i].Table; t != nil {
			for c := range t.Cells {
				if strings.TrimSpace(t.Cells[c].Text) != "" {
					return nil
				}
			}
		}
	}
	for _, n := range r.Doc.Notes {
		if n.Table == 0 || n.Kind != block.NoteStruck && n.Kind != block.NoteHidden {
			continue
		}
		return &model.Fault{Kind: model.FaultNoForm,
			What: model.Say("没有找到绩效目标表：表格里的文字全部划了删除线或设为隐藏（如“%s”），没有读取", "no 绩效目标表 found: all text of its tables is struck out or hidden (such as %q) and was not read", draft.Excerpt(n.Text)),
			Hint: model.Say("请在 Word 中全选后去掉删除线和隐藏（也可能来自样式），另存后再转换", "select all in Word, take strike-through and hidden away (a style may set them), save it and convert again")}
	}
	return nil
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
