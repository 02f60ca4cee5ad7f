// Package model holds the canonical form of a submission: what a 绩效目标表
// says, in the terms of the 财政 budget system, with the place of every fact
// in the file it came from.
//
// The package knows nobody: parsers fill it, rules read it, renderers write
// it. Three conventions hold throughout.
//
//   - Absent is absent. An empty string, a nil pointer and an empty Decimal
//     mean "the form does not say" and become null in JSON; no default is
//     ever made up. Lists are never null, only empty.
//   - Exact or refused. Numbers are [Decimal], never floats; what cannot be
//     said exactly is kept as text.
//   - Verbatim beside parsed. Wherever a value was parsed, the text it was
//     parsed from stands next to it.
package model
