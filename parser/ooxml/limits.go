package ooxml

import "jxmb/model"

// Limits bound the work done for one file; a zero field means its default.
type Limits struct {
	Entries     int   // entries of the archive
	PartBytes   int64 // inflated bytes of the main part, real, not declared
	Ratio       int64 // inflated ÷ compressed bytes of a part, beyond the first MiB
	Depth       int   // nesting of XML elements
	Cells       int   // grid slots of one table
	CellBytes   int   // bytes of text of one cell, or of one paragraph outside tables
	ResultBytes int64 // bytes of the Document that is built
}

// DefaultLimits let every submission of a finance bureau through and keep the
// peak below 300 MiB.
var DefaultLimits = Limits{
	// Word writes 10 to 40; one picture an entry, a report full of
	// photographs stays below a thousand.
	Entries: 10_000,
	// The reference document with 13 projects has 1.1 MB: a whole city's
	// departments in one file.
	PartBytes: 128 << 20,
	// Deflate ends at 1032. Real parts lie between 10 and 30, a table of
	// equal empty rows reaches 300.
	Ratio: 700,
	// A table nested in a table costs three levels; Word itself stops at
	// some twenty nested tables.
	Depth: 512,
	// 10,000 rows of 30 columns; Word allows 63 columns. While a table is
	// read a cell takes some 400 bytes.
	Cells: 300_000,
	// The longest cell seen holds some ten thousand characters; Word's own
	// documents end at 32 MB of text.
	CellBytes: 4 << 20,
	// A document full of text has some 25 MB here for 100 MB of markup; a
	// thousand projects with nine thousand indicators have some 80.
	ResultBytes: 128 << 20,
}

// SmallPart bounds every part but the main one (styles, numbering,
// relationships): the largest known styles part has 2 MB.
const SmallPart = 16 << 20

// WithDefaults fills the zero fields.
func (l Limits) WithDefaults() Limits {
	d := DefaultLimits
	if l.Entries <= 0 {
		l.Entries = d.Entries
	}
	if l.PartBytes <= 0 {
		l.PartBytes = d.PartBytes
	}
	if l.Ratio <= 0 {
		l.Ratio = d.Ratio
	}
	if l.Depth <= 0 {
		l.Depth = d.Depth
	}
	if l.Cells <= 0 {
		l.Cells = d.Cells
	}
	if l.CellBytes <= 0 {
		l.CellBytes = d.CellBytes
	}
	if l.ResultBytes <= 0 {
		l.ResultBytes = d.ResultBytes
	}
	return l
}

// limit names one of [Limits] in messages.
type limit struct {
	field string // field of Limits, "" where the bound is fixed
	text  model.Text
}

var (
	limitEntries   = limit{"Entries", model.Text{ZH: "压缩包条目数", EN: "entries of the archive"}}
	LimitPart      = limit{"PartBytes", model.Text{ZH: "部件解压后的字节数", EN: "inflated bytes of the part"}}
	limitRatio     = limit{"Ratio", model.Text{ZH: "部件的压缩比", EN: "inflation ratio of the part"}}
	limitDepth     = limit{"Depth", model.Text{ZH: "XML 元素嵌套层数", EN: "nesting of XML elements"}}
	LimitCells     = limit{"Cells", model.Text{ZH: "一个表格的网格单元数", EN: "grid slots of one table"}}
	LimitCellBytes = limit{"CellBytes", model.Text{ZH: "一个单元格或段落的文字字节数", EN: "bytes of text of one cell or paragraph"}}
	LimitResult    = limit{"ResultBytes", model.Text{ZH: "读出内容占用的字节数", EN: "bytes of the document that is built"}}
	limitSmallPart = limit{"", model.Text{ZH: "附属部件（样式、编号、关系）解压后的字节数", EN: "inflated bytes of a side part (styles, numbering, relationships)"}}
	LimitPrls      = limit{"", model.Text{ZH: "重复引用的格式属性字节数", EN: "bytes of formatting that is referred to again and again"}}
	LimitLists     = limit{"", model.Text{ZH: "编号列表数", EN: "numbered lists"}}
	limitBindings  = limit{"", model.Text{ZH: "同时有效的命名空间前缀数", EN: "namespace prefixes in force"}}
)

// LimitFault says which limit was exceeded and what it is set to.
func LimitFault(l limit, max int64, part string, offset int64) *model.Fault {
	name, setting := model.Text{}, ""
	if l.field != "" {
		setting = "Limits." + l.field
		name = model.Text{ZH: "（" + setting + "）", EN: " (" + setting + ")"}
	}
	return &model.Fault{
		Kind: model.FaultLimit, Place: model.InPart(part, offset), Limit: setting,
		What: model.Text{
			ZH: model.Chinese.Say("%s超过上限 %d%s", "", l.text.ZH, max, name.ZH),
			EN: model.English.Say("", "%s exceed the limit of %d%s", l.text.EN, max, name.EN),
		},
		Hint: model.Text{
			ZH: "这不像正常的报送文件：请用 Word 或 Excel 打开核对后另存为新文件；确属真实文件时请拆成几个文件报送",
			EN: "this does not look like a submission: open it in Word or Excel, check it and save it as a new file; if it is a real one, split it",
		},
	}
}
