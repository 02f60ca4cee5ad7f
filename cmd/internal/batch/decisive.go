package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"jxmb/model"
	"jxmb/model/check"
	"jxmb/model/review"
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
	MinSeverity model.Severity
	Review      *review.File `json:",omitempty"`
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
		MinSeverity: o.MinSeverity,
		Review:      o.Review,
	})
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:16]), err
}
