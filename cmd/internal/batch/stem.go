package batch

import (
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"jxmb/model"
	"jxmb/render"
)

// reportName is the report, below the output folder.
const reportName = "report.json"

// stems hands out output names so that two inputs never write one file, also
// where the file system ignores case or normalises Unicode (Windows, macOS).
type stems map[string]bool

func (s stems) reserve(stem string) { s[fold(stem)] = true }

// reserveOver keeps the names of the files over all documents, in every format,
// so that what a result is called does not hang on the formats of a run.
func (s stems) reserveOver() {
	s.reserve(strings.TrimSuffix(reportName, path.Ext(reportName)))
	for _, name := range render.Names() {
		format, _ := render.Lookup(name)
		for _, over := range format.Over {
			s.reserve(strings.TrimSuffix(over.Name, path.Ext(over.Name)))
		}
	}
}

func fold(stem string) string { return strings.ToLower(norm.NFC.String(stem)) }

// claim takes the stem for the input rel, numbered where it is taken.
func (s stems) claim(rel string) (string, model.Text) {
	wanted := shorten(strings.TrimSuffix(rel, path.Ext(rel)))
	if wanted == "" || strings.HasSuffix(wanted, "/") { // a name that is only an extension
		wanted = shorten(rel)
	}
	stem := wanted
	for n := 2; s[fold(stem)]; n++ {
		stem = fmt.Sprintf("%s-%d", wanted, n)
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
