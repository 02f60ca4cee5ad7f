package xlsx

import (
	"jxmb/model"
	"jxmb/parser/ooxml"
)

// What cannot be set, each named in the error that exceeding it gives. Excel's
// own limits are wider, those of a submission narrower.
const (
	maxSheets     = 1000      // of a workbook
	maxStrings    = 1 << 20   // shared strings
	maxMerges     = 1 << 17   // of a sheet
	maxStyles     = 65_490    // Excel's limit of cell formats
	maxFormatCode = 1024      // bytes of a number format; Excel allows some 250 characters
	maxRow        = 1_048_576 // Excel's limits of a sheet
	maxColumn     = 16_384
	maxFallback   = 500 // cells whose number excelize formats
)

// What a cell, a table's slot and the like take in memory, some bytes more than
// less: the budget is held against it before it is taken.
const (
	costCell  = 64
	costSlot  = 160
	costBlock = 128
	costNote  = 512 // with what is said of it later
)

// budget is what one document may take.
type budget struct {
	limits ooxml.Limits
	bytes  int64 // of markup left for sheets and strings
	result int64 // of the document left
}

func newBudget(l ooxml.Limits) *budget {
	return &budget{limits: l, bytes: l.PartBytes, result: l.ResultBytes}
}

// spend takes bytes of the result.
func (b *budget) spend(n int, part string) error {
	b.result -= int64(n)
	return b.holds(0, part)
}

// holds asks for bytes that are spent later: each cell takes a slot when the sheet
// is laid out, and one that has too many of them need not be read to its end.
func (b *budget) holds(n int, part string) error {
	if b.result < int64(n) {
		return ooxml.LimitFault(ooxml.LimitResult, b.limits.ResultBytes, part, -1)
	}
	return nil
}

// tooMany is the fault of a limit that cannot be set.
func tooMany(part string, max int, zh, en string) *model.Fault {
	return &model.Fault{Kind: model.FaultLimit, Place: model.InPart(part, -1),
		What: model.Text{ZH: model.Chinese.Say("%s超过 %d 的上限", "", zh, max), EN: model.English.Say("", "%s exceed the limit of %d", en, max)},
		Hint: model.Text{ZH: "删去无关的工作表、行列或样式后另存", EN: "delete sheets, rows or styles that do not belong to it and save it again"}}
}
