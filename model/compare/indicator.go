package compare

import (
	"jxmb/model"
)

// indicatorChanges are the fields of an indicator that differ.
func (m *Matched) indicatorChanges(old, new *model.Indicator) []Change {
	c := &changes{Matched: m, list: []Change{}}
	c.text("level1", "", old.Level1, new.Level1)
	c.text("level2", "", old.Level2, new.Level2)
	c.text("level3", "", old.Level3, new.Level3)
	c.text("description", "", old.Description, new.Description)
	c.target(old, new)
	c.text("basis", "", old.Basis, new.Basis)
	c.number("weight", old.Weight, new.Weight)
	if m.Years {
		return c.list // what a year reached is not there when the next is planned
	}
	c.value("actual", value(old.Actual), value(new.Actual))
	c.number("score", old.Score, new.Score)
	c.text("deviation", "", old.Deviation, new.Deviation)
	return c.list
}

func value(v *model.Value) *model.Value {
	if v == nil {
		return &model.Value{}
	}
	return v
}

// target says of a change what it asks for and, of one of units alone, that.
func (c *changes) target(old, new *model.Indicator) {
	if ch, differs := c.valueChange("target", &old.Target, &new.Target); differs {
		ch.Effect = c.Judge(new, &old.Target, &new.Target)
		c.put(ch)
	}
	if a, b := old.Target.Unit, new.Target.Unit; a != b && (a != "" && b != "" || sameNumber(&old.Target, &new.Target)) {
		c.text("target.unit", "", a, b)
	}
}

func sameNumber(a, b *model.Value) bool { return a.Number == b.Number && a.Number != "" }

func (c *changes) value(field string, old, new *model.Value) {
	if ch, differs := c.valueChange(field, old, new); differs {
		c.put(ch)
	}
}

// valueChange is a value that is another. One in another spelling is the same: 2万元
// and 20000元, ≥90% and 不低于90%.
func (c *changes) valueChange(field string, old, new *model.Value) (ch Change, differs bool) {
	if c.SameText(old.Text, new.Text) && old.Unit == new.Unit {
		return ch, false
	}
	ch = Change{Field: field, Old: old.Text, New: new.Text}
	a, unit, numbers := inBase(old)
	b, other, both := inBase(new)
	if !numbers || !both || unit != other {
		return ch, true
	}
	if old.Operator == new.Operator && a == b {
		return ch, false
	}
	if old.Kind != model.Quantity || new.Kind != model.Quantity || a.Number == b.Number {
		return ch, true
	}
	ch.Difference, ch.Unit = b.Number.Sub(a.Number), unit
	if old.Unit == new.Unit { // as people write it: +3万元
		ch.Difference, ch.Unit = new.Number.Sub(old.Number), new.Unit
	}
	return ch, true
}

// bounds are the numbers of a value in its base unit.
type bounds struct{ Number, Upper model.Decimal }

func inBase(v *model.Value) (b bounds, unit string, ok bool) {
	if v.Kind != model.Quantity && v.Kind != model.Range {
		return b, "", false
	}
	if v.Base != nil {
		return bounds{v.Base.Number, v.Base.Upper}, v.Base.Unit, true
	}
	return bounds{v.Number, v.Upper}, v.Unit, true
}

func (c *changes) number(field string, old, new model.Decimal) {
	if old == new {
		return
	}
	ch := Change{Field: field, Old: string(old), New: string(new)}
	if old != "" && new != "" {
		ch.Difference = new.Sub(old)
	}
	c.put(ch)
}
