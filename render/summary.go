package render

import "jxmb/model"

// Summary collects the documents of a batch into one file. Add takes them one
// after another, in the order of the results, from one goroutine at a time;
// file names a document for readers. Nothing reaches the writer before Close,
// which must be called once, after an error of Add too.
type Summary interface {
	Add(file string, d *model.Document) error
	Close() error
}
