package value

// marks are a token by themselves.
var marks = map[rune]tokenKind{
	'(': openToken, '《': openToken,
	')': closeToken, '》': closeToken,
	'"': quoteToken,
	';': splitToken, '\n': splitToken,
	',': commaToken, '、': commaToken, '。': commaToken,
	':': colonToken,
	'…': markToken, '!': markToken, '?': markToken, '|': markToken, '\\': markToken, '·': markToken, '/': markToken,
}
