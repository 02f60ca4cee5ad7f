package flat

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"jxmb/model"
)

var update = flag.Bool("update", false, "write the table of columns")

// TestDocumentation holds the page of columns against the columns.
func TestDocumentation(t *testing.T) {
	const path = "../TABLES.md"
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	start, end := []byte("<!-- columns -->\n"), []byte("<!-- end -->\n")
	before, rest, found := bytes.Cut(page, start)
	_, after, closed := bytes.Cut(rest, end)
	if !found || !closed {
		t.Fatal("the page has no place for the columns")
	}
	want := bytes.Join([][]byte{before, start, documentation(), end, after}, nil)
	if *update {
		if err := os.WriteFile(path, want, 0o666); err != nil {
			t.Fatal(err)
		}
	} else if !bytes.Equal(page, want) {
		t.Error("TABLES.md does not list the columns there are; go test ./render/flat -update")
	}
}

// documentation is the columns of all tables as a table for readers, in
// Markdown.
func documentation() []byte {
	var b strings.Builder
	b.WriteString("| column | type | holds | 含义 | in |\n| --- | --- | --- | --- | --- |\n")
	seen := map[string]bool{}
	for _, t := range Tables {
		for _, c := range t.Columns {
			if seen[c.Name] {
				continue
			}
			seen[c.Name] = true
			fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s |\n", c.Name, sqlTypes[c.Kind], c.About.EN, c.About.ZH, holders(c.Name))
		}
	}
	return []byte(b.String())
}

// holders are the tables that have a column of the name.
func holders(name string) string {
	var tables []string
	for _, t := range Tables {
		for _, c := range t.Columns {
			if c.Name == name {
				tables = append(tables, t.Name)
			}
		}
	}
	return strings.Join(tables, ", ")
}

// TestColumns holds names that every database takes, each once in a table and
// with one meaning in all of them.
func TestColumns(t *testing.T) {
	kinds := map[string]Kind{}
	for _, table := range Tables {
		seen := map[string]bool{}
		for _, c := range table.Columns {
			if strings.Trim(c.Name, "abcdefghijklmnopqrstuvwxyz_0123456789") != "" || seen[c.Name] || c.About.ZH == "" || c.About.EN == "" {
				t.Errorf("%s.%s", table.Name, c.Name)
			}
			if kind, known := kinds[c.Name]; known && kind != c.Kind {
				t.Errorf("%s is of two kinds", c.Name)
			}
			seen[c.Name], kinds[c.Name] = true, c.Kind
		}
	}
	for _, l := range []model.Lang{model.Chinese, model.English} {
		if ddl := string(SQL(l)); strings.Count(ddl, "CREATE TABLE ") != 3 || strings.Count(ddl, "PRIMARY KEY") != 2 {
			t.Errorf("%s", ddl)
		}
	}
}
