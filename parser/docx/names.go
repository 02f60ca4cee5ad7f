package docx

// element names what the reader knows; everything else is elOther, through
// which it looks without reading it.
type element uint8

// Names are those of ISO/IEC 29500-1 §17 without prefix; the last four belong to
// Markup Compatibility (ISO/IEC 29500-3) and Office Math (§22.1).
const (
	elOther element = iota
	elAbstractNum
	elAbstractNumID
	elAltChunk
	elBasedOn
	elBody
	elBookmarkEnd
	elBookmarkStart
	elBr
	elCellDel
	elCellIns
	elCellMerge
	elCheckBox
	elChecked
	elCr
	elDdList
	elDefault
	elDel
	elDelText
	elDocPartGallery
	elDocument
	elFldChar
	elFldSimple
	elGridAfter
	elGridBefore
	elGridCol
	elGridSpan
	elHMerge
	elHyperlink
	elIlvl
	elIns
	elInstrText
	elIsLgl
	elLastRenderedPageBreak
	elListEntry
	elLvl
	elLvlOverride
	elLvlRestart
	elLvlText
	elMoveFrom
	elMoveTo
	elName
	elNoBreakHyphen
	elNum
	elNumFmt
	elNumID
	elNumPr
	elNumStyleLink
	elP
	elPPr
	elPPrChange
	elPStyle
	elPTab
	elR
	elRPr
	elRPrChange
	elRStyle
	elResult
	elRt
	elSdtEndPr
	elSdtPr
	elSectPr
	elSoftHyphen
	elStart
	elStartOverride
	elStyle
	elStyleLink
	elSym
	elT
	elTab
	elTbl
	elTblGrid
	elTblGridChange
	elTblHeader
	elTblPr
	elTblPrEx
	elTc
	elTcPr
	elTcPrChange
	elTr
	elTrPr
	elTrPrChange
	elTxbxContent
	elVMerge
	elVanish
	elAlternateContent
	elChoice
	elFallback
	elMathT
)

var elementNames = [...]string{
	elAbstractNum: "abstractNum", elAbstractNumID: "abstractNumId", elAltChunk: "altChunk",
	elBasedOn: "basedOn", elBody: "body", elBookmarkEnd: "bookmarkEnd", elBookmarkStart: "bookmarkStart",
	elBr: "br", elCellDel: "cellDel", elCellIns: "cellIns", elCellMerge: "cellMerge",
	elCheckBox: "checkBox", elChecked: "checked", elCr: "cr", elDdList: "ddList", elDefault: "default",
	elDel: "del", elDelText: "delText", elDocPartGallery: "docPartGallery", elDocument: "document",
	elFldChar: "fldChar", elFldSimple: "fldSimple", elGridAfter: "gridAfter", elGridBefore: "gridBefore",
	elGridCol: "gridCol", elGridSpan: "gridSpan", elHMerge: "hMerge", elHyperlink: "hyperlink",
	elIlvl: "ilvl", elIns: "ins", elInstrText: "instrText", elIsLgl: "isLgl",
	elLastRenderedPageBreak: "lastRenderedPageBreak", elListEntry: "listEntry", elLvl: "lvl",
	elLvlOverride: "lvlOverride", elLvlRestart: "lvlRestart", elLvlText: "lvlText",
	elMoveFrom: "moveFrom", elMoveTo: "moveTo", elName: "name", elNoBreakHyphen: "noBreakHyphen",
	elNum: "num", elNumFmt: "numFmt", elNumID: "numId", elNumPr: "numPr", elNumStyleLink: "numStyleLink",
	elP: "p", elPPr: "pPr", elPPrChange: "pPrChange", elPStyle: "pStyle", elPTab: "ptab",
	elR: "r", elRPr: "rPr", elRPrChange: "rPrChange", elRStyle: "rStyle", elResult: "result", elRt: "rt",
	elSdtEndPr: "sdtEndPr", elSdtPr: "sdtPr", elSectPr: "sectPr", elSoftHyphen: "softHyphen",
	elStart: "start", elStartOverride: "startOverride", elStyle: "style", elStyleLink: "styleLink",
	elSym: "sym", elT: "t", elTab: "tab", elTbl: "tbl", elTblGrid: "tblGrid", elTblGridChange: "tblGridChange",
	elTblHeader: "tblHeader", elTblPr: "tblPr", elTblPrEx: "tblPrEx", elTc: "tc", elTcPr: "tcPr",
	elTcPrChange: "tcPrChange", elTr: "tr", elTrPr: "trPr", elTrPrChange: "trPrChange",
	elTxbxContent: "txbxContent", elVMerge: "vMerge", elVanish: "vanish",
}

// holdsNoText are the elements of the body whose text would be no one's: only
// what stands in them may hold some. In elements that are not known here text
// is another vocabulary's (the position of a drawing).
var holdsNoText = [...]bool{
	elDocument: true, elBody: true, elP: true, elR: true, elTbl: true, elTr: true, elTc: true,
	elIns: true, elMoveTo: true, elHyperlink: true, elFldSimple: true, elTxbxContent: true,
	elMathT: false, // the last: every element has its place
}

// slots is an open-addressed hash of elementNames: looking a name up is on the
// path of every start tag, where a switch over strings costs three times this.
var slots = func() (table [512]element) {
	for el := range elementNames {
		name := elementNames[el]
		if name == "" {
			continue
		}
		h := slot([]byte(name))
		for table[h] != elOther {
			h = (h + 1) % len(table)
		}
		table[h] = element(el)
	}
	return table
}()

func slot(name []byte) int {
	n := len(name)
	return (int(name[0])*31 + int(name[n-1])*7 + int(name[n/2])*3 + n*67) % 512
}

// named is the element with a local name of the WordprocessingML namespace.
func named(local []byte) element {
	if len(local) == 0 {
		return elOther
	}
	for h := slot(local); slots[h] != elOther; h = (h + 1) % len(slots) {
		if elementNames[slots[h]] == string(local) {
			return slots[h]
		}
	}
	return elOther
}

// space is a namespace the reader tells apart.
type space uint8

const (
	spaceOther space = iota
	spaceWord
	spaceCompatibility
	spaceMath
	spaceOffice // understood in mc:Choice/@Requires, not read
)

// namespaces: transitional and strict (ISO/IEC 29500-4 and -1, annex A).
var namespaces = map[string]space{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":        spaceWord,
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                    spaceWord,
	"http://schemas.openxmlformats.org/markup-compatibility/2006":         spaceCompatibility,
	"http://schemas.openxmlformats.org/officeDocument/2006/math":          spaceMath,
	"http://purl.oclc.org/ooxml/officeDocument/math":                      spaceMath,
	"http://schemas.microsoft.com/office/word/2010/wordprocessingShape":   spaceOffice,
	"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup":   spaceOffice,
	"http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas":  spaceOffice,
	"http://schemas.microsoft.com/office/word/2010/wordprocessingInk":     spaceOffice,
	"http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing": spaceOffice,
	"http://schemas.microsoft.com/office/word/2010/wordml":                spaceOffice,
	"http://schemas.microsoft.com/office/word/2012/wordml":                spaceOffice,
	"http://schemas.microsoft.com/office/word/2015/wordml/symex":          spaceOffice,
	"http://schemas.microsoft.com/office/drawing/2010/main":               spaceOffice,
	"http://schemas.microsoft.com/office/drawing/2014/chartex":            spaceOffice,
}
