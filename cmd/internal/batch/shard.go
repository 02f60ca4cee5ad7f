package batch

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"strings"

	"jxmb/model"
	"jxmb/render/view"
)

// Shard is one of Of parts that a batch is dealt out in, Index from 1; the zero
// Shard is the batch whole.
type Shard struct {
	Index int `json:"index"`
	Of    int `json:"of"`
}

// maxShards bounds how many parts a batch has: more than any array of jobs.
const maxShards = 100_000

// ParseShard reads "2/3".
func ParseShard(text string) (Shard, bool) {
	index, of, ok := strings.Cut(text, "/")
	i, badIndex := strconv.Atoi(index)
	n, badOf := strconv.Atoi(of)
	s := Shard{i, n}
	return s, ok && badIndex == nil && badOf == nil && s.valid()
}

func (s Shard) valid() bool { return 1 <= s.Index && s.Index <= s.Of && s.Of <= maxShards }

func (s Shard) String() string { return fmt.Sprintf("%d/%d", s.Index, s.Of) }

// whole tells that nothing is dealt out.
func (s Shard) whole() bool { return s.Of == 0 }

// holds tells whether the input at rel, its place below the folder, archive or
// bucket that was named, is of this part: the first 8 bytes of the SHA-256 of rel
// as a number, modulo the parts. So it hangs on the name alone, not on what else
// there is, nor on what holds it.
func (s Shard) holds(rel string) bool {
	if s.whole() {
		return true
	}
	sum := sha256.Sum256([]byte(rel))
	return binary.BigEndian.Uint64(sum[:8])%uint64(s.Of) == uint64(s.Index-1)
}

// listing stands for all that was found, of whatever part: the parts of one
// batch have it in common.
func (p *Plan) listing() (string, error) {
	sum := sha256.New()
	sum.Write(p.listed.Sum(nil))
	err := json.NewEncoder(sum).Encode(struct {
		Ignored Ignored
		Others  []view.Ignored
	}{p.Ignored, p.Others})
	return hex.EncodeToString(sum.Sum(nil)[:16]), err
}

// shardOfReport is the line by which a report says that it is of a part, "" where
// it is of the whole.
func (p *Plan) shardOfReport() (string, error) {
	if p.Shard.whole() {
		return "", nil
	}
	b, err := marshal(ReportShard{p.Shard, p.Found})
	return fmt.Sprintf("\"shard\":%s,\n", b), err
}

const shardName = stateDir + "/shard"

// claimShard refuses the folder of another shard: the two would take each other's
// results for old ones. A run over all inputs may go on where shards began.
func (r *run) claimShard() error {
	mine := r.plan.Shard
	if mine.whole() {
		return nil
	}
	b, err := r.folder.root.ReadFile(shardName)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if other, ok := ParseShard(strings.TrimSpace(string(b))); ok && other != mine {
		return &Fault{
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
