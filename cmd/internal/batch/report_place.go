package batch

import (
	"path/filepath"
	"strings"

	"jxmb/cmd/internal/batch/content"
	"jxmb/cmd/internal/batch/folder"
	"jxmb/cmd/internal/batch/source"
	"jxmb/model"
	"jxmb/render"
)

// reportIsFree refuses a report in the place of a file that the run itself
// writes: one of the two would vanish without a word.
func (r *run) reportIsFree() error {
	if r.Out == "" {
		return nil
	}
	at, err := filepath.Rel(content.RealPath(r.Out), filepath.Join(content.RealPath(filepath.Dir(r.Report)), filepath.Base(r.Report)))
	if err != nil || !filepath.IsLocal(at) {
		return nil
	}
	name := source.Fold(filepath.ToSlash(at))
	taken := at == "." || strings.HasPrefix(name, folder.StateDir+"/")
	for _, n := range render.Names() {
		format, _ := render.Lookup(n)
		for _, over := range format.Over {
			taken = taken || name == source.Fold(over.Name)
		}
		for _, in := range r.plan.Inputs {
			taken = taken || name == source.Fold(in.Stem+format.Ext)
		}
	}
	if !taken {
		return nil
	}
	return &model.Fault{
		Kind: "overwrite",
		What: model.Say("--report %s 是结果自己的文件名", "--report %s is the name of a result", filepath.Base(r.Report)),
		Hint: model.Say("换一个文件名；默认是 report.json", "choose another name; the default is report.json"),
	}
}
