package model

import (
	"bytes"
	"encoding/json"
)

// Args are what a rule found, by name: numbers, texts, dates, each as the message
// has it.
type Args []Arg

// Arg is one of [Args].
type Arg struct{ Name, Value string }

// ArgsOf are names and values in turn; what is empty is left out.
func ArgsOf(pairs ...string) Args {
	args := make(Args, 0, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			args = append(args, Arg{pairs[i], pairs[i+1]})
		}
	}
	return args
}

// appendJSON writes an object of texts.
func (a *Args) appendJSON(e *encoder) {
	e.begin()
	var room [64]byte
	for _, arg := range *a {
		key := append(appendString(append(room[:0], ','), arg.Name), ':')
		e.text(string(key), arg.Value)
	}
	e.end()
}

// MarshalJSON makes encoding/json agree with [AppendJSON].
func (a Args) MarshalJSON() ([]byte, error) { return AppendJSON(nil, &a, false), nil }

// UnmarshalJSON reads an object of texts.
func (a *Args) UnmarshalJSON(b []byte) error {
	dec := json.NewDecoder(bytes.NewReader(b))
	if _, err := dec.Token(); err != nil { // the brace
		return err
	}
	*a = Args{}
	for dec.More() {
		name, err := dec.Token()
		if err != nil {
			return err
		}
		arg := Arg{Name: name.(string)} // as every key of an object
		if err := dec.Decode(&arg.Value); err != nil {
			return err
		}
		*a = append(*a, arg)
	}
	return nil
}
