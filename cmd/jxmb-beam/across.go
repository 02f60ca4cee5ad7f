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

// meetFn asks the rule of a key.
type meetFn struct{ Options Options }

// ProcessElement gives findings by their files and, where of several one alone
// counts, by what they have in common. Facts are looked up: sent to each of their
// keys they would travel some seventeen times.
func (f *meetFn) ProcessElement(k check.Key, ids func(*string) bool, factOf func(string) func(*check.Fact) bool, free, bound func(string, check.Told)) {
	var met []string
	for id := ""; ids(&id); {
		met = append(met, id)
	}
	if len(met) < 2 {
		return
	}
	list := make([]check.Fact, 0, len(met))
	for _, id := range met {
		fact := check.Fact{}
		for found := factOf(id); found(&fact); fact = (check.Fact{}) {
			list = append(list, fact)
		}
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
