package main

import (
	"bufio"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// What a function and a file may hold. A function that is over it is listed
// with its measures in shapeExceptions, a list that may only shrink.
const (
	maxBranches = 12  // if, for and case of a function
	maxJoined   = 3   // && and || of one condition
	maxFunction = 50  // lines
	maxFile     = 300 // lines

	shapeExceptions = "testdata/shape.tsv"
)

var shapes = flag.Bool("shapes", false, "write the exceptions that are needed today; a longer list is a step back")

// TestShape holds the shape of every function and file that is not a test.
func TestShape(t *testing.T) {
	if testing.Short() {
		t.Skip("a look at the whole tree, which is for the full run")
	}
	over := map[string]string{}
	files := goFiles(t)
	for _, file := range files {
		maps.Copy(over, shapesOf(t, file))
	}
	if len(files) < 100 {
		t.Fatalf("only %d files were looked at", len(files))
	}
	if *shapes {
		writeExceptions(t, over)
	}
	listed := readExceptions(t)
	for what, measure := range over {
		if was := measures(listed[what]); grew(was, measures(measure)) {
			t.Errorf("%s has %s; %s allows it %q", what, measure, shapeExceptions, listed[what])
		}
	}
	for what := range listed {
		if over[what] == "" {
			t.Errorf("%s no longer needs its line in %s", what, shapeExceptions)
		}
	}
}

// goFiles are the files of the project that are no tests and not made by a
// program.
func goFiles(t *testing.T) []string {
	t.Helper()
	var files []string
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		hidden := strings.HasPrefix(e.Name(), ".") && path != root
		if e.IsDir() && (hidden || e.Name() == "testdata") {
			return fs.SkipDir
		}
		if strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
			files = append(files, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// shapesOf measures what is over a limit in a file, by "file function".
func shapesOf(t *testing.T, path string) map[string]string {
	t.Helper()
	over := map[string]string{}
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	name := strings.TrimPrefix(filepath.ToSlash(path), "../../")
	if n := set.File(file.Pos()).LineCount(); n > maxFile {
		over[name] = fmt.Sprintf("lines=%d", n)
	}
	for _, d := range file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok || f.Body == nil {
			continue
		}
		var found []string
		for _, m := range []struct {
			name     string
			is, most int
		}{
			{"branches", branches(f.Body), maxBranches},
			{"joined", joined(f.Body), maxJoined},
			{"lines", set.Position(f.End()).Line - set.Position(f.Pos()).Line + 1, maxFunction},
		} {
			if m.is > m.most {
				found = append(found, fmt.Sprintf("%s=%d", m.name, m.is))
			}
		}
		if len(found) > 0 {
			over[name+" "+functionName(f)] = strings.Join(found, " ")
		}
	}
	return over
}

func functionName(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return f.Name.Name
	}
	kind := f.Recv.List[0].Type
	if star, ok := kind.(*ast.StarExpr); ok {
		kind = star.X
	}
	if generic, ok := kind.(*ast.IndexExpr); ok {
		kind = generic.X
	}
	if id, ok := kind.(*ast.Ident); ok {
		return id.Name + "." + f.Name.Name
	}
	return f.Name.Name
}

// branches counts the statements that part ways; && and || are counted by
// their condition.
func branches(body ast.Node) int {
	n := 0
	ast.Inspect(body, func(node ast.Node) bool {
		switch x := node.(type) {
		case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt:
			n++
		case *ast.CaseClause:
			if x.List != nil {
				n++
			}
		case *ast.CommClause:
			if x.Comm != nil {
				n++
			}
		}
		return true
	})
	return n
}

// joined is the most && and || that one expression joins, however it is
// bracketed.
func joined(body ast.Node) int {
	most := 0
	ast.Inspect(body, func(node ast.Node) bool {
		if e, ok := node.(ast.Expr); ok {
			most = max(most, joins(e))
		}
		return true
	})
	return most
}

func joins(e ast.Expr) int {
	switch x := e.(type) {
	case *ast.ParenExpr:
		return joins(x.X)
	case *ast.UnaryExpr:
		return joins(x.X)
	case *ast.BinaryExpr:
		if x.Op == token.LAND || x.Op == token.LOR {
			return 1 + joins(x.X) + joins(x.Y)
		}
	}
	return 0
}

// measures reads "branches=13 joined=4".
func measures(text string) map[string]int {
	out := map[string]int{}
	for _, field := range strings.Fields(text) {
		name, value, _ := strings.Cut(field, "=")
		out[name], _ = strconv.Atoi(value)
	}
	return out
}

func grew(was, is map[string]int) bool {
	for name, n := range is {
		if n > was[name] {
			return true
		}
	}
	return false
}

func readExceptions(t *testing.T) map[string]string {
	t.Helper()
	f, err := os.Open(shapeExceptions)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	listed := map[string]string{}
	for s := bufio.NewScanner(f); s.Scan(); {
		if what, measure, ok := strings.Cut(s.Text(), "\t"); ok {
			listed[what] = measure
		}
	}
	return listed
}

func writeExceptions(t *testing.T, over map[string]string) {
	t.Helper()
	var b strings.Builder
	for _, what := range slices.Sorted(maps.Keys(over)) {
		b.WriteString(what + "\t" + over[what] + "\n")
	}
	if err := os.WriteFile(shapeExceptions, []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestShapeIsMeasured holds the measures to functions whose shape is known.
func TestShapeIsMeasured(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p.go")
	joinedBy := func(n int) string { return strings.Repeat("a && (b || ", n/2) + "a" + strings.Repeat(")", n/2) }
	content := "package p\n\nfunc few(a, b bool) bool {\n" + strings.Repeat("\tif a {\n\t}\n", 12) + "\treturn !(" + joinedBy(2) + ") || b\n}\n" +
		"\ntype t struct{}\n\nfunc (*t) many(a, b bool) bool {\n" + strings.Repeat("\tfor a {\n\t}\n", 11) + "\tswitch {\n\tcase a:\n\tcase b:\n\tdefault:\n\t}\n\treturn " + joinedBy(4) + "\n}\n" +
		"\nfunc long() {\n" + strings.Repeat("\n", 49) + "}\n" + "\nfunc short() {\n" + strings.Repeat("\n", 48) + "}\n"
	if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for what, measure := range shapesOf(t, path) {
		got[what[strings.LastIndexByte(what, ' ')+1:]] = measure
	}
	if want := map[string]string{"t.many": "branches=13 joined=4", "long": "lines=51"}; !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if grew(measures("branches=13 joined=4"), measures("joined=4")) || !grew(measures("joined=4"), measures("joined=5")) || !grew(nil, measures("lines=51")) {
		t.Error("a measure grows by more than it had, or where there was none")
	}
}
