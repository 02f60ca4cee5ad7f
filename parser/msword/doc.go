// Package msword is what Word's two file formats, .docx and .doc, have in
// common beyond the shape of a document: how list numbers count and are written,
// what the characters of symbol fonts show, and what the instruction of a field
// shows that has no result.
//
// Clauses are of ISO/IEC 29500-1 unless they say otherwise; [MS-DOC] describes
// the same features of the same program.
package msword
