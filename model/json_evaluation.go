package model

// How an evaluation writes its fields: see json_types.go.

func (v *Evaluation) appendJSON(e *encoder) {
	e.begin()
	e.optional(`,"total":`, string(v.Total))
	e.optional(`,"grade":`, v.Grade)
	e.optional(`,"conclusion":`, v.Conclusion)
	e.optionalNumber(`,"month":`, int64(v.Month))
	pointer(e, `,"execution":`, v.Execution)
	pointer(e, `,"computed":`, v.Computed)
	objects(e, `,"printed":`, v.Printed)
	e.end()
}

func (x *Execution) appendJSON(e *encoder) {
	e.begin()
	pointer(e, `,"budget":`, x.Budget)
	pointer(e, `,"executed":`, x.Executed)
	e.optional(`,"rate":`, string(x.Rate))
	e.optional(`,"weight":`, string(x.Weight))
	e.optional(`,"score":`, string(x.Score))
	e.end()
}

func (c *Computed) appendJSON(e *encoder) {
	e.begin()
	e.optional(`,"rate":`, string(c.Rate))
	e.optional(`,"score":`, string(c.Score))
	e.optional(`,"total":`, string(c.Total))
	e.end()
}
