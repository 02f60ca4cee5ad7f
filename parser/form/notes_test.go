package form

import (
	"strings"
	"testing"

	"jxmb/parser/docx"
)

// TestNoteKinds: every decision of the Word reader has a finding; without one the
// document could not be read at all.
func TestNoteKinds(t *testing.T) {
	for _, kind := range []docx.NoteKind{
		docx.NoteBookmarkOpen, docx.NoteBookmarkTwice, docx.NoteTracked, docx.NoteHidden, docx.NoteMergeOrphan, docx.NoteMergeText,
		docx.NoteSpanClamped, docx.NoteInvalidText, docx.NoteUnknownEncoding, docx.NoteAltChunk,
	} {
		rule, ok := noteRules[kind]
		if !ok || !strings.HasPrefix(Rules[rule].Code, "D") {
			t.Errorf("no rule for note %s", kind)
		}
	}
}
