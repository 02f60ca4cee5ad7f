package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"mime"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"jxmb/fixtures"
)

// described is the description of the API, and what validates by it.
type described struct {
	t        *testing.T
	doc      map[string]any
	compiler *jsonschema.Compiler
}

const describedAt = "urn:openapi"

func describe(t *testing.T, text []byte) *described {
	t.Helper()
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	d := &described{t: t, doc: parsed.(map[string]any), compiler: jsonschema.NewCompiler()}
	if err := d.compiler.AddResource(describedAt, parsed); err != nil {
		t.Fatal(err)
	}
	return d
}

// at follows keys and references into the description; nil where they lead
// nowhere.
func (d *described) at(pointer string) (value any, where string) {
	value = d.doc
	for key := range strings.SplitSeq(strings.TrimPrefix(pointer, "#/"), "/") {
		object, ok := value.(map[string]any)
		if !ok {
			return nil, pointer
		}
		value = object[strings.NewReplacer("~1", "/", "~0", "~").Replace(key)]
	}
	if object, ok := value.(map[string]any); ok && object["$ref"] != nil && !strings.Contains(pointer, "/schema") {
		return d.at(object["$ref"].(string))
	}
	return value, pointer
}

// holds checks that an answer is one that the description has for its route.
func (d *described) holds(route string, got reply) {
	d.t.Helper()
	escaped := strings.NewReplacer("~", "~0", "/", "~1").Replace(route)
	said := fmt.Sprintf("%s %s %d", got.Request.Method, got.Request.URL, got.StatusCode)
	response, where := d.at(fmt.Sprintf("#/paths/%s/%s/responses/%d", escaped, strings.ToLower(got.Request.Method), got.StatusCode))
	if response == nil {
		d.t.Errorf("%s is not described", said)
		return
	}
	headers, _ := response.(map[string]any)["headers"].(map[string]any)
	for name := range headers {
		if got.Header.Get(name) == "" {
			d.t.Errorf("%s lacks the header %s", said, name)
		}
	}
	content, _ := response.(map[string]any)["content"].(map[string]any)
	kind, _, _ := mime.ParseMediaType(got.Header.Get("Content-Type"))
	if content[kind] == nil && content["*/*"] == nil && len(content) > 0 || len(content) == 0 && len(got.body) > 0 {
		d.t.Errorf("%s is %s, which is not described", said, kind)
		return
	}
	if kind != "application/json" && !strings.HasSuffix(kind, "+json") || content[kind] == nil {
		return
	}
	schema, err := d.compiler.Compile(describedAt + where + "/content/" + strings.ReplaceAll(kind, "/", "~1") + "/schema")
	if err != nil {
		d.t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(got.body))
	if err == nil {
		err = schema.Validate(value)
	}
	if err != nil {
		d.t.Errorf("%s: %v", said, err)
	}
}

// TestOpenAPI: real answers are what the description says of them.
func TestOpenAPI(t *testing.T) {
	t.Parallel()
	r := serve(t, nil)
	d := describe(t, r.get("/openapi.json").body)
	data := fixtures.Brief(0, 1)
	const convert, batches = "/api/v1/convert", "/api/v1/batches"
	d.holds(convert, r.post(convert+"?name=a.docx", data))
	d.holds(convert, r.post(convert+"?name=a.docx&to=xlsx", data))
	d.holds(convert, r.post(convert+"?name=a.docx&to=csv", data))
	d.holds(convert, r.post(convert+"?name=a.docx", data[:1000]))
	d.holds(convert, r.post(convert+"?to=png", data))
	d.holds("/api/v1/check", r.post("/api/v1/check?name=a.docx", data))
	d.holds("/api/v1/normalize", r.post("/api/v1/normalize", []byte("≥90\n")))
	d.holds("/api/v1/schema/{name}", r.get("/api/v1/schema/value"))
	d.holds("/api/v1/schema/{name}", r.get("/api/v1/schema/x"))
	kind, body := form(upFile{"a.docx", data}, upFile{"b.docx", []byte("words")})
	created := r.post(batches, body, "Content-Type: "+kind, change)
	d.holds(batches, created)
	at := created.Header.Get("Location")
	const one = batches + "/{id}"
	r.ended(strings.TrimPrefix(at, batches+"/"))
	d.holds(batches, r.get(batches))
	d.holds(one, r.get(at))
	d.holds(one+"/files/{name}", r.get(at+"/files/a.json"))
	d.holds(one+"/events", r.get(at+"/events"))
	d.holds(one+"/results.zip", r.get(at+"/results.zip"))
	d.holds(one+"/documents/{index}/source", r.get(at+"/documents/1/source"))
	d.holds(one+"/documents/{index}/annotated", r.get(at+"/documents/0/annotated"))
	d.holds(one+"/start", r.post(at+"/start", nil, change))
	d.holds(one+"/files", r.post(at+"/files?name=a.docx", data, change))
	d.holds(one+"/retry", r.post(at+"/retry", nil))
	d.holds(one+"/retry", r.post(at+"/retry", nil, change))
	d.holds(one, r.do("DELETE", at, nil, change))
	d.holds(one, r.get(at))
	d.holds("/metrics", r.get("/metrics"))
	d.holds("/healthz", r.get("/healthz"))
	d.holds("/readyz", r.get("/readyz"))
	d.holds("/openapi.json", r.get("/openapi.json"))
}

// TestOpenAPIRoutes: what is described is there.
func TestOpenAPIRoutes(t *testing.T) {
	t.Parallel()
	r := serve(t, nil)
	d := describe(t, r.get("/openapi.json").body)
	id := r.batch("", upFile{"a.docx", fixtures.Brief(0, 1)})
	r.ended(id)
	for path, entry := range d.doc["paths"].(map[string]any) {
		real := strings.NewReplacer("{id}", id, "{index}", "0", "{name}", "x").Replace(path)
		for method := range entry.(map[string]any) {
			if method == "parameters" || method == "delete" {
				continue
			}
			got := r.do(strings.ToUpper(method), real+"?to=x", nil) // nothing is started by it
			if got.StatusCode == 405 || got.StatusCode == 404 && !strings.HasSuffix(path, "}") {
				t.Errorf("%s %s: %d", method, path, got.StatusCode)
			}
		}
	}
}

// TestOpenAPISchemas: the components are what jxmb schema prints.
func TestOpenAPISchemas(t *testing.T) {
	t.Parallel()
	r := serve(t, nil)
	var doc struct {
		Components struct{ Schemas map[string]json.RawMessage }
	}
	if err := json.Unmarshal(r.get("/openapi.json").body, &doc); err != nil {
		t.Fatal(err)
	}
	for name, want := range schemas() {
		var got, wanted bytes.Buffer
		if err := json.Compact(&got, doc.Components.Schemas[name]); err != nil {
			t.Fatal(name, err)
		}
		if err := json.Compact(&wanted, want); err != nil {
			t.Fatal(name, err)
		}
		if got.String() != wanted.String() {
			t.Errorf("%s: %.200s", name, got.String())
		}
	}
}
