package main

import (
	"context"

	"jxmb/parser/form"
)

// explainAll tells for each document how its tables were recognised, instead
// of converting it. A document that fails is explained as far as it was read.
func (c *conversion) explainAll(ctx context.Context) error {
	failed := false
	for _, in := range c.plan.Inputs {
		trace := &form.Trace{}
		reader := c.reader
		reader.Parse.Trace = trace
		_, err := reader.Read(ctx, in)
		if ctx.Err() != nil {
			return errInterrupted
		}
		if c.plan.Many {
			if err := line(c.stdout, in.Path); err != nil {
				return err
			}
		}
		if err := trace.Write(&screen{w: c.stdout}, c.lang); err != nil {
			return err
		}
		if err != nil {
			c.tell(in.Path, err)
			failed = true
		}
	}
	if failed {
		return errFailed
	}
	return nil
}
