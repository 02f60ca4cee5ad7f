package ooxml

import "testing"

// TestSamePart: members whose names are spelled in other ways are the part.
func TestSamePart(tt *testing.T) {
	for member, same := range map[string]bool{
		"word/文档.xml": true, "Word/文档.XML": true, "/word/文档.xml": true, `word\文档.xml`: true, "word/%E6%96%87%e6%A1%A3.xml": true,
		"word/文.xml": false, "word/%E6%96%87.xml": false, "word/%E6%96.xml": false, "word/%zz.xml": false,
	} {
		if got := samePart(member, "word/文档.xml"); got != same {
			tt.Errorf("%s is the part: %v", member, got)
		}
	}
}
