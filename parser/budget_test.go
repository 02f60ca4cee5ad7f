package parser_test

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"jxmb/fixtures/hostile"
	"jxmb/model"
	"jxmb/parser"
	"jxmb/parser/ooxml"
)

// TestBudget: one limit holds for all that a document comes to, text, cells,
// indicators and findings, whichever reader it comes from, and is named where
// it is passed.
func TestBudget(t *testing.T) {
	const items = 400
	for _, g := range hostile.Growth() {
		switch g.Name {
		case "indicators", "projects", "findings", "bookmarks-open", "txt-indicators", "txt-projects", "html-indicators", "html-rows", "xlsx-indicators":
		default:
			continue
		}
		t.Run(g.Name, func(t *testing.T) {
			file := g.Bytes(items)
			read := func(bytesOfResult int64) error {
				_, err := parser.Parse(context.Background(), bytes.NewReader(file), int64(len(file)),
					parser.Options{Name: "a" + g.Ext, Limits: ooxml.Limits{ResultBytes: bytesOfResult}})
				return err
			}
			if err := read(0); err != nil {
				t.Fatal(err)
			}
			// What blocks take alone, and a little more: what is found in them has no room.
			blocks, err := parser.Blocks(context.Background(), bytes.NewReader(file), int64(len(file)), parser.Options{Name: "a" + g.Ext})
			if err != nil {
				t.Fatal(err)
			}
			if blocks.Bytes < int64(items)*50 {
				t.Errorf("%d bytes for %d items", blocks.Bytes, items)
			}
			var fault *model.Fault
			if err := read(blocks.Bytes + 1000); !errors.As(err, &fault) || fault.Kind != model.FaultLimit || fault.Limit != "Limits.ResultBytes" {
				t.Errorf("error %v", err)
			}
		})
	}
}
