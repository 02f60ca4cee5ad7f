package render

import (
	"maps"
	"slices"
)

// Names lists the formats that [Lookup] finds, in alphabetical order.
func Names() []string { return slices.Sorted(maps.Keys(formats)) }
