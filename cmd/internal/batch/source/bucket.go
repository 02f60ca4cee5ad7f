package source

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"jxmb/cmd/internal/batch/content"
	"jxmb/cmd/internal/bucket"
	"jxmb/model"
)

// bucketFile is an object as if it were a file of a folder.
type bucketFile struct {
	name   string // below the folder
	object bucket.Object
}

// bucketArgument adds what an address leads to.
func (g *gatherer) bucketArgument(f found, only bool) {
	name := path.Base(cleanName(strings.TrimPrefix(f.path, bucket.Scheme)))
	switch {
	case f.err != nil:
		g.fail(f.path, name, f.err)
	case f.folder && g.dirs[f.path]:
		g.plan.Ignored.Repeated++
	case f.folder:
		g.dirs[f.path] = true
		if only {
			name = ""
		}
		g.bucketFolder(filesBelow(f), name)
	case HasExt(name, ".zip"):
		at := place{path: f.path, name: name, object: &f.objects[0]}
		if !only {
			at.stem = strings.TrimSuffix(name, path.Ext(name))
		}
		g.archiveAt(at, version(f.objects[0]), g.opening(f.objects[0]))
	default:
		g.object(f.objects[0], name)
	}
}

// filesBelow are the objects of a folder in the order in which folders are read.
// Keys that end in a slash are what programs make to show an empty folder.
func filesBelow(f found) []bucketFile {
	files := make([]bucketFile, 0, len(f.objects))
	for _, o := range f.objects {
		below := o.Key[len(f.prefix):]
		if name := cleanName(below); name != "" && !(strings.HasSuffix(below, "/") && o.Size == 0) {
			files = append(files, bucketFile{name, o})
		}
	}
	slices.SortStableFunc(files, func(a, b bucketFile) int {
		return cmp.Or(byComponents(a.name, b.name), strings.Compare(a.object.Key, b.object.Key))
	})
	return files
}

// bucketFolder adds files that stand in one folder; rel is its place below the
// output folder. It counts what is passed over as [gatherer.folder] does.
func (g *gatherer) bucketFolder(files []bucketFile, rel string) {
	for len(files) > 0 {
		base, _, isFolder := strings.Cut(files[0].name, "/")
		if !isFolder {
			if !g.ignored(base) {
				g.bucketEntry(files[0].object, path.Join(rel, base))
			}
			files = files[1:]
			continue
		}
		var inside []bucketFile
		for _, f := range files {
			below, ok := strings.CutPrefix(f.name, base+"/")
			if !ok {
				break
			}
			inside = append(inside, bucketFile{below, f.object})
		}
		if !g.ignored(base) {
			g.bucketFolder(inside, path.Join(rel, base))
		}
		files = files[len(inside):]
	}
}

func (g *gatherer) bucketEntry(o bucket.Object, rel string) {
	switch {
	case strings.HasSuffix(o.Key, "/"): // a folder that holds something itself
		g.other(rel)
	case HasExt(rel, ".zip"):
		g.archiveAt(place{path: o.String(), name: rel, stem: strings.TrimSuffix(rel, path.Ext(rel)), object: &o}, version(o), g.opening(o))
	case HasExt(rel, foreignArchives...):
		g.fail(o.String(), rel, foreignArchive(rel))
	case g.takes(rel):
		g.object(o, rel)
	default:
		g.other(rel)
	}
}

func (g *gatherer) object(o bucket.Object, rel string) {
	if g.first(o.String()) {
		g.add(&Input{Path: o.String(), Name: rel, object: &o, Version: version(o), Open: g.opening(o)}, rel)
	}
}

// version stands for the content of an object, "" where the storage does not tell.
func version(o bucket.Object) string {
	if o.ETag == "" {
		return ""
	}
	return fmt.Sprintf("%s/%d", o.ETag, o.Size)
}

// opening fetches an object whole, unless it is too large. Nothing that happens to
// it afterwards changes what is read.
func (g *gatherer) opening(o bucket.Object) func() (*content.Content, error) {
	return openObject(g.Context, g.plan.store, o, g.Limits.MemberBytes)
}

func openObject(ctx context.Context, store *bucket.Store, o bucket.Object, limit int64) func() (*content.Content, error) {
	return func() (c *content.Content, err error) {
		if o.Size > limit {
			return nil, &model.Fault{
				Kind: "limit",
				What: model.Say("对象有 %d 字节，超过上限 %d", "the object has %d bytes, more than the limit of %d", o.Size, limit),
				Hint: model.Say("确认文件无误后可用 --max-member-bytes 放宽", "if the file is sound, raise it with --max-member-bytes"),
			}
		}
		err = store.Read(ctx, o, func(r io.Reader) (err error) {
			c, err = content.Spool(r, o.Size, limit)
			return err
		})
		return c, err
	}
}
