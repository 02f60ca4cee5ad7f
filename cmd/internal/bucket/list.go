package bucket

import (
	"context"

	"github.com/minio/minio-go/v7"

	"jxmb/model"
)

// Bounds of a listing: more than a country's submissions in a year.
const (
	maxObjects  = 1_000_000
	maxKeyBytes = 100 << 20 // of all keys
)

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
	left := maxKeyBytes
	noOwner := false
	options := minio.ListObjectsOptions{Prefix: a.Key, Recursive: true, FetchOwner: &noOwner}
	of, page := listed(ctx)
	for info := range s.core.ListObjectsIter(of, a.Bucket, options) {
		if info.Err != nil {
			return nil, s.explain(ctx, a, info.Err)
		}
		if len(objects) > 0 && info.Key == objects[0].Key { // it begins anew
			return nil, endless()
		}
		page.barren = 0
		left -= len(info.Key)
		if len(objects) == maxObjects || left < 0 {
			return nil, &model.Fault{
				Kind: "limit",
				What: model.Say("超过 %d 个对象，或它们的键共超过 %d 字节", "there are more than %d objects, or their keys have more than %d bytes", maxObjects, maxKeyBytes),
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
