package draft

// What is found takes so many bytes, in the model and again in each result while
// that is written, where a project has a part of a page, sheets or lines of its own.
const (
	CostForm      = 16 << 10 // of rows that are read as a form of their own
	CostProject   = 8 << 10
	CostIndicator = 4096
	costFinding   = 1024
	costExtra     = 2048 // a row of its own in a PDF and a workbook

	costAgain  = 4   // for each byte of a long text that indicators repeat: it is written with each
	costTarget = 96  // for each byte of a long target: tokens, and the time of reading it
	plainText  = 128 // bytes that a text may have before it counts
)

// SpendAgain asks for the memory of texts that stand in several indicators, as
// those of merged cells do.
func (r *Document) SpendAgain(texts ...string) {
	for _, text := range texts {
		if n := len(text) - plainText; n > 0 {
			r.Spend(costAgain * n)
		}
	}
}

// AffordsTarget asks for what a long target takes to be read; false where there
// is not so much left.
func (r *Document) AffordsTarget(text string) bool {
	if n := len(text) - plainText; n > 0 {
		r.Spend(costTarget * n)
	}
	return r.Full == nil
}

// Spend asks for memory. Where there is none left, reading ends soon.
func (r *Document) Spend(bytes int) {
	if r.Full == nil && r.afford != nil {
		r.Full = r.afford(bytes)
	}
}
