package msword

// Shift is where text stands that was moved off its line by hand.
type Shift int8

const (
	OnLine Shift = iota
	Raised
	Lowered
)

// ShiftOf tells a superscript or subscript made of position and size, both in half-points:
// moved by 2 pt or more and no larger than 9 pt, where forms are set in 10 pt and more.
func ShiftOf(raised, size int) Shift {
	const moved, small = 4, 18
	switch {
	case size == 0 || size > small:
		return OnLine
	case raised >= moved:
		return Raised
	case raised <= -moved:
		return Lowered
	}
	return OnLine
}
