package web

import (
	"cmp"
	"time"
)

// Limits bound what requests may cost. A zero field means its default.
type Limits struct {
	Body     int64 // bytes of the body of a request
	Values   int64 // bytes of values to be split
	Lines    int   // lines of them
	Files    int   // files of a batch
	Parts    int   // parts of a multipart body
	Name     int   // bytes of each component of a file's name
	Entries  int   // entries of a zip
	Unpacked int64 // bytes that the archives of a request unpack to, in all
	Quota    int64 // bytes of the data folder
	Batches  int   // batches that wait
	Watchers int   // event streams at a time
	Queue    int   // requests that wait for a worker
	HeaderTime, IdleTime,
	Drain time.Duration
	Connections int
	Rate        int64         // bytes a second that a body must bring, and a reader take
	RateWindow  time.Duration // over which that is measured
	Memory      int64         // bytes of a worker
	Time        time.Duration // for one document
}

// DefaultLimits are those of the command line.
var DefaultLimits = Limits{
	Body: 64 << 20, Values: 2 << 20, Lines: 50_000, Files: 2000, Parts: 200, Name: 255,
	Entries: 2000, Unpacked: 256 << 20,
	Quota: 20 << 30, Batches: 100, Watchers: 32, Queue: 100,
	HeaderTime: 5 * time.Second, IdleTime: time.Minute, Drain: 10 * time.Second,
	Connections: 64, Rate: 8 << 10, RateWindow: 5 * time.Second,
	Memory: 512 << 20, Time: 30 * time.Second,
}

func (l Limits) withDefaults() Limits {
	d := DefaultLimits
	return Limits{
		Body: cmp.Or(l.Body, d.Body), Values: cmp.Or(l.Values, d.Values), Lines: cmp.Or(l.Lines, d.Lines), Files: cmp.Or(l.Files, d.Files), Parts: cmp.Or(l.Parts, d.Parts), Name: cmp.Or(l.Name, d.Name),
		Entries: cmp.Or(l.Entries, d.Entries), Unpacked: cmp.Or(l.Unpacked, d.Unpacked),
		Quota: cmp.Or(l.Quota, d.Quota), Batches: cmp.Or(l.Batches, d.Batches),
		Watchers: cmp.Or(l.Watchers, d.Watchers), Queue: cmp.Or(l.Queue, d.Queue),
		HeaderTime: cmp.Or(l.HeaderTime, d.HeaderTime), IdleTime: cmp.Or(l.IdleTime, d.IdleTime), Drain: cmp.Or(l.Drain, d.Drain),
		Connections: cmp.Or(l.Connections, d.Connections), Rate: cmp.Or(l.Rate, d.Rate), RateWindow: cmp.Or(l.RateWindow, d.RateWindow),
		Memory: cmp.Or(l.Memory, d.Memory), Time: cmp.Or(l.Time, d.Time),
	}
}
