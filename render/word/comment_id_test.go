package word

import (
	"testing"

	"jxmb/fixtures/wml"
)

// TestHighCommentIds: an id at the end of the 32 bits that Word reads does not
// push new ones beyond them.
func TestHighCommentIds(t *testing.T) {
	m, err := readMarkup("word/document.xml", []byte(`<w:document xmlns:w="`+wml.Transitional+`"><w:body><w:p>`+
		`<w:commentRangeStart w:id="2147483647"/><w:commentRangeEnd w:id="2147483647"/><w:commentRangeStart w:id="7"/></w:p></w:body></w:document>`))
	if err != nil {
		t.Fatal(err)
	}
	c := &comments{main: m, own: map[string]bool{}}
	if c.number(); c.next != 8 {
		t.Errorf("the next id is %d, want 8", c.next)
	}
}
