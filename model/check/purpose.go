package check

import (
	"slices"
	"strings"

	"jxmb/model"
)

// product is a calculation that running text tells: 445人 × 每人每年2400元.
type product struct {
	factors []string
	yuan    model.Decimal
}

func (p product) String() string {
	return strings.Join(p.factors, " × ") + " = " + wan(p.yuan)
}

// account is the money that running text speaks of.
type account struct {
	sums     []mention // every plain sum
	stated   []mention // the sums said to be totals: 共计, 合计, 需 …
	products []product
}

// readAccount pairs each price with the count it is for. Prices for a period
// other than the year need a count of periods as well; without one there is
// no product.
func readAccount(text string) account {
	ms := mentions(text)
	var a account
	inFormula := make([]bool, len(ms))
	for i := 0; i < len(ms); i++ {
		n := formula(text, ms[i:])
		if n < 2 {
			continue
		}
		if p, ok := multiply(ms[i : i+n]); ok {
			a.products = append(a.products, p)
			for k := range n {
				inFormula[i+k] = true
			}
		}
		i += n - 1
	}
	for i := range ms {
		switch {
		case inFormula[i]:
		case ms[i].sum():
			a.sums = append(a.sums, ms[i])
			if containsAny(clauseBefore(text, ms[i].start), "计", "共", "需", "总") {
				a.stated = append(a.stated, ms[i])
			}
		case ms[i].price():
			if factors, ok := factorsOf(ms, i); ok {
				if p, ok := multiply(factors); ok {
					a.products = append(a.products, p)
				}
			}
		}
	}
	return a
}

// formula is how many of the mentions stand in one written multiplication.
func formula(text string, ms []mention) int {
	n := 1
	for n < len(ms) {
		between := text[ms[n-1].end:ms[n].start]
		if strings.Trim(between, " \t　（）()") == "" || strings.Trim(between, " \t　×xXｘ*＊✕（）()") != "" {
			break
		}
		n++
	}
	return n
}

// factorsOf gives the price at ms[i] with the count before it (after it, where
// none is before) of what it is for, and the count of its periods.
func factorsOf(ms []mention, i int) ([]mention, bool) {
	price := ms[i]
	count, ok := nearest(ms, i, price.per)
	if !ok {
		return nil, false
	}
	factors := []mention{count, price}
	if price.each != "" {
		times, ok := nearest(ms, i, price.each)
		if !ok {
			return nil, false
		}
		factors = append(factors, times)
	}
	return factors, true
}

// nearest finds the count of unit closest before ms[i], else after it.
func nearest(ms []mention, i int, unit string) (mention, bool) {
	fits := func(m mention) bool { return counted(m.unit) == counted(unit) }
	for k := i - 1; k >= 0; k-- {
		if fits(ms[k]) {
			return ms[k], true
		}
	}
	if k := slices.IndexFunc(ms[i+1:], fits); k >= 0 {
		return ms[i+1+k], true
	}
	return mention{}, false
}

// counted makes the measure words for one thing the same.
func counted(unit string) string {
	switch unit {
	case "名", "位":
		return "人"
	case "个月":
		return "月"
	case "日":
		return "天"
	}
	return unit
}

// multiply needs exactly one factor of money.
func multiply(factors []mention) (product, bool) {
	p := product{yuan: "1"}
	money := 0
	for _, f := range factors {
		if f.money() {
			money++
		}
		p.yuan = p.yuan.Mul(f.number)
		p.factors = append(p.factors, f.text)
	}
	return p, money == 1
}

// reaches tells whether the budget is one of the sums and products, or the sum
// of some of them.
func (a *account) reaches(budget model.Decimal) bool {
	var amounts []model.Decimal
	for _, m := range a.sums {
		amounts = append(amounts, m.number)
	}
	for _, p := range a.products {
		if !slices.ContainsFunc(amounts, func(n model.Decimal) bool { return near(n, p.yuan) }) {
			amounts = append(amounts, p.yuan)
		}
	}
	return someAddUp(amounts, budget, rounding)
}

// maxAddends bounds the search for addends: 2¹² sums at most.
const maxAddends = 12

// someAddUp tells whether some of amounts add up to total, within tolerance.
// With more amounts than can be tried it gives the benefit of the doubt.
func someAddUp(amounts []model.Decimal, total, tolerance model.Decimal) bool {
	return len(amounts) > maxAddends || addUp(amounts, total, tolerance)
}

// addUp tries each set of amounts once, by what the total leaves for the rest.
func addUp(amounts []model.Decimal, total, tolerance model.Decimal) bool {
	for i, n := range amounts {
		rest := total.Sub(n)
		if within(rest, "0", tolerance) || addUp(amounts[i+1:], rest, tolerance) {
			return true
		}
	}
	return false
}

// rounding is the difference in 元 that two-decimal 万元 figures may show.
const rounding = model.Decimal("100")

func near(a, b model.Decimal) bool { return within(a, b, rounding) }

// within tells whether a and b are equal or less than tolerance apart.
func within(a, b, tolerance model.Decimal) bool {
	d := a.Sub(b)
	if d.Sign() < 0 {
		d = d.Neg()
	}
	return d.Sign() == 0 || d.Cmp(tolerance) < 0
}

// wan prints 元 as 万元.
func wan(yuan model.Decimal) string { return string(yuan.Shift(-4)) + "万元" }

// purposeAmounts is B004.
func purposeAmounts(r *review) {
	r.projects(func(p *model.Project) {
		total := p.Budget.Total
		if !granted(total) {
			return
		}
		a := readAccount(p.Purpose)
		if len(a.stated) == 0 && len(a.products) == 0 || a.reaches(total.Yuan) {
			return
		}
		told := a.told(r.cfg.Lang)
		r.add(ProjectTopic(p).With("amounts", told, "total", string(total.Yuan)), p.Field("purpose"),
			r.say("资金用途里的金额与预算数对不上：%s；预算数 %s", "the amounts in the purpose do not add up to the budget: %s; the budget is %s",
				told, total.Text+total.Unit),
			r.say("核对用途中的人数、标准、合计与预算数", "check numbers, rates and totals of the purpose against the budget"),
			p.Field("budget.total"))
	})
}

// told says what was seen: products and stated sums.
func (a *account) told(l model.Lang) string {
	var seen []string
	for _, p := range a.products {
		seen = append(seen, p.String())
	}
	if len(a.stated) > 0 {
		var texts []string
		sum := model.Decimal("0")
		for _, m := range a.stated {
			texts = append(texts, wan(m.number))
			sum = sum.Add(m.number)
		}
		said := strings.Join(texts, " + ")
		if len(texts) > 1 {
			said += " = " + wan(sum)
		}
		seen = append(seen, l.Say("文中写明 ", "the text states ")+said)
	}
	return strings.Join(seen, l.Say("；", "; "))
}
