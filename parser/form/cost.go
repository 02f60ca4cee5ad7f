package form

// What is found takes so many bytes, in the model and again in each result while
// that is written.
const (
	costProject   = 2048
	costIndicator = 4096
	costFinding   = 1024
	costExtra     = 2048 // a row of its own in a PDF and a workbook
)

// spend asks for memory. Where there is none left, reading ends soon.
func (r *draft) spend(bytes int) {
	if r.full == nil && r.afford != nil {
		r.full = r.afford(bytes)
	}
}
