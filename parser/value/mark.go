package value

// markKind sorts marks that are a token by themselves.
func markKind(r rune) (tokenKind, bool) {
	switch r {
	case '(', '《':
		return openToken, true
	case ')', '》':
		return closeToken, true
	case '"':
		return quoteToken, true
	case ';', '\n':
		return splitToken, true
	case ',', '、', '。':
		return commaToken, true
	case ':':
		return colonToken, true
	case '…', '!', '?', '|', '\\', '·', '/':
		return markToken, true
	}
	return textToken, false
}
