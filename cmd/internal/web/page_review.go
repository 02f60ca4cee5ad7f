package web

import (
	"encoding/json"
	"net/http"
	"strings"
	"time"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/model/review"
)

// decision is a change of a review: ignore, notice, correct or undo.
type decision struct {
	Do         string             `json:"do"`
	Key        *review.Key        `json:"key"`
	Correction *review.Correction `json:"correction"`
	Who        string             `json:"who"`
	Why        string             `json:"why"`
}

// maxDecision bounds the body of a decision, and maxReason its texts, in bytes.
const (
	maxDecision = 64 << 10
	maxReason   = 4 << 10
)

// changeReview takes a decision.
func (s *Server) changeReview(w http.ResponseWriter, r *http.Request, b *Batch) {
	var d decision
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxDecision)).Decode(&d); err != nil {
		s.refuse(w, r, http.StatusBadRequest, Problem{Kind: "body", What: model.Say("不是审核意见", "no decision of a review")})
		return
	}
	d.Who, d.Why = strings.TrimSpace(d.Who), strings.TrimSpace(d.Why)
	change, ok := d.change(time.Now().Format(time.RFC3339))
	if !ok {
		s.refuse(w, r, http.StatusBadRequest, Problem{
			Kind: "decision", What: model.Say("审核意见不完整", "the decision is not complete"),
			Hint: model.Say("写明理由，文字不超过 4096 字节", "give a reason; texts may have 4,096 bytes"),
		})
		return
	}
	if err := b.decide(change); err != nil {
		s.failed(w, r, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// change is what a decision does to a review. Whatever sets the file's word aside
// needs a reason.
func (d *decision) change(now string) (func(*review.File), bool) {
	if len(d.Why) > maxReason || len(d.Who) > maxReason || !utf8.ValidString(d.Why+d.Who) {
		return nil, false
	}
	switch {
	case d.Do == "ignore" && d.Key != nil && d.Why != "":
		return func(f *review.File) { f.Ignore(review.Ignored{Key: *d.Key, Who: d.Who, When: now, Why: d.Why}) }, true
	case d.Do == "notice" && d.Key != nil:
		return func(f *review.File) { f.Notice(*d.Key) }, true
	case d.Do == "correct" && d.Correction != nil && d.Why != "" && len(d.Correction.After) <= maxReason:
		c := *d.Correction
		c.Who, c.When, c.Why = d.Who, now, d.Why
		return func(f *review.File) { f.Correct(c) }, true
	case d.Do == "undo" && d.Correction != nil:
		return func(f *review.File) { f.Undo(d.Correction.Project, d.Correction.Indicator, d.Correction.Field) }, true
	}
	return nil, false
}

// showReview sends the review as a file, which the command line takes.
func (s *Server) showReview(w http.ResponseWriter, r *http.Request, b *Batch) {
	f, err := b.Review()
	if err != nil {
		s.failed(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Disposition", disposition("review.json"))
	_ = f.Write(w) // an error: the client is gone
}
