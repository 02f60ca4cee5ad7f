// Package compare tells what changed between two states of submissions: a form
// that was sent again, or this year's beside last year's. Three stages hand over:
//
//	[Keep]   of a document what comparing needs, so that a season fits into memory
//	[Match]  which project was which, and which indicator
//	[Tell]   what differs between the two, in the order of the new side
//
// Pairs are found by indices: of codes and names, then of shingles of names and
// indicators. Time and memory grow with the projects, never with their pairs.
package compare
