package batch

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"jxmb/cmd/internal/batch/folder"
	"jxmb/cmd/internal/batch/source"
	"jxmb/model"
)

// shardOfReport is the line by which a report says that it is of a part, "" where
// it is of the whole.
func shardOfReport(p *source.Plan) (string, error) {
	if p.Shard.Whole() {
		return "", nil
	}
	b, err := marshal(ReportShard{p.Shard, p.Found})
	return fmt.Sprintf("\"shard\":%s,\n", b), err
}

const shardName = folder.StateDir + "/shard"

// maxShard bounds the file that says which shard a folder is of.
const maxShard = 1 << 10

// claimShard refuses the folder of another shard: the two would take each other's
// results for old ones. A run over all inputs may go on where shards began.
func (r *run) claimShard() error {
	mine := r.plan.Shard
	if mine.Whole() {
		return nil
	}
	b, err := folder.ReadRegular(r.folder.Root, shardName, maxShard)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if other, ok := source.ParseShard(strings.TrimSpace(string(b))); ok && other != mine {
		return &model.Fault{
			Kind: "busy",
			What: model.Say("这个输出文件夹属于 --shard %s", "this output folder is that of --shard %s", other),
			Hint: model.Say("每一份用自己的文件夹，如 -o part-%d", "each part needs a folder of its own, such as -o part-%d", mine.Index),
		}
	}
	_, err = r.folder.Write(shardName, func(w io.Writer) error {
		_, err := fmt.Fprintln(w, mine)
		return err
	})
	return err
}
