package form

import (
	"strings"
	"testing"

	"jxmb/parser/block"
	"jxmb/parser/form/draft"
)

// TestNoteKinds: every decision of the Word reader has a finding; without one the
// document could not be read at all.
func TestNoteKinds(t *testing.T) {
	for _, kind := range []block.NoteKind{
		block.NoteBookmarkOpen, block.NoteBookmarkTwice, block.NoteTracked, block.NoteHidden, block.NoteMergeOrphan, block.NoteMergeText,
		block.NoteSpanClamped, block.NoteInvalidText, block.NoteUnknownEncoding, block.NoteAltChunk,
		block.NoteStruck, block.NoteField, block.NoteObject, block.NoteAside, block.NoteMargin,
	} {
		rule, ok := draft.NoteRules[kind]
		if !ok || !strings.HasPrefix(draft.Rules[rule].Code, "D") {
			t.Errorf("no rule for note %s", kind)
		}
	}
}
