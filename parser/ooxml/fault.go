package ooxml

import "jxmb/model"

// saveAgain is the way out of most damage: Word repairs what it opens.
var saveAgain = model.Text{
	ZH: "请用 Word 或 WPS 打开该文件，按提示修复后“另存为” .docx；打不开时请报送单位重新发送",
	EN: "open the file in Word or WPS, let it repair the file and save it as .docx; if it does not open, ask for it to be sent again",
}

// Fail ends the scan with an error; the first one stays.
func (s *Scanner) Fail(e *model.Fault) token {
	if s.Err == nil {
		s.Err = e
	}
	s.Pos, s.Empty = len(s.Src), false
	return EOF
}

// broken ends the scan: the part is not well-formed at offset.
func (s *Scanner) broken(offset int, zh, en string, args ...any) token {
	return s.Fail(&model.Fault{
		Kind: model.FaultBrokenXML, Place: model.InPart(s.Part, int64(offset)),
		What: model.Text{
			ZH: "XML 有误：" + model.Chinese.Say(zh, en, args...),
			EN: "broken XML: " + model.English.Say(zh, en, args...),
		},
		Hint: saveAgain,
	})
}

// mismatch reports the end tag at s.pos.
func (s *Scanner) mismatch() token {
	top := s.stack[len(s.stack)-1]
	want := s.Src[top.name : top.name+int(top.length)]
	got := s.Src[s.Pos+2:]
	for i, c := range got {
		if nameClass[c] > nameColon {
			got = got[:i]
			break
		}
	}
	return s.broken(s.Pos, "应为 </%.40s>，却是 </%.40s>", "expected </%.40s>, found </%.40s>", want, got)
}

func dtdFault(part string, offset int64) *model.Fault {
	return &model.Fault{
		Kind: model.FaultDTD, Place: model.InPart(part, offset),
		What: model.Text{
			ZH: "含有文档类型声明（DTD），Word 从不写入，可能用于攻击，不予读取",
			EN: "holds a document type declaration (DTD), which Word never writes and attacks use; it is refused",
		},
		Hint: model.Text{
			ZH: "请核实文件来源；在 Word 中打开后另存为新的 .docx",
			EN: "check where the file comes from; open it in Word and save it as a new .docx",
		},
	}
}

// FileFault is an error about the file itself rather than one of its parts.
func FileFault(kind model.FaultKind, what, hint model.Text) *model.Fault {
	return &model.Fault{Kind: kind, What: what, Hint: hint}
}

// PartFault is an error about a part as a whole.
func PartFault(kind model.FaultKind, part string, what model.Text, cause error) *model.Fault {
	return &model.Fault{Kind: kind, Place: model.InPart(part, -1), What: what, Hint: saveAgain, Err: cause}
}
