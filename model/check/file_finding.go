package check

import "jxmb/model"

// FileFinding is a finding in one of the files of a batch.
type FileFinding struct {
	File string
	model.Finding
}
