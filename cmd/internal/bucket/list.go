package bucket

import (
	"context"

	"github.com/minio/minio-go/v7"

	"jxmb/model"
)

// maxObjects bounds a listing: more than a country's submissions, and a storage
// that begins its list anew without an end is told.
const maxObjects = 5_000_000

// Find looks whether there is an object at a. The error is that of a storage
// that does not say, as one does whose keys may list and not ask.
func (s *Store) Find(ctx context.Context, a Address) (Object, bool, error) {
	info, err := s.core.StatObject(ctx, a.Bucket, a.Key, minio.StatObjectOptions{})
	switch {
	case err == nil:
		return Object{a, info.Size, info.ETag}, true, nil
	case minio.ToErrorResponse(err).StatusCode == 404:
		return Object{}, false, nil
	}
	return Object{}, false, s.explain(ctx, a, err)
}

// List gives the objects whose keys begin with that of a, in the order of their
// keys' bytes: all of them, or an error.
func (s *Store) List(ctx context.Context, a Address) ([]Object, error) {
	var objects []Object
	noOwner := false
	options := minio.ListObjectsOptions{Prefix: a.Key, Recursive: true, FetchOwner: &noOwner}
	for info := range s.core.ListObjectsIter(ctx, a.Bucket, options) {
		switch {
		case info.Err != nil:
			return nil, s.explain(ctx, a, info.Err)
		case len(objects) == maxObjects:
			return nil, &model.Fault{
				Kind: "limit",
				What: model.Say("超过 %d 个对象", "there are more than %d objects", maxObjects),
				Hint: model.Say("分几个前缀读取", "read it prefix by prefix"),
			}
		}
		objects = append(objects, Object{Address{a.Bucket, info.Key}, info.Size, info.ETag})
	}
	if err := ctx.Err(); err != nil { // the list then just ends
		return nil, err
	}
	return objects, nil
}
