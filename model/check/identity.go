package check

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"jxmb/model"
	"jxmb/model/quantity"
)

// isProjectCode reports administrative division (6 digits), year (2 digits), kind of
// project, serial number and check character; 21 characters. Seen from four
// provinces; Yunnan has a digit where the others have the letter.
func isProjectCode(code string) bool {
	const all, digits = 21, 8
	if len(code) != all {
		return false
	}
	for i := range len(code) {
		capital := i >= digits && code[i] >= 'A' && code[i] <= 'Z'
		if !capital && (code[i] < '0' || code[i] > '9') {
			return false
		}
	}
	return true
}

// numberedTitle is the project that the heading of its table names in Hebei
// submissions: "2.见义勇为专项资金绩效目标表". Headings without a number name a
// form, not a project.
func numberedTitle(title string) (name string, ok bool) {
	const space = " \t\n\f\r"
	title = strings.Trim(title, space)
	rest := strings.TrimLeft(title, "0123456789")
	point := strings.TrimLeft(rest, space)
	mark, size := utf8.DecodeRuneInString(point)
	if len(rest) == len(title) || !strings.ContainsRune(".．、", mark) {
		return "", false
	}
	if name, ok = strings.CutSuffix(point[size:], "表"); !ok {
		return "", false
	}
	for _, kind := range [...]string{"申报", "批复", "审批", "自评"} {
		if of, found := strings.CutSuffix(name, kind); found {
			name = of
			break
		}
	}
	if name, ok = strings.CutSuffix(strings.TrimSuffix(name, "目标"), "绩效"); !ok {
		return "", false
	}
	name = strings.TrimSuffix(strings.TrimSuffix(name, "支出"), "项目")
	name = strings.Trim(name, space)
	return name, !strings.Contains(name, "\n")
}

// titleAndName is I001.
func titleAndName(r *review) {
	r.projects(func(p *model.Project) {
		title, ok := numberedTitle(p.Title)
		if !ok || title == p.Name {
			return
		}
		heading, name := quantity.Signs(title), quantity.Signs(p.Name)
		if heading == "" || name == "" || heading == name {
			return
		}
		r.add(ProjectTopic(p).With("title", title, "name", strings.TrimSpace(p.Name)), p.Field("name"),
			r.say("标题写的是“%s”，项目名称写的是“%s”", "the heading says %q, the name of the project is %q", title, strings.TrimSpace(p.Name)),
			r.say("核对这张表属于哪个项目，改成一致", "find out which project the table belongs to and make both agree"),
			p.Origin)
	})
}

// malformedCode is I002.
func malformedCode(r *review) {
	r.projects(func(p *model.Project) {
		code := strings.TrimSpace(p.Code)
		if code == "" || isProjectCode(code) {
			return
		}
		r.add(ProjectTopic(p).With("code", code), p.Field("code"),
			r.say("项目编码“%s”不合规则：应为 21 位，前 8 位是区划（6 位）和年度（2 位）的数字，其余为数字或大写字母；现有 %d 位",
				"the project code %q is malformed: 21 characters are due, 8 digits for division and year, then digits and capital letters; it has %d",
				code, len([]rune(code))),
			r.say("从预算管理一体化系统重新复制编码", "copy the code from the budget system again"))
	})
}

const (
	// codeAlphabet is that of GB 32100-2015: no I, O, S, V, Z.
	codeAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
	codeLength   = 21
)

// checkCharacter gives the last character of a code from its first twenty:
// A[(30 − Σ v(cᵢ)·3ⁱ) mod 31], i from 0. The formula was observed on the codes
// of one Hebei submission, all of which fit; it is not published, and codes of
// other provinces do not follow it. ok is false where a character is not of
// the alphabet.
func checkCharacter(code string) (c byte, ok bool) {
	sum, weight := 0, 1
	for i := range codeLength - 1 {
		v := strings.IndexByte(codeAlphabet, code[i])
		if v < 0 {
			return 0, false
		}
		sum = (sum + v*weight) % len(codeAlphabet)
		weight = weight * 3 % len(codeAlphabet)
	}
	n := len(codeAlphabet)
	return codeAlphabet[(n-1-sum+n)%n], true
}

// codeCheckCharacter is I003.
func codeCheckCharacter(r *review) {
	r.projects(func(p *model.Project) {
		code := strings.TrimSpace(p.Code)
		if !strings.HasPrefix(code, "13") || !isProjectCode(code) {
			return
		}
		want, ok := checkCharacter(code)
		if got := code[codeLength-1]; ok && got != want {
			r.add(ProjectTopic(p).With("found", string(got), "expected", string(want)), p.Field("code"),
				r.say("项目编码 %s 的末位是 %c，按观察到的校验规则应为 %c", "the code %s ends with %c; the check character observed elsewhere would be %c", code, got, want),
				r.say("可能抄错了一位，请与系统核对；校验规则系观察所得，未见公布", "a character may be miscopied: compare with the system; the formula is observed, not published"))
		}
	})
}

// deadlineYear is I004.
func deadlineYear(r *review) {
	r.values(func(p *model.Project, i *model.Indicator, v *model.Value) {
		year := fiscalYear(p)
		if v.Deadline == nil || year == 0 || i.Term == "long" {
			return
		}
		last := leadingYear(v.Deadline.Date)
		from := last
		if y := leadingYear(v.Deadline.From); y != 0 {
			from = y
		}
		if last == 0 || from <= year && year <= last {
			return
		}
		r.add(subject(p, i).With("date", v.Deadline.Date, "year", strconv.Itoa(year)), i.Origin,
			r.say("完成时限“%s”（%s）不在预算年度 %d 内", "the deadline %q (%s) lies outside the fiscal year %d",
				v.Deadline.Text, v.Deadline.Date, year),
			r.say("改成预算年度内的日期；沿用往年文本时尤其注意", "give a date in the fiscal year; look out for text taken over from earlier years"),
			p.Field("code"))
	})
}

// fiscalYear is the project's year, or the one in its code.
func fiscalYear(p *model.Project) int {
	if p.FiscalYear != 0 {
		return p.FiscalYear
	}
	code := strings.TrimSpace(p.Code)
	if !isProjectCode(code) {
		return 0
	}
	y, _ := strconv.Atoi(code[6:8])
	return 2000 + y
}

// leadingYear is the year of "2020-12-31", 0 for "--12-31" and "".
func leadingYear(date string) int {
	if len(date) < 4 {
		return 0
	}
	y, err := strconv.Atoi(date[:4])
	if err != nil || y < 0 {
		return 0
	}
	return y
}

// codeTwice is I005.
func codeTwice(r *review) {
	first := map[string]*model.Project{}
	r.projects(func(p *model.Project) {
		code := strings.TrimSpace(p.Code)
		if code == "" {
			return
		}
		other, twice := first[code]
		if !twice {
			first[code] = p
			return
		}
		r.add(ProjectTopic(p).With("code", code, "other", projectName(other)), p.Field("code"),
			r.say("项目编码 %s 已用于“%s”", "the code %s is also that of %q", code, projectName(other)),
			r.say("每个项目一个编码；核对是否误粘", "one code a project: check for a wrong paste"),
			other.Field("code"))
	})
}
