package source

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"jxmb/model"
	"jxmb/render"
)

// ReportName is the report, below the output folder.
const ReportName = "report.json"

// stems hands out output names so that two inputs never write one file, also
// where the file system ignores case or normalises Unicode (Windows, macOS).
//
// Nor may a folder stand where a file is to appear: a folder called all.ndjson
// would keep that file away. So a path is free where no part of it is the name
// of a result, and none of its results the name of a folder.
type stems struct {
	taken   map[string]bool // stems
	folders map[string]bool
	numbers map[string]int // the last one of each stem that was numbered: those before it are taken
}

func newStems() stems { return stems{map[string]bool{}, map[string]bool{}, map[string]int{}} }

func (s stems) reserve(stem string) {
	stem = Fold(stem)
	s.taken[stem] = true
	for at := strings.LastIndexByte(stem, '/'); at > 0 && !s.folders[stem[:at]]; at = strings.LastIndexByte(stem[:at], '/') {
		s.folders[stem[:at]] = true
	}
}

// resultExtensions are those of all files that are written for an input.
var resultExtensions = func() []string {
	extensions := []string{".docx", ".docm", ".dotx", ".dotm", ".xlsx", ".xlsm", ".xltx", ".xltm"} // of annotated files
	for _, name := range render.Names() {
		format, _ := render.Lookup(name)
		extensions = append(extensions, format.Ext)
	}
	return extensions
}()

// isResult tells whether a result in a folder may be called name, both folded.
func (s stems) isResult(folder []byte, name string) bool {
	return slices.ContainsFunc(resultExtensions, func(e string) bool {
		stem, ok := strings.CutSuffix(name, e)
		return ok && s.taken[string(folder)+stem]
	})
}

// isFree tells whether results of a stem may appear.
func (s stems) isFree(stem string) bool {
	stem = Fold(stem)
	return !s.taken[stem] && !slices.ContainsFunc(resultExtensions, func(e string) bool { return s.folders[stem+e] })
}

// inFreeFolders is p with each folder numbered that a result is called.
func (s stems) inFreeFolders(p string) string {
	parts := strings.Split(p, "/")
	var above []byte // folded, with the slash
	for i := range len(parts) - 1 {
		name, folded := parts[i], Fold(parts[i])
		for n := 2; s.isResult(above, folded); n++ {
			parts[i] = fmt.Sprintf("%s-%d", name, n)
			folded = Fold(parts[i])
		}
		above = append(append(above, folded...), '/')
	}
	return strings.Join(parts, "/")
}

// reserveOver keeps the names of the files over all documents, in every format,
// so that what a result is called does not hang on the formats of a run.
func (s stems) reserveOver() {
	s.reserve(strings.TrimSuffix(ReportName, path.Ext(ReportName)))
	for _, name := range render.Names() {
		format, _ := render.Lookup(name)
		for _, over := range format.Over {
			s.reserve(strings.TrimSuffix(over.Name, path.Ext(over.Name)))
		}
	}
}

func Fold(stem string) string { return strings.ToLower(norm.NFC.String(stem)) }

// claim takes the stem for the input rel, numbered where it is taken.
func (s stems) claim(rel string) (string, model.Text) {
	wanted := shorten(strings.TrimSuffix(rel, path.Ext(rel)))
	if wanted == "" || strings.HasSuffix(wanted, "/") { // a name that is only an extension
		wanted = shorten(rel)
	}
	free := s.inFreeFolders(wanted)
	stem, key := free, Fold(free)
	for n := max(2, s.numbers[key]); !s.isFree(stem); n++ {
		stem = fmt.Sprintf("%s-%d", free, n)
		s.numbers[key] = n
	}
	s.reserve(stem)
	if stem == wanted {
		return stem, model.Text{}
	}
	return stem, model.Say("结果名 %q 已被占用，改用 %q", "the result name %q is taken, so %q is used", wanted, stem)
}

// maxComponent leaves room in the 255 bytes that file systems allow for a
// number, an extension and ".part", and maxFolders in the 4,096 of a path for the
// output folder and a component.
const (
	maxComponent = 225
	maxFolders   = 3000
)

// shorten cuts a path and each component of it to what file systems take. Folders
// that are too deep are left out.
func shorten(p string) string {
	if base := strings.LastIndexByte(p, '/'); base > maxFolders {
		p = p[:strings.LastIndexByte(p[:maxFolders], '/')+1] + p[base+1:]
	}
	parts := strings.Split(p, "/")
	for i, c := range parts {
		if len(c) > maxComponent {
			cut := maxComponent
			for !utf8.RuneStart(c[cut]) {
				cut--
			}
			parts[i] = c[:cut]
		}
	}
	return strings.Join(parts, "/")
}
