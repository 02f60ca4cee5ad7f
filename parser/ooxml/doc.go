// Package ooxml opens Office Open XML packages (ISO/IEC 29500-2) and scans
// their parts. It is the one reader of such packages here: whoever reads Word
// or writes comments into it goes through [Open], which tells what the file is
// where it is no package, and holds archive and parts against [Limits] before
// memory is taken.
//
//	opening, members, other kinds of files   package.go sniff.go compound.go
//	inflating within limits, checksums        inflate.go limits.go
//	relationships, the main part              relationship.go
//	UTF-8 and UTF-16                          encoding.go
//	tags, namespaces, references              scan.go attribute.go scope.go entity.go names.go
//	going back, remembering                   mark.go memo.go
//	writing a package with changed parts      write.go
//
// Nothing is extracted to disk, fetched or run.
package ooxml
