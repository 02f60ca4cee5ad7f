package source

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

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
	return s, ok && badIndex == nil && badOf == nil && s.Valid()
}

func (s Shard) Valid() bool { return 1 <= s.Index && s.Index <= s.Of && s.Of <= maxShards }

func (s Shard) String() string { return fmt.Sprintf("%d/%d", s.Index, s.Of) }

// Whole tells that nothing is dealt out.
func (s Shard) Whole() bool { return s.Of == 0 }

// Holds tells whether the input at rel, its place below the folder, archive or
// bucket that was named, is of this part: the first 8 bytes of the SHA-256 of rel
// as a number, modulo the parts. So it hangs on the name alone, not on what else
// there is, nor on what holds it.
func (s Shard) Holds(rel string) bool {
	if s.Whole() {
		return true
	}
	sum := sha256.Sum256([]byte(rel))
	return binary.BigEndian.Uint64(sum[:8])%uint64(s.Of) == uint64(s.Index-1)
}

// Listing stands for all that was found, of whatever part: the parts of one
// batch have it in common.
func (p *Plan) Listing() (string, error) {
	sum := sha256.New()
	sum.Write(p.listed.Sum(nil))
	err := json.NewEncoder(sum).Encode(struct {
		Ignored Ignored
		Others  []view.Ignored
	}{p.Ignored, p.Others})
	return hex.EncodeToString(sum.Sum(nil)[:16]), err
}
