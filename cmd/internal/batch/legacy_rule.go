package batch

import (
	"jxmb/model"
	"jxmb/parser/form"
)

// LegacyRule is the finding on every document that LibreOffice had to convert.
// It stands beside those of package form, which never sees the old file.
var LegacyRule = form.Rule{
	Code:     "D019",
	Severity: model.Info,
	Title:    model.Text{ZH: "由旧格式转换后读取", EN: "converted from an old format"},
	Explanation: model.Text{
		ZH: ".doc、.wps、.rtf 先由 LibreOffice 转换成 docx 再读取；问题和各值的位置都指转换出来的文件。",
		EN: "LibreOffice converts .doc, .wps and .rtf to docx before they are read; the places of findings and values are those of that file.",
	},
	Hint: model.Text{ZH: "与原文件核对合并单元格和自动编号，或用 Word、WPS 另存为 .docx 再报送", EN: "compare merged cells and automatic numbers with the original, or have it saved as .docx with Word or WPS"},
}

// legacyFinding tells the reader of d what has been read.
func legacyFinding(l model.Lang) model.Finding {
	return model.Finding{
		Code: LegacyRule.Code, Severity: LegacyRule.Severity,
		Message: l.Say("此文件是旧格式，由 LibreOffice 转换为 docx 后读取", "the file is of an old format and was read after LibreOffice converted it to docx"),
		Hint:    LegacyRule.Hint.In(l),
	}
}
