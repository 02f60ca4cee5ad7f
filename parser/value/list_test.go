package value

import (
	"io/fs"
	"os"
	"regexp"
	"testing"

	"jxmb/model/quantity"
	"jxmb/model/tsv"
)

// TestLists: the lists of words.tsv are those that the code asks for, and their words
// are spelled as the texts that are searched for them.
func TestLists(t *testing.T) {
	t.Parallel()
	asked := map[string]bool{}
	for _, dir := range []string{".", "lex"} {
		names, err := fs.Glob(os.DirFS(dir), "*.go")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			source, err := os.ReadFile(dir + "/" + name)
			if err != nil {
				t.Fatal(err)
			}
			for _, call := range regexp.MustCompile(`\bListed\("([^"]+)"\)`).FindAllSubmatch(source, -1) {
				asked[string(call[1])] = true
			}
		}
	}
	table, err := os.ReadFile("lex/words.tsv")
	if err != nil {
		t.Fatal(err)
	}
	held := map[string]bool{}
	err = tsv.Each("words.tsv", string(table), 3, func(row []string) error {
		held[row[0]] = true
		if quantity.Folded(row[1]) != row[1] {
			t.Errorf("%s is not folded", row[1])
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for list := range held {
		if !asked[list] {
			t.Errorf("nobody asks for the list %q", list)
		}
	}
}
