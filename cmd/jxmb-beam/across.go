package main

import (
	"jxmb/model/check"
)

// keysOf gives the keys of a fact.
func keysOf(id string, fact check.Fact, emit func(check.Key, string)) {
	for _, k := range fact.Keys() {
		emit(k, id)
	}
}

// meetingsOf gives a key to each of the facts that have it, if they are several.
func meetingsOf(k check.Key, ids func(*string) bool, emit func(string, check.Key)) {
	var one, other string
	if !ids(&one) || !ids(&other) {
		return
	}
	emit(one, k)
	for more := true; more; more = ids(&other) {
		emit(other, k)
	}
}

// deal sends a fact where it meets others.
func deal(_ string, facts func(*check.Fact) bool, keys func(*check.Key) bool, emit func(check.Key, check.Fact)) {
	var fact check.Fact
	if !facts(&fact) {
		return
	}
	for k := (check.Key{}); keys(&k); k = (check.Key{}) {
		emit(k, fact)
	}
}

// meetFn asks the rule of a key.
type meetFn struct{ Options Options }

// ProcessElement gives findings by their files and, where of several one alone
// counts, by what they have in common.
func (f *meetFn) ProcessElement(k check.Key, facts func(*check.Fact) bool, free, bound func(string, check.Told)) {
	var list []check.Fact
	for fact := (check.Fact{}); facts(&fact); fact = (check.Fact{}) {
		list = append(list, fact)
	}
	for _, told := range f.Options.config().Meet(k, list) {
		if told.Once == "" {
			free(told.File, told)
		} else {
			bound(told.Once, told)
		}
	}
}

// first gives the finding that counts by its file.
func first(_ string, told func(*check.Told) bool, emit func(string, check.Told)) {
	var least check.Told
	if !told(&least) {
		return
	}
	for t := (check.Told{}); told(&t); t = (check.Told{}) {
		if t.Compare(&least) < 0 {
			least = t
		}
	}
	emit(least.File, least)
}
