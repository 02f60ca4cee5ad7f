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
//	[x] fields, form fields                     field.go
//	[x] text boxes, alternate content           textbox.go alternate.go
//	[x] tables: spans, merges, nesting          table.go grid.go continued.go
//	[x] bookmarks                               bookmark.go
//	[x] list numbers, styles                    numbering.go numeral.go styles.go
//	[x] symbol fonts                            symbol.go symbols.tsv
//	[-] footnotes, endnotes, comments, headers: other parts, not read
//	[-] altChunk: noted, not read
//	[-] SmartArt and charts: text of other parts, not read
//
// The document is read as it looks with all revisions accepted.
package docx
