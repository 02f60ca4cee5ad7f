package web

import (
	"jxmb/cmd/internal/batch"
	"jxmb/model"
)

// job is what a worker is asked to do: one JSON object a line on its standard
// input. It answers with lines of [event], the last of the kind [eventAnswer].
type job struct {
	Verb string     `json:"verb"` // of [verbs]
	Args []string   `json:"args,omitempty"`
	Dir  string     `json:"dir,omitempty"`  // to work in, where on the machine; "" for the worker's own
	File string     `json:"file,omitempty"` // to read, where on the machine
	Out  string     `json:"out,omitempty"`  // to write the answer to, where on the machine
	Lang model.Lang `json:"lang"`

	Across []model.Finding `json:"across,omitempty"` // told at the file, of it and others together

	Batch *batchJob `json:"batch,omitempty"`
	Unzip *unzipJob `json:"unzip,omitempty"`
}

// batchJob is a batch to be run.
type batchJob struct {
	In      string                  `json:"in"`
	Out     string                  `json:"out"`
	Formats []string                `json:"formats"`
	Jobs    int                     `json:"jobs"`
	Program string                  `json:"program"`
	Faults  map[string]*model.Fault `json:"faults"` // of files that are not to be read again
	Review  string                  `json:"review"` // where on the machine the review stands, "" for none
}

// eventKind tells events apart.
type eventKind string

const (
	eventPlan   eventKind = "plan"   // Files are what there is to read
	eventBegin  eventKind = "begin"  // a document is being read
	eventEnd    eventKind = "end"    // it is not any more
	eventDone   eventKind = "done"   // its outcome, in the order of the plan
	eventAnswer eventKind = "answer" // the job is done
)

// event is what a worker tells.
type event struct {
	Kind    eventKind    `json:"kind"`
	Files   []string     `json:"files,omitempty"`
	File    int          `json:"file"`
	Outcome *outcome     `json:"outcome,omitempty"`
	Bytes   int64        `json:"bytes,omitempty"` // that were unpacked
	Code    int          `json:"code"`            // as the exit code of the command line
	Fault   *model.Fault `json:"fault,omitempty"`
	Limit   string       `json:"limit,omitempty"` // of Fault
}

// outcome is what became of a document of a batch.
type outcome struct {
	Status     batch.Status   `json:"status"`
	Projects   int            `json:"projects"`
	Indicators int            `json:"indicators"`
	Findings   batch.Findings `json:"findings"`
	Outputs    []string       `json:"outputs"`
	Bytes      int64          `json:"bytes"` // of the outputs
	Fault      *model.Fault   `json:"fault,omitempty"`
}
