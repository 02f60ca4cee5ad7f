package msword

// Toggle is an on/off property of text that may be unset.
type Toggle int8

// What a property may say.
const (
	Unset Toggle = iota
	Off
	On
)

// Toggled is the property that is set.
func Toggled(set bool) Toggle {
	if set {
		return On
	}
	return Off
}

// Over is t where it says something, else what is under it.
func (t Toggle) Over(under Toggle) Toggle {
	if t == Unset {
		return under
	}
	return t
}

// Upon puts the property of one style upon that of another: what both switch on
// is off (ISO/IEC 29500-1 §17.7.3).
func (t Toggle) Upon(under Toggle) Toggle {
	if t == Unset || under == Unset {
		return t.Over(under)
	}
	return Toggled((t == On) != (under == On))
}
