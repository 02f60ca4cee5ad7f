// Package quantity reads numerals, units and money: the one home of what the
// value language, the forms, the review rules and line breaking know of them.
//
// A [Text] is folded: full width to half width, compatibility forms to plain
// ones, rune by rune, so that every place in the folded text is a place in the
// text. Blanks, controls and direction marks vanish, but still end a run of
// digits. Words, units, operators and signs are tables in vocab/*.tsv; the last
// column of each names the source of the row.
package quantity
