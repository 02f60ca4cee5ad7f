// Package bucket reads objects of S3 storage: it lists what stands below an
// address and fetches objects whole, each as it was when it was listed. It opens
// a connection for nothing else, and writes nothing.
//
//	FromEnvironment ─▶ Store ─ Find, List ─▶ Object ─ Read ─▶ its bytes
//
// Every error that a [Store] gives is a [*model.Fault], or that of a context
// that has ended. None holds a key.
package bucket

import (
	"strings"

	"github.com/minio/minio-go/v7/pkg/s3utils"

	"jxmb/model"
)

// Scheme begins every address.
const Scheme = "s3://"

// Address says where an object is, or with a key that ends in a slash, or is
// empty, what stands below it.
type Address struct{ Bucket, Key string }

func (a Address) String() string { return Scheme + a.Bucket + "/" + a.Key }

// Is tells addresses from paths.
func Is(path string) bool { return strings.HasPrefix(path, Scheme) }

// Parse reads "s3://bucket/key". The key is taken as it stands, not unescaped.
func Parse(path string) (Address, error) {
	rest, ok := strings.CutPrefix(path, Scheme)
	name, key, _ := strings.Cut(rest, "/")
	if !ok || name == "" {
		return Address{}, &model.Fault{
			Kind: "usage",
			What: model.Say("地址里没有存储桶的名称", "the address names no bucket"),
			Hint: model.Say("写成 s3://存储桶/前缀/", "write s3://BUCKET/PREFIX/"),
		}
	}
	if s3utils.CheckValidBucketName(name) != nil {
		return Address{}, &model.Fault{
			Kind: "usage",
			What: model.Say("%q 不能是存储桶的名称", "%q cannot be the name of a bucket", name),
			Hint: model.Say("写成 s3://存储桶/前缀/", "write s3://BUCKET/PREFIX/"),
		}
	}
	if s3utils.CheckValidObjectNamePrefix(key) != nil {
		return Address{}, &model.Fault{
			Kind: "usage",
			What: model.Say("不能是对象的地址：超过 1024 字节，或不是 UTF-8", "cannot be the address of an object: it has more than 1,024 bytes or is no UTF-8"),
			Hint: model.Say("核对地址", "check the address"),
		}
	}
	return Address{name, key}, nil
}

// Object is a version of an object.
type Object struct {
	Address
	Size int64
	ETag string // without quotes; "" where the storage gives none
}
