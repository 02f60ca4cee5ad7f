// Package worker is the process that reads documents for the server, so that one
// which takes too much or breaks the program costs its own result alone: the jobs
// and events between the two, the pool that the server sees, the process itself.
package worker

import (
	"jxmb/cmd/internal/batch"
	"jxmb/model"
)

// Job is what a worker is asked to do: one JSON object a line on its standard
// input. It answers with lines of [event], the last of the kind [eventAnswer].
type Job struct {
	Verb string     `json:"verb"` // of [verbs]
	Args []string   `json:"args,omitempty"`
	Dir  string     `json:"dir,omitempty"`  // to work in, where on the machine; "" for the worker's own
	File string     `json:"file,omitempty"` // to read, where on the machine
	Out  string     `json:"out,omitempty"`  // to write the answer to, where on the machine
	Lang model.Lang `json:"lang"`

	Across []model.Finding `json:"across,omitempty"` // told at the file, of it and others together

	Batch *BatchJob `json:"batch,omitempty"`
	Unzip *UnzipJob `json:"unzip,omitempty"`
}

// BatchJob is a batch to be run.
type BatchJob struct {
	In      string                  `json:"in"`
	Out     string                  `json:"out"`
	Formats []string                `json:"formats"`
	Jobs    int                     `json:"jobs"`
	Program string                  `json:"program"`
	Faults  map[string]*model.Fault `json:"faults"` // of files that are not to be read again
	Review  string                  `json:"review"` // where on the machine the review stands, "" for none
}

// EventKind tells events apart.
type EventKind string

const (
	EventPlan   EventKind = "plan"   // Files are what there is to read
	EventBegin  EventKind = "begin"  // a document is being read
	EventEnd    EventKind = "end"    // it is not any more
	EventDone   EventKind = "done"   // its outcome, in the order of the plan
	eventAnswer EventKind = "answer" // the job is done
)

// Event is what a worker tells.
type Event struct {
	Kind    EventKind    `json:"kind"`
	Files   []string     `json:"files,omitempty"`
	File    int          `json:"file"`
	Outcome *Outcome     `json:"outcome,omitempty"`
	Bytes   int64        `json:"bytes,omitempty"` // that were unpacked
	Code    int          `json:"code"`            // as the exit code of the command line
	Fault   *model.Fault `json:"fault,omitempty"`
	Limit   string       `json:"limit,omitempty"` // of Fault
}

// Outcome is what became of a document of a batch.
type Outcome struct {
	Status     batch.Status   `json:"status"`
	Projects   int            `json:"projects"`
	Indicators int            `json:"indicators"`
	Findings   batch.Findings `json:"findings"`
	Outputs    []string       `json:"outputs"`
	Bytes      int64          `json:"bytes"` // of the outputs
	Fault      *model.Fault   `json:"fault,omitempty"`
}
