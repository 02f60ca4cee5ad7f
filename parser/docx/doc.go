// Package docx reads the body of a WordprocessingML document
// (ISO/IEC 29500-1 §17) as paragraphs, table grids and bookmark ranges.
//
// [Read] is the whole of it. It first tells what the file is, holds the
// archive against its limits before memory is taken, inflates the main part and
// goes over it once (package ooxml). Nothing is extracted, fetched
// or run: pictures, macros and external targets are never opened.
//
// What is read, and where:
//
//	[x] container, parts, XML                   package ooxml
//	[x] paragraphs, runs, revisions, hidden     inline.go properties.go
//	[x] scripts, struck-out and faint text      look.go colour.go
//	[x] formatting of styles, tables, defaults  styles.go ground.go
//	[x] fields, form fields, equations          field.go formfield.go, package msword
//	[x] Office Math                             math.go
//	[x] content controls, bound data            control.go binding.go bound.go
//	[x] text boxes, alternate content           textbox.go alternate.go
//	[x] tables: spans, merges, nesting          table.go grid.go continued.go
//	[x] bookmarks                               bookmark.go
//	[x] list numbers, styles                    numbering_part.go styles.go, package msword
//	[x] symbol fonts                            symbol.go, package msword
//	[x] headers, footers: their lines           margin.go
//	[-] footnotes, endnotes, comments of cells: noted with their text, aside.go
//	[-] pictures, charts, embedded objects: noted, object.go
//	[-] altChunk, subDoc: noted, not read
//	[-] SmartArt and charts: text of other parts, not read
//
// The document is read as it looks with all revisions accepted.
package docx
