package ooxml

// Element names what the reader knows; everything else is elOther, through
// which it looks without reading it.
type Element uint8

// Names are those of ISO/IEC 29500-1 §17 without prefix; the last six belong to
// Markup Compatibility (ISO/IEC 29500-3), Office Math (§22.1) and [MS-DOCX].
const (
	ElOther Element = iota
	ElAbstractNum
	ElAbstractNumID
	ElAltChunk
	ElBasedOn
	elBody
	ElBookmarkEnd
	ElBookmarkStart
	ElBr
	ElCellDel
	ElCellIns
	ElCellMerge
	ElCheckBox
	ElChecked
	ElCr
	ElDdList
	ElDefault
	ElDel
	ElDelText
	ElDocPartGallery
	ElDocument
	ElFldChar
	ElFldSimple
	ElGridAfter
	ElGridBefore
	ElGridCol
	ElGridSpan
	ElHMerge
	ElHyperlink
	ElIlvl
	ElIns
	ElInstrText
	ElIsLgl
	ElLastRenderedPageBreak
	ElListEntry
	ElLvl
	ElLvlOverride
	ElLvlRestart
	ElLvlText
	ElMoveFrom
	ElMoveTo
	ElName
	ElNoBreakHyphen
	ElNum
	ElNumFmt
	ElNumID
	ElNumPr
	ElNumStyleLink
	ElP
	ElPPr
	ElPPrChange
	ElPStyle
	ElPTab
	ElR
	ElRPr
	ElRPrChange
	ElRStyle
	ElResult
	ElRt
	ElSdtEndPr
	ElSdtPr
	ElSectPr
	ElSoftHyphen
	ElStart
	ElStartOverride
	ElStyle
	ElStyleLink
	ElSym
	ElT
	ElTab
	ElTbl
	ElTblGrid
	ElTblGridChange
	ElTblHeader
	ElTblPr
	ElTblPrEx
	ElTc
	ElTcPr
	ElTcPrChange
	ElTr
	ElTrPr
	ElTrPrChange
	ElTxbxContent
	ElVMerge
	ElVanish
	ElComment
	ElCommentReference
	ElDataBinding
	ElDrawing
	ElDstrike
	ElEndnote
	ElEndnoteReference
	ElFldData
	ElFootnote
	ElFootnoteReference
	ElObject
	ElPict
	ElPosition
	ElRFonts
	ElSdt
	ElShowingPlcHdr
	ElStrike
	ElSz
	ElVertAlign
	ElColor
	ElHighlight
	ElShd
	ElSpecVanish
	ElSubDoc
	ElTblLook
	ElTblStyle
	ElTblStylePr
	ElTrHeight
	ElAlternateContent
	ElChoice
	ElFallback
	ElMath
	ElMathT
	ElSymEx
)

var elementNames = [...]string{
	ElAbstractNum: "abstractNum", ElAbstractNumID: "abstractNumId", ElAltChunk: "altChunk",
	ElBasedOn: "basedOn", elBody: "body", ElBookmarkEnd: "bookmarkEnd", ElBookmarkStart: "bookmarkStart",
	ElBr: "br", ElCellDel: "cellDel", ElCellIns: "cellIns", ElCellMerge: "cellMerge",
	ElCheckBox: "checkBox", ElChecked: "checked", ElCr: "cr", ElDdList: "ddList", ElDefault: "default",
	ElDel: "del", ElDelText: "delText", ElDocPartGallery: "docPartGallery", ElDocument: "document",
	ElFldChar: "fldChar", ElFldSimple: "fldSimple", ElGridAfter: "gridAfter", ElGridBefore: "gridBefore",
	ElGridCol: "gridCol", ElGridSpan: "gridSpan", ElHMerge: "hMerge", ElHyperlink: "hyperlink",
	ElIlvl: "ilvl", ElIns: "ins", ElInstrText: "instrText", ElIsLgl: "isLgl",
	ElLastRenderedPageBreak: "lastRenderedPageBreak", ElListEntry: "listEntry", ElLvl: "lvl",
	ElLvlOverride: "lvlOverride", ElLvlRestart: "lvlRestart", ElLvlText: "lvlText",
	ElMoveFrom: "moveFrom", ElMoveTo: "moveTo", ElName: "name", ElNoBreakHyphen: "noBreakHyphen",
	ElNum: "num", ElNumFmt: "numFmt", ElNumID: "numId", ElNumPr: "numPr", ElNumStyleLink: "numStyleLink",
	ElP: "p", ElPPr: "pPr", ElPPrChange: "pPrChange", ElPStyle: "pStyle", ElPTab: "ptab",
	ElR: "r", ElRPr: "rPr", ElRPrChange: "rPrChange", ElRStyle: "rStyle", ElResult: "result", ElRt: "rt",
	ElSdtEndPr: "sdtEndPr", ElSdtPr: "sdtPr", ElSectPr: "sectPr", ElSoftHyphen: "softHyphen",
	ElStart: "start", ElStartOverride: "startOverride", ElStyle: "style", ElStyleLink: "styleLink",
	ElSym: "sym", ElT: "t", ElTab: "tab", ElTbl: "tbl", ElTblGrid: "tblGrid", ElTblGridChange: "tblGridChange",
	ElTblHeader: "tblHeader", ElTblPr: "tblPr", ElTblPrEx: "tblPrEx", ElTc: "tc", ElTcPr: "tcPr",
	ElTcPrChange: "tcPrChange", ElTr: "tr", ElTrPr: "trPr", ElTrPrChange: "trPrChange",
	ElTxbxContent: "txbxContent", ElVMerge: "vMerge", ElVanish: "vanish",
	ElComment:           "comment",
	ElCommentReference:  "commentReference",
	ElDataBinding:       "dataBinding",
	ElDrawing:           "drawing",
	ElDstrike:           "dstrike",
	ElEndnote:           "endnote",
	ElEndnoteReference:  "endnoteReference",
	ElFldData:           "fldData",
	ElFootnote:          "footnote",
	ElFootnoteReference: "footnoteReference",
	ElObject:            "object",
	ElPict:              "pict",
	ElPosition:          "position",
	ElRFonts:            "rFonts",
	ElSdt:               "sdt",
	ElShowingPlcHdr:     "showingPlcHdr",
	ElStrike:            "strike",
	ElSz:                "sz",
	ElVertAlign:         "vertAlign",
	ElColor:             "color",
	ElHighlight:         "highlight",
	ElShd:               "shd",
	ElSpecVanish:        "specVanish",
	ElSubDoc:            "subDoc",
	ElTblLook:           "tblLook",
	ElTblStyle:          "tblStyle",
	ElTblStylePr:        "tblStylePr",
	ElTrHeight:          "trHeight",
}

// holdsNoText are the elements of the body whose text would be no one's: only
// what stands in them may hold some. In elements that are not known here text
// is another vocabulary's (the position of a drawing).
var holdsNoText = [...]bool{
	ElDocument: true, elBody: true, ElP: true, ElR: true, ElTbl: true, ElTr: true, ElTc: true,
	ElIns: true, ElMoveTo: true, ElHyperlink: true, ElFldSimple: true, ElTxbxContent: true,
	ElSymEx: false, // the last: every element has its place
}

// slots is an open-addressed hash of elementNames: looking a name up is on the
// path of every start tag, where a switch over strings costs three times this.
var slots = func() (table [512]Element) {
	for el := range elementNames {
		name := elementNames[el]
		if name == "" {
			continue
		}
		h := slot([]byte(name))
		for table[h] != ElOther {
			h = (h + 1) % len(table)
		}
		table[h] = Element(el)
	}
	return table
}()

func slot(name []byte) int {
	n := len(name)
	return (int(name[0])*31 + int(name[n-1])*7 + int(name[n/2])*3 + n*67) % 512
}

// named is the element with a local name of the WordprocessingML namespace.
func named(local []byte) Element {
	if len(local) == 0 {
		return ElOther
	}
	for h := slot(local); slots[h] != ElOther; h = (h + 1) % len(slots) {
		if elementNames[slots[h]] == string(local) {
			return slots[h]
		}
	}
	return ElOther
}

// space is a namespace the reader tells apart.
type space uint8

const (
	spaceOther space = iota
	spaceWord
	spaceCompatibility
	spaceMath
	spaceSymEx  // [MS-DOCX] §2.7: symbols beyond the Basic Multilingual Plane
	spaceOffice // understood in mc:Choice/@Requires, not read
)

const strictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main"

// namespaces: transitional and strict (ISO/IEC 29500-4 and -1, annex A).
var namespaces = map[string]space{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main": spaceWord,
	strictWord: spaceWord,
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
	"http://schemas.microsoft.com/office/word/2015/wordml/symex":          spaceSymEx,
	"http://schemas.microsoft.com/office/drawing/2010/main":               spaceOffice,
	"http://schemas.microsoft.com/office/drawing/2014/chartex":            spaceOffice,
}
