package main

import (
	"github.com/apache/beam/sdks/v2/go/pkg/beam"
)

// Options are what every machine must know. They travel with the pipeline as JSON.
type Options struct {
	Inputs      []string // absolute, or s3://
	Output      string   // a folder that every machine sees under this name
	Run         string   // names the folder of parts that are not yet whole
	Lang        string
	Extensions  []string
	MinSeverity string
	Disabled    []string // codes of rules
}

// build lays out the pipeline.
func build(s beam.Scope, o Options) {
	inputs, found := beam.ParDo2(s, &gatherFn{o}, beam.Impulse(s))                                   // Inputs, Sums
	read, facts, projects, counted := beam.ParDo4(s, &readFn{Options: o}, beam.Reshuffle(s, inputs)) // Part, KV<id, Fact>, KV<key, Project>, Sums

	told := reviewAcross(s, o, facts) // KV<file, Told>
	findings, toldSums := beam.ParDo2(s, &findingsFn{Options: o}, beam.GroupByKey(s, told))
	once, projectSums := beam.ParDo2(s, &projectsFn{Options: o}, beam.GroupByKey(s, projects))

	sums := beam.Combine(s, mergeSums, beam.Flatten(s, found, counted, toldSums, projectSums))
	parts := beam.AddFixedKey(s, beam.Flatten(s, read, findings, once))
	beam.ParDo0(s, &finishFn{o}, beam.GroupByKey(s, parts), beam.SideInput{Input: sums})
}

// reviewAcross is the review across documents. Facts meet by keys, and are looked up where
// they meet.
func reviewAcross(s beam.Scope, o Options, facts beam.PCollection) beam.PCollection {
	s = s.Scope("across")
	keys := beam.ParDo(s, keysOf, facts)                                                              // KV<Key, id>
	free, bound := beam.ParDo2(s, &meetFn{o}, beam.GroupByKey(s, keys), beam.SideInput{Input: facts}) // KV<file, Told>, KV<once, Told>
	return beam.Flatten(s, free, beam.ParDo(s, first, beam.GroupByKey(s, bound)))
}
