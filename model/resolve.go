package model

import (
	"fmt"
	"strings"
)

// yearOf is the fiscal year of a project, 0 where it is not known.
func yearOf(d *Document, p *Project) int {
	if p.FiscalYear != 0 {
		return p.FiscalYear
	}
	return d.FiscalYear
}

// resolve puts the deadlines of an indicator into the year they are meant for.
// Those of the long-term side of a form lie in no year that it names.
func (i *Indicator) resolve(year int) {
	if i.Term != "long" {
		i.Target.resolve(year)
		if i.Actual != nil {
			i.Actual.resolve(year)
		}
		for k := range i.Grades {
			i.Grades[k].Value.resolve(year)
		}
	}
	for k := range i.History {
		i.History[k].Value.resolve(i.History[k].Year)
	}
}

func (v *Value) resolve(year int) {
	if d := v.Deadline; d != nil && year > 0 {
		d.Resolved = d.inYear(year)
	}
	for k := range v.Parts {
		v.Parts[k].resolve(year)
	}
}

// inYear is the date that "--12-31" is in a year, "" where the text names its
// year or no day. The last day of February is that of the year, and a day that
// the year has not is none.
func (d *DeadlineDate) inYear(year int) string {
	monthDay, yearless := strings.CutPrefix(d.Date, "--")
	leap := year%4 == 0 && (year%100 != 0 || year%400 == 0)
	switch {
	case !yearless, monthDay == "02-29" && !leap:
		return ""
	case monthDay == "02-28" && leap && !strings.Contains(d.Text, "28") && !strings.Contains(d.Text, "二十八"):
		monthDay = "02-29"
	}
	return fmt.Sprintf("%04d-%s", year, monthDay)
}
