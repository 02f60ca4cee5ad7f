package main

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/graph/coder"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"jxmb/cmd/internal/batch/source"
	"jxmb/model/check/across"
)

// What travels between machines does so as JSON, facts as they say themselves, or as gob where names may be any bytes; its coders are found by the names
// of their functions, which therefore are no closures.
func init() {
	beam.RegisterCoder(reflect.TypeFor[Inputs](), encodeInputs, decodeInputs)
	beam.RegisterCoder(reflect.TypeFor[across.Fact](), encodeFact, decodeFact)
	beam.RegisterCoder(reflect.TypeFor[across.Told](), encodeTold, decodeTold)
	beam.RegisterCoder(reflect.TypeFor[Project](), encodeProject, decodeProject)
	beam.RegisterCoder(reflect.TypeFor[Sums](), encodeSums, decodeSums)
	coder.RegisterDeterministicCoder(reflect.TypeFor[across.Key](), encodeKey, decodeKey) // it groups
	beam.RegisterType(reflect.TypeFor[across.Key]())                                      // what the others do unasked, and else a program without symbols would not find them
	beam.RegisterFunction(encodeKey)
	beam.RegisterFunction(decodeKey)
}

func encodeFact(v across.Fact) ([]byte, error) { return v.MarshalBinary() }
func encodeTold(v across.Told) ([]byte, error) { return json.Marshal(v) }
func encodeKey(v across.Key) ([]byte, error)   { return json.Marshal(v) }
func encodeProject(v Project) ([]byte, error)  { return json.Marshal(v) }
func encodeSums(v Sums) ([]byte, error)        { return json.Marshal(v) }

func decodeFact(b []byte) (v across.Fact, err error) {
	err = v.UnmarshalBinary(b)
	return v, err
}

func decodeTold(b []byte) (across.Told, error) { return decode[across.Told](b) }
func decodeKey(b []byte) (across.Key, error)   { return decode[across.Key](b) }
func decodeProject(b []byte) (Project, error)  { return decode[Project](b) }
func decodeSums(b []byte) (Sums, error)        { return decode[Sums](b) }

// wireInputs are [Inputs] as gob.
type wireInputs struct {
	First int
	At    []source.Address
}

func encodeInputs(v Inputs) ([]byte, error) {
	var b bytes.Buffer
	err := gob.NewEncoder(&b).Encode(wireInputs{v.first, v.at})
	return b.Bytes(), err
}

func decodeInputs(b []byte) (Inputs, error) {
	var w wireInputs
	err := gob.NewDecoder(bytes.NewReader(b)).Decode(&w)
	return Inputs{w.First, w.At}, err
}

func decode[T any](b []byte) (v T, err error) {
	err = json.Unmarshal(b, &v)
	return v, err
}

// The functions of the pipeline, so that workers find them by name. They are called by
// reflection, which is nothing beside a document; what package register would write
// out for functions of so many parameters takes minutes to compile.
func init() {
	beam.RegisterDoFn(reflect.TypeFor[gatherFn]())
	beam.RegisterDoFn(reflect.TypeFor[readFn]())
	beam.RegisterDoFn(reflect.TypeFor[projectsFn]())
	beam.RegisterDoFn(reflect.TypeFor[findingsFn]())
	beam.RegisterDoFn(reflect.TypeFor[meetFn]())
	beam.RegisterDoFn(reflect.TypeFor[finishFn]())
	beam.RegisterDoFn(keysOf)
	beam.RegisterDoFn(first)
	beam.RegisterFunction(mergeSums)

	register.Emitter1[Part]()
	register.Emitter1[Sums]()
	register.Emitter1[Inputs]()
	register.Emitter2[string, across.Fact]()
	register.Emitter2[string, across.Told]()
	register.Emitter2[string, Project]()
	register.Emitter2[across.Key, string]()
	register.Iter1[string]()
	register.Iter1[Part]()
	register.Iter1[Project]()
	register.Iter1[across.Fact]()
	register.Iter1[across.Told]()
}
