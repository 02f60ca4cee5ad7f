// Package xlsx reads workbooks (ISO/IEC 29500-1 §18): each sheet as the title
// lines and tables that a person sees in it, with the text that each cell shows.
//
//	the package, its sheets and budget        read.go workbook.go limits.go
//	one sheet: cells, merges, what is hidden   worksheet.go hidden.go
//	shared and rich text                       strings.go richtext.go
//	what a cell shows                          value.go styles.go
//	number formats                             format.go section.go number.go date.go
//	where tables begin and end                 region.go outside.go beside.go
//	grids                                      grid.go span.go
//	comments, drawings, page headers           aside.go drawing.go margin.go
//
// The format codes are parsed by the parser of excelize, and excelize shows the
// formats that are rare in forms (fractions, exponents, elapsed time). Parts are
// scanned by package ooxml instead of being unmarshalled by excelize for three
// reasons: it allocates by the row numbers of a sheet before anything can be
// counted; its numbers are binary, so that 0.285 is 28 % where Excel shows 29 %;
// and a cell has no offset in it. Conditions and sections for zero are not obeyed there either.
package xlsx
