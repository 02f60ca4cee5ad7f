package value

// anyHolds reports one of the facts about two things.
func anyHolds[S, T any](of S, and T, facts []func(S, T) bool) bool {
	for _, holds := range facts {
		if holds(of, and) {
			return true
		}
	}
	return false
}
