// Package batch converts many submissions at once: it finds them in folders,
// archives and lists, reads them with a worker a core, and writes their results
// into a folder in such a way that a run may be stopped at any instant and
// taken up again.
//
//	source.Gather ─▶ Plan (what there is to read, and under which name each result goes)
//	Each          ─▶ Result a document, in the order of the plan
//	Run           ─▶ files in the output folder, files over all documents, Report
//
// Memory does not grow with the documents, only with their number: a plan and
// a manifest keep some hundred bytes of names and hashes an input.
package batch
