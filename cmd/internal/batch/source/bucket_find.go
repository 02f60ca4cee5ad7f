package source

import (
	"cmp"
	"os"
	"path"
	"slices"
	"strings"

	"jxmb/cmd/internal/bucket"
	"jxmb/cmd/internal/fault"
	"jxmb/model"
)

// found is what an address in a bucket leads to.
type found struct {
	path    string          // as the user knows it
	folder  bool            // objects that stand below it; else one alone
	objects []bucket.Object // of a folder those below its prefix, in any order
	prefix  string          // of the keys of a folder, with the slash at its end
	err     error
}

// isContainer is [IsContainer], for addresses too. Its error is that of a storage
// that does not tell what there is.
func (g *gatherer) isContainer(p string) (bool, error) {
	if !bucket.Is(p) {
		return IsContainer(p), nil
	}
	f := g.inBucket(p)
	if f.err != nil {
		fault := *fault.Explain(f.err)
		fault.Place = model.Text{ZH: p, EN: p}
		return false, &fault
	}
	return f.folder || HasExt(p, ".zip"), nil
}

// connect makes the store of all buckets, once; it opens no connection yet.
func (g *gatherer) connect() (*bucket.Store, error) {
	if g.plan.store == nil {
		store, err := bucket.FromEnvironment(os.Getenv)
		if err != nil {
			return nil, err
		}
		g.plan.store = store
	}
	return g.plan.store, nil
}

// expandBucket are the addresses of what address leads to, which is kept for
// when its turn comes.
func (g *gatherer) expandBucket(address string) (addresses []string) {
	if g.found == nil { // nothing is to be read
		return []string{address}
	}
	for _, f := range g.inBuckets(address) {
		g.found[f.path] = f
		addresses = append(addresses, f.path)
	}
	return addresses
}

// inBucket is what one address leads to.
func (g *gatherer) inBucket(address string) found {
	f, ok := g.found[address]
	if !ok { // of a list, where nothing is a pattern
		f = g.inBuckets(address)[0]
		g.found[address] = f
	}
	return f
}

// inBuckets are what address leads to, as a path of the disk would: an object, a
// folder, or where neither is there all that it matches as a pattern.
func (g *gatherer) inBuckets(address string) []found {
	at, err := bucket.Parse(address)
	if err != nil {
		return []found{{path: address, err: err}}
	}
	store, err := g.connect()
	if err != nil {
		return []found{{path: address, err: err}}
	}
	f := found{path: address, folder: true, prefix: at.Key}
	var unclear error // whether there is an object
	if at.Key != "" && !strings.HasSuffix(at.Key, "/") {
		object, is, err := store.Find(g.Context, at)
		if is {
			return []found{{path: address, objects: []bucket.Object{object}}}
		}
		unclear = err
		f.prefix = at.Key + "/"
	}
	if unclear == nil || fault.Explain(unclear).Kind == "permission" { // which may be to list alone
		f.objects, f.err = store.List(g.Context, bucket.Address{Bucket: at.Bucket, Key: f.prefix})
	} else {
		f.err = unclear
	}
	switch {
	case f.err != nil || len(f.objects) > 0:
		return []found{f}
	case isPattern(at.Key):
		return g.matching(store, at, address)
	}
	f.err = cmp.Or(unclear, error(noObject()))
	return []found{f}
}

func noObject() *model.Fault {
	return &model.Fault{
		Kind: "missing",
		What: model.Say("没有这样的对象，也没有对象以此为前缀", "there is no such object, and none below it"),
		Hint: model.Say("核对地址；大小写也要一致", "check the address, upper and lower case too"),
	}
}

func isPattern(key string) bool { return strings.ContainsAny(key, "*?[") }

// matching are the objects and folders whose addresses the pattern at matches, as
// [path.Match] has it: no * reaches beyond a slash.
func (g *gatherer) matching(store *bucket.Store, at bucket.Address, address string) []found {
	literal := at.Key[:strings.IndexAny(at.Key, "*?[")]
	objects, err := store.List(g.Context, bucket.Address{Bucket: at.Bucket, Key: literal})
	if err != nil {
		return []found{{path: address, err: err}}
	}
	pattern := strings.TrimSuffix(at.Key, "/")
	depth := strings.Count(pattern, "/")
	folders := map[string]int{} // their places below
	var all []found
	for _, o := range objects {
		key, below := upTo(o.Key, depth)
		if ok, err := path.Match(pattern, key); err != nil || !ok {
			continue
		}
		p := bucket.Address{Bucket: at.Bucket, Key: key}.String()
		if i, known := folders[key]; below && known {
			all[i].objects = append(all[i].objects, o)
			continue
		}
		if below {
			folders[key] = len(all)
		} else if pattern != at.Key { // folders alone
			continue
		}
		all = append(all, found{path: p, folder: below, objects: []bucket.Object{o}, prefix: key + "/"})
	}
	if len(all) == 0 {
		return []found{{path: address, err: noObject()}}
	}
	slices.SortStableFunc(all, func(a, b found) int { return byComponents(a.path, b.path) })
	return all
}

// upTo is the key up to its slash of a number, and whether it has one there.
func upTo(key string, slashes int) (string, bool) {
	for i := range len(key) {
		if key[i] == '/' {
			if slashes == 0 {
				return key[:i], true
			}
			slashes--
		}
	}
	return key, false
}

// byComponents orders paths as folders are read: by the bytes of the names, one
// folder after the other.
func byComponents(a, b string) int {
	return slices.CompareFunc(strings.Split(a, "/"), strings.Split(b, "/"), strings.Compare)
}
