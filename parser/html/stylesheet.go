package html

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

// The bounds of what style elements say and elements name; more is not applied.
const (
	maxStyles  = 1 << 20 // bytes of all style elements
	maxClasses = 32      // of an element
)

// stylesheet is what the style elements of a page say of elements by their name,
// class or id. Selectors of several elements or states are not applied, nor is what
// holds for some media alone.
type stylesheet struct {
	rules  map[string]*rule // by selector: p, .c, p.c, #i, p#i
	bytes  int
	partly bool // a ground was given that is not known here
}

// rule is what is said under one selector.
type rule struct {
	weight int // CSS Selectors 4 §17
	order  int
	style
}

// read adds the rules of a style element.
func (s *stylesheet) read(text string) {
	if s.bytes += len(text); s.bytes > maxStyles {
		s.partly = true
		return
	}
	p := css.NewParser(parse.NewInputString(text), false)
	var heads []css.Token
	var own style
	media := 0
	for {
		kind, _, name := p.Next()
		switch kind {
		case css.ErrorGrammar:
			if !p.HasParseError() {
				return
			}
		case css.BeginAtRuleGrammar:
			media++
		case css.EndAtRuleGrammar:
			media--
		case css.BeginRulesetGrammar:
			heads, own = slices.Clone(p.Values()), style{}
		case css.DeclarationGrammar:
			own.declaration(name, p.Values())
		case css.EndRulesetGrammar:
			s.add(heads, &own, media > 0)
		}
	}
}

// add adds a rule under each of its selectors.
func (s *stylesheet) add(heads []css.Token, own *style, media bool) {
	if *own == (style{}) {
		return
	}
	for len(heads) > 0 {
		head := heads
		if i := slices.IndexFunc(heads, isComma); i >= 0 {
			head, heads = heads[:i], heads[i+1:]
		} else {
			heads = nil
		}
		key, weight := selector(head)
		if key == "" || media {
			s.partly = s.partly || own[ground].value != ""
			continue
		}
		if s.rules == nil {
			s.rules = map[string]*rule{}
		}
		r := s.rules[key]
		if r == nil {
			r = &rule{weight: weight}
			s.rules[key] = r
		}
		r.order = len(s.rules)
		r.style.add(own)
	}
}

func isComma(t css.Token) bool { return t.TokenType == css.CommaToken }

// selector is the key and the weight of a selector by name, class or id, "" for any
// other.
func selector(head []css.Token) (key string, weight int) {
	const class, id = 10, 100
	for i, t := range head {
		switch {
		case t.TokenType == css.WhitespaceToken && (i == 0 || i == len(head)-1):
		case t.TokenType == css.IdentToken && key == "":
			key, weight = strings.ToLower(string(t.Data)), 1
		case t.TokenType == css.IdentToken && strings.HasSuffix(key, "."):
			key, weight = key+string(t.Data), weight+class
		case weight >= class:
			return "", 0
		case t.TokenType == css.DelimToken && string(t.Data) == ".":
			key += "."
		case t.TokenType == css.HashToken:
			key, weight = key+string(t.Data), weight+id
		default:
			return "", 0
		}
	}
	if weight == 0 {
		return "", 0
	}
	return key, weight
}

// apply adds what the page's rules say of an element.
func (s *stylesheet) apply(to *style, tag, classes, id string) {
	if len(s.rules) == 0 {
		return
	}
	var matched []*rule
	match := func(key string) {
		if r := s.rules[key]; r != nil {
			matched = append(matched, r)
		}
	}
	match(tag)
	named := 0
	for class := range strings.FieldsSeq(classes) {
		if named++; named > maxClasses {
			break
		}
		match("." + class)
		match(tag + "." + class)
	}
	if id != "" {
		match("#" + id)
		match(tag + "#" + id)
	}
	slices.SortStableFunc(matched, func(a, b *rule) int {
		return cmp.Or(cmp.Compare(a.weight, b.weight), cmp.Compare(a.order, b.order))
	})
	for _, r := range matched {
		to.add(&r.style)
	}
}
