package value

import (
	"strings"

	"jxmb/model"
)

// addUnit gives v its unit and base: the expression's own, else the one that
// the name of the indicator or the unit column states.
func (s *scan) addUnit(v *model.Value, e *expression, source model.UnitSource) {
	u := e.unit
	switch {
	case e.hasUnit && u.base != "" && !strings.HasPrefix(u.base, "/"):
	case e.hasUnit:
		u, source = s.completeScale(u, source)
	default:
		u, source = s.hinted(e)
	}
	v.Unit, v.UnitSource = u.name, source
	v.Base = &model.Base{Number: u.toBase(v.Number), Unit: u.base}
	if v.Upper != "" {
		v.Base.Upper = u.toBase(v.Upper)
	}
}

// completeScale completes a unit that is only a scale (250万): with the unit that
// the hint states, or with 元 where the name is about money.
func (s *scan) completeScale(u unit, source model.UnitSource) (unit, model.UnitSource) {
	full, from, ok := s.stated()
	switch {
	case ok && u.base == "" && !full.compound && full.base == full.name[len(scaleNames[full.scale]):]:
		full.exp += u.scale - full.scale
		full.name, full.scale = scaleNames[u.scale]+full.base, u.scale
		return full, from
	case s.aboutMoney():
		u.name = scaleNames[u.scale] + "元" + u.base
		u.base = "元" + u.base
		return u, model.UnitFromName
	}
	return u, source
}

// aboutMoney reports names that can only be counted in 元.
func (s *scan) aboutMoney() bool {
	if u, ok := s.implied(); ok && u.dimension != "money" {
		return false // 资金受益人数
	}
	for _, word := range [...]string{"面积", "数量", "产量", "人口", "里程", "长度"} {
		if strings.HasSuffix(s.hint.Name, word) {
			return false
		}
	}
	for _, word := range [...]string{"成本", "金额", "投资", "经费", "资金", "费用", "支出", "预算", "补助标准", "收入", "产值", "单价", "造价", "价格", "销售额", "营业额", "增收"} {
		if strings.Contains(s.hint.Name, word) {
			return true
		}
	}
	return false
}

// hinted finds the unit of a bare number. A number up to one under a name that
// calls for percent is as likely a share that lost its format (1 for 100%) as
// a percentage, and gets no unit.
func (s *scan) hinted(e *expression) (unit, model.UnitSource) {
	none := unit{}
	u, from, ok := s.stated()
	if !ok {
		if u, ok = s.implied(); !ok {
			return none, model.UnitFromNone
		}
		from = model.UnitFromName
	}
	bounded := e.operator == model.Less || e.operator == model.LessEqual
	if u.dimension == "ratio" && from == model.UnitFromName && !bounded && e.number.Sign() > 0 && e.number.Cmp("1") <= 0 {
		return none, model.UnitFromNone
	}
	return u, from
}

// stated is the unit that the name spells out, else that of the unit column,
// else that of the description.
func (s *scan) stated() (unit, model.UnitSource, bool) {
	u, found, clash := spelledUnit(s.hint.Name)
	if found {
		return u, model.UnitFromName, true
	}
	if s.hint.Unit != "" {
		c := newScan(s.hint.Unit)
		defer c.release()
		if u, ok := c.unit(0, 0); ok && u.end == len(c.glyphs) {
			return u, model.UnitFromColumn, true
		}
	}
	if clash {
		return u, "", false
	}
	u, found, _ = spelledUnit(s.hint.Description)
	return u, model.UnitFromName, found
}

// spelledUnit finds the unit that a name states: （%）, (≥**万元), ≥**人, or a
// % at its end. Two different units state none.
func spelledUnit(name string) (u unit, found, clash bool) {
	if name == "" {
		return unit{}, false, false
	}
	s := newScan(name)
	defer s.release()
	for p := range s.glyphs {
		next, end, ok := s.spelledAt(p)
		if !ok || end > len(s.glyphs) {
			continue
		}
		if found && next.name != u.name {
			return unit{}, false, true
		}
		u, found = next, true
	}
	return u, found, false
}

// spelledAt reads a unit that the glyph at p introduces.
func (s *scan) spelledAt(p int) (unit, int, bool) {
	bracket, q := s.is(p, '('), p+1
	switch {
	case bracket:
		for s.matchAt(q).row[rolePrefix] > 0 {
			q += int(s.matchAt(q).len[rolePrefix])
		}
		q += s.filler(q)
	case s.is(p, '*'):
		if p > 0 && s.is(p-1, '*') {
			return unit{}, 0, false
		}
		q = p + s.filler(p)
	case s.is(p, '%'):
		q = p
	default:
		return unit{}, 0, false
	}
	if m := s.matchAt(q); m.len[roleUnit] == 0 && !s.multiplier(q) {
		return unit{}, 0, false
	}
	u, ok := s.bareUnit(q, 0)
	if !ok || u.base == "" || bracket && !s.is(u.end, ')') {
		return unit{}, 0, false
	}
	return u, u.end, true
}

// implied is the unit that the end of the name implies: 率 is a percentage.
// The longest ending decides, so that 频率 is none.
func (s *scan) implied() (unit, bool) {
	name := s.hint.Name
	if strings.HasSuffix(name, ")") || strings.HasSuffix(name, "）") {
		if i := strings.LastIndexAny(name, "(（"); i > 0 {
			name = name[:i]
		}
	}
	name = strings.TrimRight(name, " \t\n　")
	best := nameRow{}
	for _, row := range s.v.names {
		if len(row.ending) > len(best.ending) && strings.HasSuffix(name, row.ending) {
			best = row
		}
	}
	if best.unit == "" {
		return unit{}, false
	}
	c := newScan(best.unit)
	defer c.release()
	return c.bareUnit(0, 0)
}
