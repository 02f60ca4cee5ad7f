package word

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"jxmb/fixtures"
	"jxmb/fixtures/wml"
	"jxmb/model"
	"jxmb/parser/ooxml"
)

// annotated runs Annotate over data with the findings given.
func annotated(data []byte, o Options, findings ...model.Finding) ([]byte, error) {
	var out bytes.Buffer
	_, err := Annotate(context.Background(), &out, bytes.NewReader(data), int64(len(data)), &model.Document{Findings: findings}, o)
	return out.Bytes(), err
}

// part reads a member of a container.
func part(t *testing.T, data []byte, name string) string {
	t.Helper()
	p, err := ooxml.Open(bytes.NewReader(data), int64(len(data)), ooxml.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	text, err := p.Read(name)
	if err != nil || text == nil {
		t.Fatalf("%s: %d bytes, %v", name, len(text), err)
	}
	return string(text)
}

// mainOf is the main part of a container and its name.
func mainOf(t *testing.T, data []byte) (*markup, string) {
	t.Helper()
	for _, k := range lastRead {
		if k.data == string(data) {
			return k.m, k.name
		}
	}
	p, err := openWord(bytes.NewReader(data), int64(len(data)), ooxml.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	m := &markup{name: p.mainName, text: p.main, elements: newElements(0)}
	if err := m.scan(nothing); err != nil {
		t.Fatal(err)
	}
	lastRead[nextRead%len(lastRead)] = readMain{string(data), m, p.mainName}
	nextRead++
	return m, p.mainName
}

// nothing is passed over: a test looks at all elements.
func nothing(string, string) bool { return false }

// lastRead are the files that mainOf read last: a test looks at the same two
// or three again and again.
var (
	lastRead [3]readMain
	nextRead int
)

type readMain struct {
	data string
	m    *markup
	name string
}

// around is the origin of the innermost element of that name that holds text.
func around(t *testing.T, data []byte, name, text string) model.Origin {
	t.Helper()
	m, part := mainOf(t, data)
	found := -1
	for i, el := range m.elements.all() {
		if el.name == name && strings.Contains(string(m.text[el.open:el.close]), text) {
			found = i
		}
	}
	if found < 0 {
		t.Fatalf("no %s holds %q", name, text)
	}
	el := m.elements.at(found)
	return model.Origin{Part: part, Table: 1, Row: 1, Column: 1, Start: el.start, End: el.end}
}

func finding(code string, at model.Origin) model.Finding {
	return model.Finding{Code: code, Severity: model.Warning, Message: "说明 <" + code + "> & 其他", Hint: "建议", Origin: at}
}

func must(t *testing.T, data []byte, err error) []byte {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// small has a heading, and a table with an empty cell.
func small() wml.Document {
	return wml.Document{Body: []wml.Block{wml.Para("标题"), wml.Sketch("名称 | 指标值\n甲 | 说明和数字\n | 乙")}}
}

// TestAnnotatePlaces: a comment lands at the run, the cell, the empty cell, the
// paragraph or, for what concerns the document, at the first paragraph.
func TestAnnotatePlaces(t *testing.T) {
	data := small().Bytes()
	empty := around(t, data, "tc", "")
	m, _ := mainOf(t, data)
	for i, el := range m.elements.all() {
		if el.name == "tc" && m.child(i, "p") >= 0 && !strings.Contains(string(m.text[el.start:el.end]), "<w:t>") {
			empty.Start, empty.End = el.start, el.end
		}
	}
	for _, c := range []struct {
		name  string
		at    model.Origin
		text  string // what the comment spans
		light string // what is highlighted
	}{
		{"run", around(t, data, "r", "说明和数字"), "说明和数字", "说明和数字"},
		{"cell", around(t, data, "tc", "甲"), "甲", "甲"},
		{"empty cell", empty, "", ""},
		{"paragraph", paragraphOrigin(around(t, data, "p", "标题")), "标题", ""},
		{"table", paragraphOrigin(around(t, data, "tbl", "名称")), "名称", ""},
		{"document", model.Origin{}, "标题", ""},
		{"other part", model.Origin{Part: "word/footnotes.xml", Start: 3, End: 9}, "标题", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			out, err := annotated(data, Options{}, finding("V001", c.at))
			after, _ := mainOf(t, must(t, out, err))
			spans, light := spanned(after), highlighted(after)
			if len(spans) != 1 || spans["0"] != c.text || light != c.light {
				t.Errorf("spans %q, highlighted %q; want %q and %q", spans, light, c.text, c.light)
			}
			sound(t, data, out)
		})
	}
}

// paragraphOrigin is o as the origin of body text.
func paragraphOrigin(o model.Origin) model.Origin {
	o.Table, o.Row, o.Column = 0, 0, 0
	return o
}

func TestAnnotateWritesParts(t *testing.T) {
	data := small().Bytes()
	out, err := annotated(data, Options{}, finding("V001", around(t, data, "r", "乙")))
	must(t, out, err)
	comments := part(t, out, "word/comments.xml")
	for _, want := range []string{`w:id="0"`, `w:author="jxmb"`, "V001 警告", "说明 &lt;V001&gt; &amp; 其他", "建议：建议"} {
		if !strings.Contains(comments, want) {
			t.Errorf("the comments part lacks %s:\n%s", want, comments)
		}
	}
	if strings.Contains(comments, "w:date") {
		t.Error("a comment bears a date")
	}
	if types := part(t, out, contentTypesPart); strings.Count(types, commentsContentType) != 1 {
		t.Errorf("content types: %s", types)
	}
	if rels := part(t, out, "word/_rels/document.xml.rels"); strings.Count(rels, "/comments\"") != 1 {
		t.Errorf("relationships: %s", rels)
	}
	en, err := annotated(data, Options{Lang: model.English}, finding("V001", model.Origin{}))
	if text := part(t, must(t, en, err), "word/comments.xml"); !strings.Contains(text, "V001 warning") || !strings.Contains(text, "Hint: ") {
		t.Errorf("English comment: %s", text)
	}
}

// TestAnnotateLeavesOtherMembers: what does not change keeps its compressed
// bytes and its header.
func TestAnnotateLeavesOtherMembers(t *testing.T) {
	data := fixtures.Reference()
	out, err := annotated(data, Options{}, finding("V001", model.Origin{}))
	before, after := members(t, data), members(t, must(t, out, err))
	changed := []string{"word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}
	for name, raw := range before {
		if same := after[name] == raw; same == slices.Contains(changed, name) {
			t.Errorf("%s: unchanged is %v", name, same)
		}
	}
	if len(after) != len(before)+1 {
		t.Errorf("%d members became %d", len(before), len(after))
	}
}

// members gives each member's header fields and compressed bytes.
func members(t *testing.T, data []byte) map[string]string {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.OpenRaw()
		if err != nil {
			t.Fatal(err)
		}
		raw, _ := io.ReadAll(r)
		out[f.Name] = fmt.Sprint(f.Method, f.Flags, f.Modified, f.ExternalAttrs, f.CRC32, f.Extra) + string(raw)
	}
	return out
}

// TestAnnotateTwice: the second annotation replaces the first and gives the
// same main part and comments; a fault that is gone loses its comment.
func TestAnnotateTwice(t *testing.T) {
	data := small().Bytes()
	fs := func(data []byte) []model.Finding {
		return []model.Finding{
			finding("V001", around(t, data, "r", "说明和数字")), finding("V003", around(t, data, "tc", "说明和数字")), finding("C001", model.Origin{}),
		}
	}
	once, err := annotated(data, Options{}, fs(data)...)
	must(t, once, err)
	twice, err := annotated(once, Options{}, fs(once)...)
	must(t, twice, err)
	for _, name := range []string{"word/document.xml", "word/comments.xml", contentTypesPart, "word/_rels/document.xml.rels"} {
		if a, b := part(t, once, name), part(t, twice, name); a != b {
			t.Errorf("%s differs:\n%s\n%s", name, a, b)
		}
	}
	mended, err := annotated(once, Options{})
	must(t, mended, err)
	if text := part(t, mended, "word/document.xml") + part(t, mended, "word/comments.xml"); strings.Contains(text, "V001") || strings.Contains(text, "<w:comment ") || strings.Contains(text, "commentRange") {
		t.Errorf("marks are left: %s", text)
	}
}

// TestAnnotateKeepsThreads: a comment that Word has given an identifier, by
// which replies name it, stays as it is while its finding does.
func TestAnnotateKeepsThreads(t *testing.T) {
	data := small().Bytes()
	out, err := annotated(data, Options{}, finding("V001", around(t, data, "r", "乙")), finding("V003", around(t, data, "r", "甲")))
	once := part(t, must(t, out, err), "word/comments.xml")
	saved := strings.NewReplacer(
		`xmlns:w=`, `xmlns:x14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w=`,
		`<w:p><w:r><w:t xml:space="preserve">建议`, `<w:p x14:paraId="0A0B0C0D"><w:r><w:t xml:space="preserve">建`+`</w:t></w:r><w:r><w:t xml:space="preserve">议`,
	).Replace(once)
	if saved == once {
		t.Fatal("nothing was rewritten")
	}
	data = with(t, out, "word/comments.xml", saved)
	out, err = annotated(data, Options{}, finding("C001", model.Origin{}), finding("V003", around(t, data, "r", "甲")))
	again := part(t, must(t, out, err), "word/comments.xml")
	kept := saved[strings.LastIndex(saved, "<w:comment "):strings.Index(saved, "</w:comments>")]
	if !strings.Contains(kept, `w:id="1"`) || !strings.Contains(again, kept) {
		t.Errorf("the comment that still holds was rewritten:\n%s\n%s", kept, again)
	}
	if strings.Contains(again, "V001 警告") || !strings.Contains(again, `<w:comment w:id="2"`) || !strings.Contains(again, "C001 警告") {
		t.Errorf("comments: %s", again)
	}
	after, _ := mainOf(t, out)
	if spans := spanned(after); spans["1"] != "甲" || spans["2"] != "标题" || len(spans) != 2 {
		t.Errorf("spans: %q", spans)
	}
	sound(t, data, out)
}

// with is a container with the text of one member replaced.
func with(t *testing.T, data []byte, name, text string) []byte {
	t.Helper()
	p, err := openWord(bytes.NewReader(data), int64(len(data)), ooxml.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	p.change(name, []byte(text))
	var out bytes.Buffer
	if err := p.write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestAnnotateKeepsComments of people, and continues their numbers.
func TestAnnotateKeepsComments(t *testing.T) {
	pkg := small().Package()
	ns := ` xmlns:x="` + wml.Transitional + `"`
	theirs := `<x:comment x:id="7" x:author="reviewer"><x:p><x:r><x:t>请核对</x:t></x:r></x:p></x:comment>`
	main := strings.Replace(string(pkg.Part("word/document.xml")), "<w:r><w:t>甲", `<w:commentRangeStart w:id="7"/><w:r><w:t>甲`, 1)
	main = strings.Replace(main, "甲</w:t></w:r>", `甲</w:t></w:r><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>`, 1)
	data := pkg.With(
		wml.Part{Name: "word/document.xml", Data: []byte(main)},
		wml.Part{Name: "word/remarks.xml", Data: []byte(`<x:comments` + ns + `>` + theirs + `</x:comments>`)},
		wml.Part{Name: "word/_rels/document.xml.rels", Data: []byte(strings.Replace(string(pkg.Part("word/_rels/document.xml.rels")), "</Relationships>",
			`<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="remarks.xml"/></Relationships>`, 1))},
	).Bytes()
	out, err := annotated(data, Options{}, finding("V001", around(t, data, "tc", "甲")))
	remarks := part(t, must(t, out, err), "word/remarks.xml")
	if !strings.Contains(remarks, theirs) || !strings.Contains(remarks, `<x:comment x:id="8" x:author="jxmb"`) {
		t.Errorf("comments: %s", remarks)
	}
	after, _ := mainOf(t, out)
	if spans := spanned(after); spans["7"] != "甲" || spans["8"] != "甲" || len(spans) != 2 {
		t.Errorf("spans: %q", spans)
	}
	sound(t, data, out)
}

func TestAnnotateRefuses(t *testing.T) {
	data := small().Bytes()
	const origin = `<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="seals/origin.sigs"/></Relationships>`
	plain := small().Package()
	signedElsewhere := plain.With(wml.Part{Name: "_rels/.rels", Data: bytes.Replace(plain.Part("_rels/.rels"), []byte("</Relationships>"), []byte(origin), 1)}).Bytes()
	signed := small().Package().With(wml.Part{Name: "_xmlsignatures/sig1.xml", Data: []byte("<Signature/>")}).Bytes()
	inside := around(t, data, "tc", "甲")
	inside.Start++
	for _, c := range []struct {
		name     string
		kind     model.FaultKind
		data     []byte
		findings []model.Finding
	}{
		{"signed", "signed", signed, nil},
		{"signed elsewhere", "signed", signedElsewhere, nil},
		{"origin inside a tag", "place", data, []model.Finding{finding("V001", inside)}},
		{"origin beyond the end", "place", data, []model.Finding{finding("V001", model.Origin{Part: "word/document.xml", Start: 1 << 30, End: 1<<30 + 4})}},
		{"no zip", model.FaultForeign, []byte("not a container"), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			out, err := annotated(c.data, Options{}, c.findings...)
			var e *model.Fault
			if !errors.As(err, &e) || e.Kind != c.kind || len(out) != 0 {
				t.Errorf("%d bytes written, error %v", len(out), err)
			} else if e.What.ZH == "" || e.What.EN == "" || e.Hint.ZH == "" {
				t.Errorf("the error lacks words: %+v", e)
			}
		})
	}
	if _, err := annotated(signed, Options{Force: true}); err != nil {
		t.Errorf("forced: %v", err)
	}
	var out bytes.Buffer
	d := &model.Document{Source: model.Source{SHA256: strings.Repeat("0", 64)}}
	if _, err := Annotate(t.Context(), &out, bytes.NewReader(data), int64(len(data)), d, Options{}); err == nil || out.Len() != 0 {
		t.Errorf("a document of another file: %v", err)
	}
}
