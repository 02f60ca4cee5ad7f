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
}

func newStems() stems { return stems{map[string]bool{}, map[string]bool{}} }

func (s stems) reserve(stem string) {
	stem = Fold(stem)
	s.taken[stem] = true
	for dir := path.Dir(stem); dir != "." && dir != "/" && !s.folders[dir]; dir = path.Dir(dir) {
		s.folders[dir] = true
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

// isResult tells whether a result may be called name, folded.
func (s stems) isResult(name string) bool {
	return slices.ContainsFunc(resultExtensions, func(e string) bool {
		stem, ok := strings.CutSuffix(name, e)
		return ok && s.taken[stem]
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
	for i := range len(parts) - 1 {
		name := parts[i]
		for n := 2; s.isResult(Fold(strings.Join(parts[:i+1], "/"))); n++ {
			parts[i] = fmt.Sprintf("%s-%d", name, n)
		}
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
	stem := free
	for n := 2; !s.isFree(stem); n++ {
		stem = fmt.Sprintf("%s-%d", free, n)
	}
	s.reserve(stem)
	if stem == wanted {
		return stem, model.Text{}
	}
	return stem, model.Say("结果名 %q 已被占用，改用 %q", "the result name %q is taken, so %q is used", wanted, stem)
}

// maxComponent leaves room in the 255 bytes that file systems allow for a
// number, an extension and ".part".
const maxComponent = 225

// shorten cuts each component of a path to what file systems take.
func shorten(p string) string {
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
