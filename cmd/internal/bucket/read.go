package bucket

import (
	"context"
	"errors"
	"io"
	"time"

	"github.com/minio/minio-go/v7"
)

// Read gives the bytes of o to take. Where they break off it begins again, a few
// times, and take with it; what take itself fails with is given back at once. An
// object that is not what it was when it was listed is a fault of kind
// "changed".
func (s *Store) Read(ctx context.Context, o Object, take func(io.Reader) error) error {
	for attempt := 1; ; attempt++ {
		broken, err := s.read(ctx, o, take)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err == nil:
			return nil
		case !broken:
			return err
		case attempt == attempts:
			return s.brokenOff(err)
		}
	}
}

// read fetches o once. Broken tells errors of a connection that ended too early.
func (s *Store) read(ctx context.Context, o Object, take func(io.Reader) error) (broken bool, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	options := minio.GetObjectOptions{}
	if o.ETag != "" {
		if err := options.SetMatchETag(o.ETag); err != nil {
			return false, err
		}
	}
	r, info, _, err := s.core.GetObject(ctx, o.Bucket, o.Key, options)
	if err != nil {
		return false, s.explain(ctx, o.Address, err)
	}
	defer r.Close()
	if !o.is(info) {
		return false, changed()
	}
	body := &body{r: r, left: o.Size, patience: s.patience, stalled: time.AfterFunc(s.patience, cancel)}
	defer body.stalled.Stop()
	err = take(body)
	if body.err != nil {
		return true, body.err
	}
	if err == nil && body.left != 0 {
		return false, changed()
	}
	return false, err
}

// is tells whether an answer is about this version, as far as it says.
func (o Object) is(info minio.ObjectInfo) bool {
	sameSize := info.Size < 0 || info.Size == o.Size
	sameTag := o.ETag == "" || info.ETag == "" || info.ETag == o.ETag
	return sameSize && sameTag
}

// body reads an answer that has a length, and ends it where nothing comes any
// more.
type body struct {
	r        io.Reader
	left     int64
	patience time.Duration
	stalled  *time.Timer
	err      error // of the connection
}

var errStalled = errors.New("the storage sends nothing more")

func (b *body) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	b.left -= int64(n)
	going := b.stalled.Reset(b.patience)
	switch {
	case err == nil:
		return n, nil
	case err == io.EOF && b.left <= 0:
		return n, err
	case err == io.EOF:
		err = io.ErrUnexpectedEOF
	case !going:
		err = errStalled
	}
	b.err = err
	return n, err
}
