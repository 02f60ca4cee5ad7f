package docx

// Options of [Read].
type Options struct {
	Limits Limits
}
