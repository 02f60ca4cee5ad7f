package web

import "jxmb/model"

// FileError says why a file was not read, in the language of the batch.
type FileError struct {
	Kind  string  `json:"kind"`
	Place *string `json:"place"`
	What  string  `json:"what"`
	Hint  *string `json:"hint"`
}

func fileError(f *model.Fault, l model.Lang) *FileError {
	return &FileError{Kind: string(f.Kind), Place: orNull(f.Place.In(l)), What: f.What.In(l), Hint: orNull(f.Hint.In(l))}
}
