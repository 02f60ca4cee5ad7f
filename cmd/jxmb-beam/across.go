package main

import (
	"jxmb/model/check/across"
)

// keysOf gives the keys of a fact.
func keysOf(id string, fact across.Fact, emit func(across.Key, string)) {
	for _, k := range fact.Keys() {
		emit(k, id)
	}
}

// meetFn asks the rule of a key.
type meetFn struct{ Options Options }

// ProcessElement gives findings by their files and, where of several one alone
// counts, by what they have in common. Facts are looked up: sent to each of their
// keys they would travel some seventeen times.
func (f *meetFn) ProcessElement(k across.Key, ids func(*string) bool, factOf func(string) func(*across.Fact) bool, free, bound func(string, across.Told)) {
	var met []string
	for id := ""; ids(&id); {
		met = append(met, id)
	}
	if len(met) < 2 {
		return
	}
	list := make([]across.Fact, 0, len(met))
	for _, id := range met {
		fact := across.Fact{}
		for found := factOf(id); found(&fact); fact = (across.Fact{}) {
			list = append(list, fact)
		}
	}
	for _, told := range across.Meet(f.Options.config(), k, list) {
		if told.Once == "" {
			free(told.File, told)
		} else {
			bound(told.Once, told)
		}
	}
}

// first gives the finding that counts by its file.
func first(_ string, told func(*across.Told) bool, emit func(string, across.Told)) {
	var least across.Told
	if !told(&least) {
		return
	}
	for t := (across.Told{}); told(&t); t = (across.Told{}) {
		if t.Compare(&least) < 0 {
			least = t
		}
	}
	emit(least.File, least)
}
