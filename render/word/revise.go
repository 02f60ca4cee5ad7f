package word

import (
	"context"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"jxmb/model"
	"jxmb/parser/ooxml"
)

// Revise writes the submission of size bytes at original, from which d was read,
// with every correction of d that was taken as a tracked change (ISO/IEC 29500-1
// §17.13.5.14 and §17.13.5.18) of its author and date: what the cell says is
// deleted, what it says instead inserted in the look of its first run. A
// correction that is not all of its cell is a [*model.Fault], and so is what
// cannot be annotated; nothing has been written then.
func Revise(ctx context.Context, w io.Writer, original io.ReaderAt, size int64, d *model.Document, o Options) error {
	pkg, main, err := openSource(ctx, original, size, d, o, &model.Fault{
		Kind: FaultSigned,
		What: model.Say("文档带有数字签名，修订会使签名失效", "the document is digitally signed; changes would break the signature"),
		Hint: model.Say("请报送单位改正后重新签名", "have the unit change and sign it again"),
	})
	if err != nil {
		return err
	}
	r := &revision{markup: main, edits: &edits{}}
	if err := r.all(ctx, d); err != nil {
		return err
	}
	pkg.change(pkg.mainName, r.apply(pkg.main)...)
	return pkg.write(w)
}

// revision is the changes of one document.
type revision struct {
	*markup
	*edits
	count int
}

func (r *revision) all(ctx context.Context, d *model.Document) error {
	for i := range d.Projects {
		p := &d.Projects[i]
		if err := ctx.Err(); err != nil {
			return model.Interrupted(ctx)
		}
		for _, c := range p.Corrections {
			if err := r.correct(p.Field(c.Field), c); err != nil {
				return err
			}
		}
		for k := range p.Indicators {
			for _, c := range p.Indicators[k].Corrections {
				if err := r.correct(p.Indicators[k].Field(c.Field), c); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// correct changes the cell at a place, if the correction was taken.
func (r *revision) correct(at model.Origin, c model.Correction) error {
	if c.Status != model.Applied {
		return nil
	}
	runs, said, ok := r.cellText(at)
	if !ok || squeezed(said) != squeezed(c.Before) {
		return &model.Fault{
			Kind: FaultPlace, Place: model.Text{ZH: at.Place(model.Chinese), EN: at.Place(model.English)},
			What: model.Say("这里的更正不能写成修订：单元格里不止“%s”，或有域、公式", "the correction cannot be tracked: the cell holds more than %q, or a field", c.Before),
			Hint: model.Say("撤销这条更正再下载，在 Word 中手工修改这一格", "undo it, download again, and change the cell by hand"),
		}
	}
	if len(runs) == 0 {
		r.fill(at, c)
		return nil
	}
	r.insert(r.elements.at(runs[0]).start, rankStart, r.inserted(runs[0], c))
	for _, run := range runs {
		r.deleted(run, c)
	}
	return nil
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

// cellText is the runs of a cell that show text and what they say. ok is false
// where the place is no cell, or its text is not all in such runs.
func (r *revision) cellText(at model.Origin) (runs []int, text string, ok bool) {
	if at.Row == 0 || at.End <= at.Start || r.insideTag(at.Start) {
		return nil, "", false
	}
	tc := r.ancestor(r.around(at.Start), "tc")
	if tc < 0 {
		return nil, "", false
	}
	var b strings.Builder
	ok = true
	var scan ooxml.Scanner
	r.inside(r.elements.at(tc).start, r.elements.at(tc).end, func(i int) bool {
		el := r.elements.at(i)
		switch {
		case r.ancestor(i, "del") >= 0 || r.ancestor(i, "moveFrom") >= 0: // gone already
		case slices.Contains([]string{"fldChar", "fldSimple", "sym", "tbl", "txbxContent"}, el.name) && i != tc:
			ok = false
		case el.name == "t":
			run := r.ancestor(i, "r")
			if ok = ok && run >= 0; ok && !slices.Contains(runs, run) {
				runs = append(runs, run)
			}
			b.WriteString(scan.Unescape(r.text[el.open:el.close]))
		}
		return ok
	})
	return runs, b.String(), ok
}

// deleted marks a run as deleted.
func (r *revision) deleted(run int, c model.Correction) {
	el, v := r.elements.at(run), r.vocabulary(run)
	r.insert(el.start, rankStart, v.element("del", r.by(v, c))+">")
	r.inside(el.open, el.end, func(i int) bool {
		if t := r.elements.at(i); t.name == "t" {
			name := r.tag(i)
			r.replace(t.start+1, t.start+1+len(name), strings.TrimSuffix(name, "t")+"delText")
			if !r.empty(i) {
				r.replace(t.close+len("</"), t.close+len("</")+len(name), strings.TrimSuffix(name, "t")+"delText")
			}
		}
		return true
	})
	r.insert(el.end, rankEnd, "</"+v.prefix+":del>")
}

// inserted is the new text in the look of a run.
func (r *revision) inserted(run int, c model.Correction) string {
	look := ""
	if rPr := r.child(run, "rPr"); rPr >= 0 {
		look = string(r.text[r.elements.at(rPr).start:r.elements.at(rPr).end])
	}
	return r.insertion(r.vocabulary(run), look, c)
}

// fill puts the new text into a cell that holds none.
func (r *revision) fill(at model.Origin, c model.Correction) {
	p := r.paragraphIn(at.Start, at.End)
	if p < 0 {
		return
	}
	from := r.contentStart(p)
	v := r.vocabulary(p)
	if from.opened >= 0 {
		end := r.elements.at(p).end
		r.replace(end-len("/>"), end, ">"+r.insertion(v, "", c)+"</"+r.tag(p)+">")
		return
	}
	r.insert(from.offset, rankStart, r.insertion(v, "", c))
}

func (r *revision) insertion(v vocabulary, look string, c model.Correction) string {
	var b strings.Builder
	b.WriteString(v.element("ins", r.by(v, c)) + "><" + v.prefix + ":r>" + look)
	for i, line := range strings.Split(c.After, "\n") {
		if i > 0 {
			b.WriteString("<" + v.prefix + ":br/>")
		}
		b.WriteString("<" + v.prefix + `:t xml:space="preserve">` + escaped(line) + "</" + v.prefix + ":t>")
	}
	b.WriteString("</" + v.prefix + ":r></" + v.prefix + ":ins>")
	return b.String()
}

// firstChange is beyond the ids that producers give to changes and bookmarks.
const firstChange = 1_900_000_000

// by says whose change it is, and when it was made.
func (r *revision) by(v vocabulary, c model.Correction) string {
	r.count++
	who := c.Who
	if who == "" {
		who = annotator
	}
	text := v.attribute("id", strconv.Itoa(firstChange+r.count)) + " " + v.attribute("author", who)
	if when, err := time.Parse(time.RFC3339, c.When); err == nil {
		text += " " + v.attribute("date", when.UTC().Format(time.RFC3339))
	}
	return text
}
