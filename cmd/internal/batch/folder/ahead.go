package folder

import "os"

// stretch is how much of a long file, such as one over all documents, is made durable
// while what follows is still being made. Else the disk rests for most of a run, and
// the run waits for the disk at its end.
const stretch = 8 << 20

// ahead makes what is written of a file durable beside the writing of the rest.
type ahead struct {
	upTo    int64      // what was begun
	running chan error // its end; nil where nothing is under way
	err     error      // the first: a system tells one once, whoever asks
}

// goOn begins on the first size bytes where there is enough to do, and nothing is
// under way.
func (a *ahead) goOn(file *os.File, size int64) {
	if size-a.upTo < stretch {
		return
	}
	select {
	case err := <-a.running:
		a.end(err)
	default:
		if a.running != nil {
			return
		}
	}
	a.upTo = size
	running := make(chan error, 1)
	a.running = running
	go func() { running <- file.Sync() }()
}

// wait ends what is under way, so that the file can be closed.
func (a *ahead) wait() error {
	if a.running != nil {
		a.end(<-a.running)
	}
	return a.err
}

func (a *ahead) end(err error) {
	a.running = nil
	if a.err == nil {
		a.err = err
	}
}
