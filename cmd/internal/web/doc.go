// Package web serves a page for people who use no shell, and an API for
// systems. It fetches nothing and starts nothing but workers: this program
// itself, in processes of their own, in which all documents are read.
//
//	request ─ connections, guard, pace ─▶ route ─ gate ─▶ worker ─▶ answer
//	upload  ─ names, quota, worker ─▶ folder of the batch ─ worker ─▶ results, report
//
// What stands where:
//
//	server.go       Config, Server: listening, draining
//	routes.go       every route, with the guards that it needs
//	guard.go        Host, Origin, token, the header of state changes; headers.go, what answers say
//	connections.go  how many connections, and which gives way; pace.go, how slow a body may be
//	store.go        the data folder: batches by id, quota, what is too old
//	batch.go        one batch: its files, their states, documents, sources, results
//	upload.go       bodies to files; names.go what they are called
//	worker/         jobs, events, the pool of workers, a worker from inside: archives, pages, batches
//	api_*.go        the API; problem.go its errors; openapi.json its description
//	page*.go        the page: handlers in files of their own, templates/ and static/ beside them
//
// Handlers of the page find what they show in [Store] and [Batch]:
//
//	s.store.List()             batches, the newest first
//	s.store.Get(id)            a batch, or nil
//	b.Status()                 its state and counts, and the state of each file
//	b.Document(i)              what was read of file i, as [model.Document]
//	b.JSON(i)                  the same as the bytes of its result
//	b.Source(i)                the uploaded file, open for reading
//	b.Report()                 the report of the batch, with findings between documents
//	b.Result(name)             a result, open for reading
//	b.Folder()                 the folder as [os.Root], for state that is kept beside the batch
//	b.Watch()                  a channel that is closed at the next change
//	s.ask(ctx, job)            work on a document in a worker, of the verbs of package worker
//
// A batch is a folder data/batches/ID:
//
//	batch.json   when and how it was asked for, its state
//	in/          the uploaded files; archives are unpacked
//	out/         what package batch makes of them
//	review.json  what people decided: findings set aside, values corrected
//	faults.json  files that cost a worker its life, and how
package web
