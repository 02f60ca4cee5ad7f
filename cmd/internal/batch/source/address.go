package source

import (
	"cmp"
	"context"
	"os"

	"jxmb/cmd/internal/batch/content"
	"jxmb/cmd/internal/bucket"
	"jxmb/cmd/internal/fault"
	"jxmb/model"
)

// Address says which input of a plan is meant, in words that another process
// understands if it sees the same files under the same names. Names need not be
// UTF-8, so that it travels as gob, not as JSON.
type Address struct {
	Path    string         // as [Input.Path]
	Name    string         // as [Input.Name]
	Archive string         // the file that holds it, "" for one that is a file itself
	Member  int            // number among those of the archive with the same path
	Version string         // of its content, where a storage tells it; else ""
	Object  *bucket.Object // that it is, as it was listed; nil on disks and in archives
	Fault   *model.Fault   // known while looking for it, without cause; nil mostly
}

// Addresses are those of the inputs of p, in their order.
func (p *Plan) Addresses() []Address {
	addresses := make([]Address, len(p.Inputs))
	members := map[string]int{} // by path
	for i, in := range p.Inputs {
		a := Address{Path: in.Path, Name: in.Name, Archive: in.archive, Version: in.Version, Object: in.object}
		switch {
		case in.fault != nil:
			fault := *fault.Explain(in.fault)
			fault.Err = nil
			a.Fault = &fault
		case in.stream:
			a.Fault = errStream
		}
		if a.Archive != "" {
			a.Member = members[a.Path]
			members[a.Path]++
		}
		addresses[i] = a
	}
	return addresses
}

var errStream = &model.Fault{
	Kind: "usage",
	What: model.Say("管道和标准输入只能由本机这一个程序读取", "a pipe or standard input can be read by one program alone"),
	Hint: model.Say("先存成文件", "save it as a file first"),
}

// Opener makes inputs of addresses in the process that reads them. Of archives it
// keeps the last one open: the members of one should come together. The limit on
// what an archive unpacks to is that of each opener.
type Opener struct {
	Sources

	store   *bucket.Store // of objects; nil until there is one
	archive string
	plan    *Plan               // of the archive
	members map[string][]*Input // its inputs, by path
}

// Input is the input at a. One that is not there any more, or not the same, fails
// when it is opened.
func (o *Opener) Input(a Address) *Input {
	in := &Input{Path: a.Path, Name: a.Name, Done: func() {}}
	ctx := cmp.Or(o.Context, context.Background())
	limit := o.Limits.withDefaults().MemberBytes
	switch {
	case a.Fault != nil:
		in.Open = func() (*content.Content, error) { return nil, a.Fault }
	case a.Object != nil:
		if err := o.connect(); err != nil {
			in.Open = func() (*content.Content, error) { return nil, err }
			break
		}
		in.Open = openObject(ctx, o.store, *a.Object, limit)
	case a.Archive == "":
		in.Open = func() (*content.Content, error) { return content.OpenFile(ctx, a.Path, limit) }
	default:
		member, err := o.member(a)
		if err != nil {
			in.Open = func() (*content.Content, error) { return nil, err }
			break
		}
		in.Open, in.Done = member.Open, member.Done
	}
	return in
}

func (o *Opener) connect() (err error) {
	if o.store == nil {
		o.store, err = bucket.FromEnvironment(os.Getenv)
	}
	return err
}

// member finds the input in its archive.
func (o *Opener) member(a Address) (*Input, error) {
	if o.plan == nil || o.archive != a.Archive {
		if err := o.closeArchive(); err != nil {
			return nil, err
		}
		plan, err := Gather([]string{a.Archive}, Sources{Context: o.Context, Extensions: o.Extensions, Limits: o.Limits})
		if err != nil {
			return nil, err
		}
		o.plan, o.archive, o.members = plan, a.Archive, map[string][]*Input{}
		for _, in := range plan.Inputs {
			o.members[in.Path] = append(o.members[in.Path], in)
		}
	}
	members := o.members[a.Path]
	if a.Member >= len(members) || members[a.Member].Version != a.Version {
		return nil, &model.Fault{
			Kind: "corrupt",
			What: model.Say("压缩包在处理期间变了", "the archive changed while it was being read"),
			Hint: model.Say("不要在运行期间改动输入，再运行一次", "leave the inputs alone during a run, and run again"),
		}
	}
	return members[a.Member], nil
}

// Close gives back the archive that is still open, and connections.
func (o *Opener) Close() error {
	if o.store != nil {
		o.store.Close()
		o.store = nil
	}
	return o.closeArchive()
}

func (o *Opener) closeArchive() error {
	if o.plan == nil {
		return nil
	}
	plan := o.plan
	o.plan = nil
	return plan.Close()
}
