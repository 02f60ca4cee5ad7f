package parser

import (
	"jxmb/model"
	"jxmb/parser/value"
)

// Reread reads a text in the place of a target or an actual value of an indicator.
// Its readings are placed in the text, since no file holds it.
func Reread(text string, was *model.Value, in *model.Indicator) model.Value {
	hint := value.Hint{Name: in.Level3, Description: in.Description, Level2: in.Level2}
	if was.UnitSource == model.UnitFromColumn {
		hint.Unit = was.Unit
	}
	return value.Parse(text, hint)
}
