package across

import (
	"slices"
	"strings"
	"testing"

	"jxmb/model"
	"jxmb/model/check"
)

func TestBatch(t *testing.T) {
	a, b, c := check.Sample(), check.Sample(), check.Sample()
	b.Projects[0].Budget.Total = yuan("15.00")
	b.Projects[0].Unit.Name = "某某市交通运输局"
	c.Projects[0].Code, c.Projects[0].Unit.Name = "13028122P003528100015", "某某市（交通局）本级"
	want := []string{"b.docx I007", "b.docx I006", "b.docx B008"}
	files := map[string]*model.Document{"a.docx": a, "b.docx": b, "c.docx": c}
	for _, order := range []string{"abc", "bca", "cba"} { // the order of adding does not matter
		batch := NewBatch(check.Config{})
		for _, name := range order {
			batch.Add(string(name)+".docx", files[string(name)+".docx"])
		}
		var got []string
		for _, f := range told(t, batch) {
			got = append(got, f.File+" "+f.Code)
			if f.Hint == "" || f.Subject == "" || f.Severity.Rank() == 0 {
				t.Errorf("%+v", f)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", order, got, want)
		}
	}
	quiet := NewBatch(check.Config{Disabled: map[string]bool{"I006": true, "B008": true, "I007": true}})
	quiet.Add("a.docx", a)
	quiet.Add("b.docx", b)
	if fs := told(t, quiet); len(fs) != 0 {
		t.Errorf("disabled: %v", fs)
	}
	en := NewBatch(check.Config{Lang: model.English})
	en.Add("a.docx", a)
	en.Add("b.docx", b)
	for _, f := range told(t, en) {
		if strings.Contains(f.Message, "%!") {
			t.Error(f.Message)
		}
	}
}

// TestBatchEdges: what is not known differs from nothing, in whichever file it is
// missing, and each name is told once a file.
func TestBatchEdges(t *testing.T) {
	a, b := check.Sample(), check.Sample()
	b.Projects[0].Budget.Total = nil
	b.Projects = append(b.Projects, b.Projects[0], b.Projects[0])
	for i := range b.Projects {
		b.Projects[i].Unit.Name = "某某市水务局"
	}
	b.Projects[1].Code, b.Projects[2].Code = "", ""
	c := check.Sample()
	c.Projects[0].Code, c.Projects[0].Unit, c.Projects[0].Budget.Total = "", model.Unit{}, yuan("15.00")
	for _, names := range [][3]string{{"a.docx", "b.docx", "c.docx"}, {"b.docx", "a.docx", "c.docx"}, {"c.docx", "b.docx", "a.docx"}} {
		batch := NewBatch(check.Config{})
		for i, d := range []*model.Document{a, b, c} {
			batch.Add(names[i], d)
		}
		later, got := max(names[0], names[1]), []string{}
		for _, f := range told(t, batch) {
			got = append(got, f.File+" "+f.Code)
		}
		if s := strings.Join(got, ", "); s != later+" I007, "+later+" I006" {
			t.Errorf("%v: got %s", names, s)
		}
	}
}

// TestSettingsAcross moves each setting of the rules here to its bounds, on the sample
// and another project of another unit with indicators mostly the same.
func TestSettingsAcross(t *testing.T) {
	for _, w := range wordings {
		code := w.code
		r, _ := check.Lookup(code)
		for i := range r.Settings {
			s := &r.Settings[i]
			if moved := slices.ContainsFunc([]model.Decimal{s.Least, s.Most}, func(n model.Decimal) bool {
				cfg := check.Config{Settings: map[string]check.SettingValue{code + "." + s.Name: {Number: n}}}
				return copiedOf(t, 0, cfg) != copiedOf(t, 0, check.Config{}) || copiedOf(t, 1, cfg) != copiedOf(t, 1, check.Config{})
			}); !moved {
				t.Errorf("%s: no value of %s changes a finding", code, s.Name)
			}
		}
	}
}

// copiedOf counts the findings C009 of the sample and a copy in which so many
// targets are others.
func copiedOf(t *testing.T, differing int, cfg check.Config) int {
	b := NewBatch(cfg)
	b.Add("a.docx", check.Sample())
	b.Add("b.docx", borrowed(differing))
	n := 0
	for _, f := range told(t, b) {
		if f.Code == "C009" {
			n++
		}
	}
	return n
}

// borrowed is a project of another unit and another name with the sample's
// indicators, so many of them with other targets.
func borrowed(differing int) *model.Document {
	d := check.Sample()
	p := &d.Projects[0]
	p.Unit = model.Unit{Code: "412003", Name: "某某县水利局"}
	p.Code, p.Name, p.Title = "13028122P003528100015", "河道清淤经费", "1.河道清淤经费绩效目标表"
	for i := range differing {
		p.Indicators[i].Target.Text = "≥15公里"
	}
	return d
}

func yuan(tenThousands string) *model.Amount {
	n, _ := model.ParseDecimal(tenThousands)
	return &model.Amount{Text: tenThousands, Number: n, Unit: "万元", Yuan: n.Shift(4)}
}
