package draft

// What is found takes so many bytes, in the model and again in each result while
// that is written.
const (
	CostProject   = 2048
	CostIndicator = 4096
	costFinding   = 1024
	costExtra     = 2048 // a row of its own in a PDF and a workbook
)

// Spend asks for memory. Where there is none left, reading ends soon.
func (r *Document) Spend(bytes int) {
	if r.Full == nil && r.afford != nil {
		r.Full = r.afford(bytes)
	}
}
