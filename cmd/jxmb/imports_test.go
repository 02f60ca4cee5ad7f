package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// arrows lists, for each package, every package of this module that it may
// import. The flow is docx → form → model ← check, render; what is not listed
// here is not an arrow.
var arrows = map[string][]string{
	"jxmb/model":                      {},
	"jxmb/model/tsv":                  {},
	"jxmb/model/quantity":             {"jxmb/model", "jxmb/model/tsv"},
	"jxmb/model/check":                {"jxmb/model", "jxmb/model/compare", "jxmb/model/library", "jxmb/model/profile", "jxmb/model/quantity", "jxmb/model/tsv"},
	"jxmb/model/check/across":         {"jxmb/model", "jxmb/model/check", "jxmb/model/quantity"},
	"jxmb/model/compare":              {"jxmb/model", "jxmb/model/quantity", "jxmb/model/tsv"},
	"jxmb/model/library":              {"jxmb/model", "jxmb/model/quantity"},
	"jxmb/model/review":               {"jxmb/model", "jxmb/model/quantity"},
	"jxmb/model/profile":              {"jxmb/model", "jxmb/model/quantity"},
	"jxmb/parser/block":               {},
	"jxmb/parser/ooxml":               {"jxmb/model"},
	"jxmb/parser/msword":              {"jxmb/model/tsv", "jxmb/parser/block"},
	"jxmb/parser/doc":                 {"jxmb/model", "jxmb/model/tsv", "jxmb/parser/block", "jxmb/parser/msword", "jxmb/parser/ooxml"},
	"jxmb/parser/docx":                {"jxmb/model", "jxmb/parser/block", "jxmb/parser/msword", "jxmb/parser/ooxml"},
	"jxmb/parser/value":               {"jxmb/model", "jxmb/model/quantity", "jxmb/parser/value/lex"},
	"jxmb/parser/value/lex":           {"jxmb/model", "jxmb/model/quantity", "jxmb/model/tsv"},
	"jxmb/parser/text":                {"jxmb/model", "jxmb/parser/block"},
	"jxmb/parser/xlsx":                {"jxmb/model", "jxmb/model/tsv", "jxmb/parser/block", "jxmb/parser/ooxml"},
	"jxmb/parser/html":                {"jxmb/model", "jxmb/parser/block", "jxmb/parser/msword"},
	"jxmb/parser/form":                {"jxmb/model", "jxmb/model/quantity", "jxmb/parser/block", "jxmb/parser/form/beside", "jxmb/parser/form/draft", "jxmb/parser/form/label", "jxmb/parser/form/money", "jxmb/parser/form/record", "jxmb/parser/form/sheet", "jxmb/parser/value"},
	"jxmb/parser/form/beside":         {"jxmb/parser/form/label", "jxmb/parser/form/sheet"},
	"jxmb/parser/form/draft":          {"jxmb/model", "jxmb/model/quantity", "jxmb/parser/block", "jxmb/parser/form/beside", "jxmb/parser/form/label", "jxmb/parser/form/sheet"},
	"jxmb/parser/form/record":         {"jxmb/model", "jxmb/model/quantity", "jxmb/parser/block", "jxmb/parser/form/draft", "jxmb/parser/form/label", "jxmb/parser/form/money", "jxmb/parser/form/sheet", "jxmb/parser/value"},
	"jxmb/parser/form/money":          {"jxmb/model", "jxmb/model/quantity", "jxmb/parser/form/beside", "jxmb/parser/form/draft", "jxmb/parser/form/label", "jxmb/parser/form/sheet"},
	"jxmb/parser/form/label":          {"jxmb/model", "jxmb/model/quantity", "jxmb/model/tsv"},
	"jxmb/parser/form/sheet":          {"jxmb/model", "jxmb/model/quantity", "jxmb/parser/block", "jxmb/parser/form/label", "jxmb/parser/value"},
	"jxmb/parser":                     {"jxmb/model", "jxmb/parser/block", "jxmb/parser/doc", "jxmb/parser/docx", "jxmb/parser/text", "jxmb/parser/html", "jxmb/parser/xlsx", "jxmb/parser/form", "jxmb/parser/ooxml", "jxmb/parser/value"},
	"jxmb/render":                     {"jxmb/model", "jxmb/model/compare", "jxmb/model/tsv", "jxmb/render/csv", "jxmb/render/flat", "jxmb/render/parquet", "jxmb/render/pdf", "jxmb/render/profile", "jxmb/render/view", "jxmb/render/xlsx"},
	"jxmb/render/csv":                 {"jxmb/model", "jxmb/render/flat", "jxmb/render/view"},
	"jxmb/render/flat":                {"jxmb/model", "jxmb/render/view"},
	"jxmb/render/font":                {},
	"jxmb/render/grid":                {"jxmb/model", "jxmb/parser/block"},
	"jxmb/render/parquet":             {"jxmb/model", "jxmb/render/flat", "jxmb/render/view"},
	"jxmb/render/pdf":                 {"jxmb/model", "jxmb/model/quantity", "jxmb/render/font", "jxmb/render/view"},
	"jxmb/render/profile":             {"jxmb/model", "jxmb/model/profile", "jxmb/render/view"},
	"jxmb/render/view":                {"jxmb/model", "jxmb/model/compare", "jxmb/model/profile", "jxmb/model/quantity"},
	"jxmb/render/word":                {"jxmb/model", "jxmb/parser/ooxml", "jxmb/render/view"},
	"jxmb/render/workbook":            {"jxmb/model", "jxmb/parser/ooxml", "jxmb/render/view"},
	"jxmb/render/xlsx":                {"jxmb/model", "jxmb/model/compare", "jxmb/render/view"},
	"jxmb/cmd/internal/fault":         {"jxmb/model"},
	"jxmb/cmd/internal/early":         {},
	"jxmb/cmd/internal/garbage":       {},
	"jxmb/cmd/internal/bucket":        {"jxmb/model"},
	"jxmb/cmd/internal/batch/content": {"jxmb/model", "jxmb/parser", "jxmb/parser/ooxml"},
	"jxmb/cmd/internal/batch/folder":  {"jxmb/cmd/internal/batch/content", "jxmb/cmd/internal/fault", "jxmb/model", "jxmb/parser"},
	"jxmb/cmd/internal/batch/legacy":  {"jxmb/cmd/internal/batch/content", "jxmb/model", "jxmb/parser", "jxmb/parser/form", "jxmb/parser/ooxml"},
	"jxmb/cmd/internal/batch/source":  {"jxmb/cmd/internal/batch/content", "jxmb/cmd/internal/bucket", "jxmb/cmd/internal/fault", "jxmb/model", "jxmb/parser/ooxml", "jxmb/render", "jxmb/render/view"},
	"jxmb/cmd/internal/batch":         {"jxmb/cmd/internal/batch/content", "jxmb/cmd/internal/batch/folder", "jxmb/cmd/internal/batch/legacy", "jxmb/cmd/internal/batch/source", "jxmb/cmd/internal/fault", "jxmb/model", "jxmb/model/check", "jxmb/model/check/across", "jxmb/model/review", "jxmb/parser", "jxmb/parser/form", "jxmb/parser/ooxml", "jxmb/render", "jxmb/render/view"},
	"jxmb/cmd/internal/web":           {"jxmb/cmd/internal/batch", "jxmb/cmd/internal/fault", "jxmb/cmd/internal/web/worker", "jxmb/model", "jxmb/model/review", "jxmb/parser", "jxmb/render", "jxmb/render/grid", "jxmb/render/view"},
	"jxmb/cmd/internal/web/worker":    {"jxmb/cmd/internal/batch", "jxmb/cmd/internal/batch/source", "jxmb/cmd/internal/fault", "jxmb/model", "jxmb/model/check", "jxmb/model/review", "jxmb/parser", "jxmb/parser/ooxml", "jxmb/render", "jxmb/render/grid"},
	"jxmb/cmd/internal/web/browser":   {},
	"jxmb/cmd/jxmb":                   {"*"},
}

func TestImportArrows(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}}\t{{join .Imports \" \"}}", "jxmb/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	seen := map[string]bool{}
	for line := range strings.Lines(string(out)) {
		pkg, imports, _ := strings.Cut(strings.TrimSpace(line), "\t")
		seen[pkg] = true
		if strings.HasPrefix(pkg, "jxmb/fixtures") {
			continue // fixtures are imported by tests only, which the loop below holds
		}
		allowed, listed := arrows[pkg]
		if !listed {
			t.Errorf("%s is not in the table of arrows", pkg)
		}
		for _, imp := range strings.Fields(imports) {
			if strings.HasPrefix(imp, "jxmb/") && !slices.Contains(allowed, imp) && !slices.Contains(allowed, "*") {
				t.Errorf("%s must not import %s", pkg, imp)
			}
			if strings.HasPrefix(imp, "jxmb/fixtures") {
				t.Errorf("%s imports %s outside its tests", pkg, imp)
			}
		}
	}
	for pkg := range arrows {
		if !seen[pkg] {
			t.Errorf("%s stands in the table of arrows but does not exist", pkg)
		}
	}
}
