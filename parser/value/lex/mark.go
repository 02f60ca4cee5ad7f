package lex

// marks are a token by themselves.
var marks = map[rune]TokenKind{
	'(': OpenToken, '《': OpenToken,
	')': CloseToken, '》': CloseToken,
	'"': QuoteToken,
	';': SplitToken, '\n': SplitToken,
	',': CommaToken, '、': CommaToken, '。': CommaToken,
	':': ColonToken,
	'…': MarkToken, '!': MarkToken, '?': MarkToken, '|': MarkToken, '\\': MarkToken, '·': MarkToken, '/': MarkToken,
}
