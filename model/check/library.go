package check

import (
	"strconv"
	"strings"

	"jxmb/model"
)

// leastNearness is how like a name, in percent, what is suggested for it is.
const leastNearness = 30

// outsideLibrary is L001.
func outsideLibrary(r *review) {
	r.indicators(func(p *model.Project, i *model.Indicator) {
		if strings.TrimSpace(i.Level3) == "" || r.cfg.Library.Holds(i.Level3) {
			return
		}
		about, at := subject(p, i), i.Field("level3")
		near, likeness := r.cfg.Library.Nearest(i.Level3)
		if near == nil || likeness < leastNearness {
			about = about.With("indicator", i.Level3)
			r.add(about, at,
				r.say("指标“%s”不在指标库里，库里也没有相近的", "the indicator %q is not in the library, nor is one like it", i.Level3),
				r.say("确属个性指标的可以保留，并说明理由", "keep it where it is peculiar to the project, and say why"))
			return
		}
		about = about.With("indicator", i.Level3, "nearest", near.Path(), "likeness", strconv.Itoa(likeness))
		r.add(about, at,
			r.say("指标“%s”不在指标库里；最接近的是“%s”（相似 %d%%）", "the indicator %q is not in the library; nearest is %q (%d%% alike)", i.Level3, near.Path(), likeness),
			r.say("意思相同的改用库里的名称，确属个性指标的可以保留", "use the library's name where it means the same; keep it where it is peculiar to the project"))
	})
}
