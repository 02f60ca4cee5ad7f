package check

import "jxmb/model"

// applied is R001.
func applied(r *review) {
	r.corrections(func(about Topic, at model.Origin, c model.Correction) {
		if c.Status == model.Applied {
			r.add(about, at, r.say("已更正：“%s”改为“%s”%s", "corrected: %q was changed to %q%s", c.Before, c.After, r.by(c)),
				r.say("请报送单位在文件中照此修改", "the unit is to change its file likewise"))
		}
	})
}

// notApplied is R002.
func notApplied(r *review) {
	r.corrections(func(about Topic, at model.Origin, c model.Correction) {
		switch c.Status {
		case model.Stale:
			r.add(about, at, r.say("更正没有采用：文件中已不是“%s”（原定改为“%s”）%s", "a correction was not taken: the file no longer says %q (which was to become %q)%s", c.Before, c.After, r.by(c)),
				r.say("核对现在的内容，重新更正或撤销更正", "look at what it says now, and correct it again or undo the correction"))
		case model.Unread:
			r.add(about, at, r.say("更正没有采用：此处不能填“%s”%s", "a correction was not taken: the field cannot hold %q%s", c.After, r.by(c)),
				r.say("改正更正的内容，或撤销更正", "mend the correction or undo it"))
		}
	})
}

// corrections calls f with every correction of the document and its place.
func (r *review) corrections(f func(about Topic, at model.Origin, c model.Correction)) {
	r.projects(func(p *model.Project) {
		for _, c := range p.Corrections {
			f(ProjectTopic(p).correction(c), p.Field(c.Field), c)
		}
	})
	r.indicators(func(p *model.Project, i *model.Indicator) {
		for _, c := range i.Corrections {
			f(subject(p, i).correction(c), i.Field(c.Field), c)
		}
	})
}

func (t Topic) correction(c model.Correction) Topic {
	return t.With("field", c.Field, "before", c.Before, "after", c.After, "who", c.Who, "when", c.When, "why", c.Why)
}

// by says whose correction it is, and why.
func (r *review) by(c model.Correction) string {
	text := ""
	for _, part := range []string{c.Who, c.When, c.Why} {
		if part != "" && text != "" {
			text += r.say("，", ", ")
		}
		text += part
	}
	if text == "" {
		return ""
	}
	return r.say("（%s）", " (%s)", text)
}
