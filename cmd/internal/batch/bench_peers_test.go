package batch

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"testing"
)

// peers are the programs people use today for the first step alone, getting at
// the cells. Each gets as many documents a process as it can take.
var peers = []struct {
	name, program string
	args          func(files []string) [][]string // one list a process
}{
	{"pandoc", "pandoc", func(files []string) (calls [][]string) {
		for _, f := range files {
			calls = append(calls, []string{"-f", "docx", "-t", "json", "-o", f + ".json", f})
		}
		return calls
	}},
	{"python-docx", "/usr/bin/python3", pythonCells("[c.text for c in row.cells]")},
	// Every w:tc once, by classes that python-docx keeps to itself: its fastest way.
	{"python-docx-private", "/usr/bin/python3", pythonCells("[_Cell(tc, t).text for tc in row._tr.tc_lst]")},
}

// pythonCells reads all files in one process, a row of cells by the expression.
func pythonCells(row string) func(files []string) [][]string {
	return func(files []string) [][]string {
		return [][]string{append([]string{"-c", `
import json, sys
import docx
from docx.table import _Cell
for name in sys.argv[1:]:
    cells = [[` + row + ` for row in t.rows] for t in docx.Document(name).tables]
    with open(name + ".json", "w") as out:
        json.dump(cells, out)
`}, files...)}
	}
}

// BenchmarkPeers reads ten of the documents that BenchmarkDocuments reads.
func BenchmarkPeers(b *testing.B) {
	docs, _ := submissions()
	dir := b.TempDir()
	var files []string
	for i, data := range docs[:10] {
		f := filepath.Join(dir, fmt.Sprintf("%d.docx", i))
		write(b, f, data)
		files = append(files, f)
	}
	for _, p := range peers {
		b.Run(p.name, func(b *testing.B) {
			if _, err := exec.LookPath(p.program); err != nil {
				b.Skipf("%s not found", p.name)
			}
			for b.Loop() {
				for _, args := range p.args(files) {
					if out, err := exec.Command(p.program, args...).CombinedOutput(); err != nil {
						b.Skipf("%s does not run: %v\n%s", p.name, err, out)
					}
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(files))/1e6, "ms/doc")
		})
	}
}
