package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"jxmb/model"
	"jxmb/model/check"
	"jxmb/parser/ooxml"
	"jxmb/render"
)

// decisive is all that, besides its content, decides what becomes of an input.
// It holds the settings whole and resolved, so that one more rule, limit or
// option can't leave results standing that it would have changed.
type decisive struct {
	Fingerprint string
	Lang        model.Lang
	Limits      ooxml.Limits
	Legacy      bool
	Check       check.Config
	Render      render.Options
}

// key stands for what is decisive in o.
func (o Options) key() (string, error) {
	b, err := json.Marshal(decisive{
		Fingerprint: o.Fingerprint,
		Lang:        o.Parse.Lang,
		Limits:      o.Parse.Limits,
		Legacy:      o.Legacy != nil,
		Check:       o.Check,
		Render:      o.Render,
	})
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:16]), err
}

// optionsKey is the key of the run, of which the files are part that it writes.
func (r *run) optionsKey() (string, error) {
	key, err := r.Options.key()
	sum := sha256.New()
	fmt.Fprintf(sum, "%s\n%t\n", key, r.SummaryOnly)
	for _, f := range r.Formats {
		fmt.Fprintln(sum, f.Name)
	}
	return hex.EncodeToString(sum.Sum(nil)[:16]), err
}
