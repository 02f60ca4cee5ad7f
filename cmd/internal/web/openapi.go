package web

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
)

//go:embed openapi.json
var openAPIText []byte

// describe puts the schemas of the results into the description of the API,
// where it refers to them.
func (s *Server) describe() ([]byte, error) {
	var doc map[string]any
	if err := json.Unmarshal(openAPIText, &doc); err != nil {
		return nil, err
	}
	components, _ := doc["components"].(map[string]any)
	schemas, _ := components["schemas"].(map[string]any)
	for name, v := range schemas {
		if entry, ok := v.(map[string]any); ok && entry["x-jxmb-schema"] != nil {
			text, ok := s.Schema(fmt.Sprint(entry["x-jxmb-schema"]))
			if !ok {
				return nil, fmt.Errorf("openapi.json: no schema %q", name)
			}
			schemas[name] = json.RawMessage(text)
		}
	}
	if info, ok := doc["info"].(map[string]any); ok {
		info["version"] = s.Version
	}
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false) // the schemas as they are
	enc.SetIndent("", "  ")
	err := enc.Encode(doc)
	return text.Bytes(), err
}
