// Package doc reads the body of a Word 97-2003 document ([MS-DOC], the binary
// .doc; .wps of WPS Writer is the same) as paragraphs, table grids and bookmark
// ranges.
//
// [Read] is the whole of it. It opens the compound file, holds its streams
// against the limits before memory is taken, and goes over the text once,
// paragraph by paragraph. Nothing is extracted or run: pictures, objects and
// macros are never opened.
//
// What is read, and where:
//
//	[x] container, streams                        container.go
//	[x] file information block                    fib.go
//	[x] piece table, compressed text              pieces.go
//	[x] formatting: pages, Prls                   fkp.go sprm.go
//	[x] characters: hidden, struck, revisions     character.go text.go
//	[x] styles, fonts                             stylesheet.go fonts.go
//	[x] paragraphs                                mark.go paragraph.go flow.go
//	[x] tables: cells, nesting; rows              table.go row.go
//	[x] the grid: columns by edges, merges        layout.go
//	[x] fields, form fields                       field.go formfield.go
//	[x] bookmarks                                 bookmark.go
//	[x] list numbers                              list.go numberformats.tsv
//	[x] text boxes                                shape.go
//	[x] headers, footers: their lines             aside.go
//	[-] footnotes, endnotes, comments of cells: noted with their text, aside.go
//	[-] pictures, embedded objects: noted, control.go shape.go
//	[-] Word 6.0/95, encrypted documents: refused, fib.go
//
// The document is read as it looks with all revisions accepted. Sections cited
// are of [MS-DOC] where they name no other document.
package doc
