package label

import (
	"fmt"
	"strings"
	"testing"
)

// TestReadHead reads the heads of columns that no table of labels holds.
func TestReadHead(t *testing.T) {
	t.Parallel()
	const value, result, past, actual, plan = SaysValue, SaysResult, SaysPast, SaysActual, SaysPlan
	for text, want := range map[string]Head{
		"年初核定目标值（A）": {Says: value | plan | SaysFirst | SaysFinal}, "2021年实际": {Says: value | actual, Year: 2021}, "预期2022年实现值": {Says: value | plan | actual, Year: 2022},
		"上年完成情况": {Says: value | result | past | actual}, "全年完成值": {Says: value | actual, Term: TermAnnual},
		"上半年完成值": {Says: value | actual, Term: TermHalfYear}, "一季度目标": {Says: value | plan, Term: TermQuarter1}, "四季度目标": {Says: value | plan, Term: TermQuarter4},
		"一级分类": {Field: Level1}, "二级类别": {Field: Level2}, "三级要素": {Field: Level3}, "一级": {}, "一级水源": {}, "四级分类": {},
		"12021年目标": {Says: value | plan}, "2021": {Year: 2021}, "20215": {}, "2021号": {}, "202": {}, "某某": {}, "": {}, strings.Repeat("目标", 22): {},
	} {
		if got := ReadHead(text); got != want {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
	own, above := Head{Term: TermAnnual, Year: 2021, Says: value}, Head{Field: Level1, Term: TermLong, Year: 2020, Says: plan}
	if got := own.Under(above); got != (Head{Term: TermAnnual, Year: 2021, Says: value | plan}) {
		t.Errorf("under another head: %+v", got)
	}
	if got := (Head{}).Under(above); got.Term != TermLong || got.Year != 2020 || got.Field != NoField {
		t.Errorf("a head that says nothing under another: %+v", got)
	}
}

// TestHeadTable refuses a table of words with a fault in it.
func TestHeadTable(t *testing.T) {
	t.Parallel()
	for table, want := range map[string]string{
		"目标\tend\tvalue": "heads.tsv:1: want 4 columns", "目标\tend\tvalue\t": "want 4 columns", "# \n目标\tend\tsoon\tMOF": "heads.tsv:2: \"soon\"", "目标\tmiddle\tvalue\tMOF": "unknown place", "\n目标\tany\tlong\tMOF\n": "",
	} {
		words, err := parseHeads(table)
		if want == "" && (err != nil || len(words) != 1) || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: %v, %v, want %q", table, words, err, want)
		}
	}
	for table, want := range map[string]string{
		"年度\tannual": "amounts.tsv:1: want 3 columns", "年度\tannual\t": "want 3 columns", "年度\tsoon\tMOF": "\"soon\" is no role", "年 度\tannual\tMOF": "folded spelling", "年度\tannual\tMOF\n年度\tlong\tMOF": "amounts.tsv:2: \"年度\" is doubled",
		"一二三四五六七\tlong\tMOF": "too long", "#\n一二三四五六\tlong\tMOF": "",
	} {
		words, err := parseWords("amounts.tsv", table)
		if want == "" && (err != nil || len(words) != 1) || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: %v, %v, want %q", table, words, err, want)
		}
	}
}

// TestNames tells heads of projects and of places by their words.
func TestNames(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][2]bool{
		"单位(专项)名称": {true, false}, "资金名称": {true, false}, "项目 名称": {true, false}, "单位名称": {false, false}, "名称及项目": {false, false},
		"各乡镇目标值": {false, true}, "分地区": {false, true}, "各 县": {false, true}, "目标值分县": {false, false}, "各项目名称": {true, false},
	} {
		if got := [2]bool{NamesProject(text), NamesPlaces(text)}; got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// TestWordedColumn reads the heads of amounts that no table of labels holds.
func TestWordedColumn(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]Field{
		"决算金额": Executed, "批复预算数": Budget, "上年执行数": Line, "年初批复预算数": Initial, "三年预算额": Line, "其中：财政资金": NoField, "某某": NoField, "": NoField, "预算金额（万元）": Budget, "备注": NoField, "年初": NoField,
	} {
		if got := WordedColumn(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
	for text, want := range map[string]string{"维修费（万元）": "万元", "维修费（万元）（A）": "万元)(A", "维修费": "", "维修费（万元）：": "万元"} {
		if got := Brackets(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for text, fiscal := range map[string]bool{"年度财政资金总额": true, "年度资金总额": false} {
		if w, ok := WordedAmount(text); !ok || w.Fiscal != fiscal {
			t.Errorf("%q: %v, of fiscal money: %v", text, ok, w.Fiscal)
		}
	}
	if w, ok := WordedAmount("项目总预算（万元）"); !ok || w.Note != "万元" || w.Scope != InMoney {
		t.Errorf("%+v", w)
	}
}

// TestMonths cuts the months that a column is of from its head.
func TestMonths(t *testing.T) {
	t.Parallel()
	for head, want := range map[string]string{
		"1-7月执行数": "执行数 7", "1至6月份执行率": "执行率 6", "1~12月执行数": "执行数 12", "上半年执行数": "执行数 6", "前三季度执行数": "执行数 9", "一季度执行数": "执行数 3", "第一季度执行数": "执行数 3",
		"2-7月执行数": "2-7月执行数 0", "7月执行数": "7月执行数 0", "1-13月执行数": "1-13月执行数 0", "1-1月执行数": "1-1月执行数 0", "1-2月执行数": "执行数 2", "执行数": "执行数 0", "下半年执行数": "下半年执行数 0", "1-x月": "1-x月 0",
	} {
		rest, month := CutMonths(head)
		if got := fmt.Sprint(rest, " ", month); got != want {
			t.Errorf("%q: %s, want %s", head, got, want)
		}
	}
}

// TestListNumbers reads the number that a line begins with.
func TestListNumbers(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"1.甲": "1 1 甲", "12、甲": "1 12 甲", "3．甲": "1 3 甲", "（4）甲": "2 4 甲", "(4)甲": "2 4 甲", "5）甲": "3 5 甲", "5)甲": "3 5 甲", "六、甲": "4 6 甲", "十二、甲": "4 12 甲", "二十一.甲": "4 21 甲", "（七）甲": "5 7 甲", "(七)甲": "5 7 甲",
		"①甲": "6 1 甲", "⑳甲": "6 20 甲", "⒈甲": "1 1 甲", "⒛甲": "1 20 甲", "⑴甲": "2 1 甲", "⒇甲": "2 20 甲", "㈠甲": "5 1 甲", "㈩甲": "5 10 甲", "目标1：甲": "7 1 甲", "目标二.甲": "7 2 甲", "目标3、甲": "7 3 甲", "1.  甲": "1 1 甲", "1.2022年甲": "1 1 2022年甲", "1.20": "", "1.2.甲": "",
		"0.2元": "", "2.5%": "", "1甲": "", "一甲": "", "一）甲": "", "目标甲": "", "目标1甲": "", "（甲）": "", "（1甲": "", "1234.甲": "", "": "", "（）甲": "", "1.20220年": "", "百、甲": "", "九十九、甲": "4 99 甲", "十十、甲": "", "一二、甲": "",
	} {
		n, ok := LeadingNumber(text)
		got := ""
		if ok {
			got = fmt.Sprint(n.Style, " ", n.Value, " ", text[n.End:])
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestMarks holds the marks of a text to its characters.
func TestMarks(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]Marks{
		"": 0, "甲乙": 0, "甲：": HasColon, "a:": HasColon, "一\n二": HasBreak | HasNumber, "3": HasNumber, "３": HasNumber, "一": HasNumber, "壹": HasNumber, "一级": HasLevel | HasNumber, "盖章": HasSeal, "签字": HasSeal, "单位": HasUnit, "月": HasMonth, "季": HasMonth, "半": HasMonth | HasNumber, "⽉": HasMonth, // a Kangxi radical
		"\U00020000": 0, "ab": 0, "é": 0, "€": 0, "甲\xff": 0, "甲\xe4": 0, "：甲位\n": HasColon | HasUnit | HasBreak,
	} {
		if got := MarksOf(text); got != want {
			t.Errorf("%q: %b, want %b", text, got, want)
		}
	}
}

// TestTexts holds what is blank, how long a text is, and how a label is shown.
func TestTexts(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{"": true, " 　\u00a0\t\n": true, "\u200b\ufeff\u00ad\u2060\u200c\u200d": true, "a": false, "甲": false, " 甲": false, "　-": false, "\u200b.": false, "\u3001": false} {
		if Blank(text) != want {
			t.Errorf("%q is blank: %v", text, !want)
		}
	}
	for text, want := range map[string]int{"": 0, "a甲": 2, "甲乙丙": 3, "\U00020000é": 2} {
		if got := Length(text); got != want {
			t.Errorf("%q has %d characters, want %d", text, got, want)
		}
	}
	for text, want := range map[string]string{"项目\n名称：": "项目名称", " 甲: ": "甲", "项\r\n目\t": "项目", "甲：：": "甲：", "甲:：": "甲:", "甲:乙": "甲:乙", "甲 乙": "甲 乙"} {
		if got := Text(text); got != want {
			t.Errorf("%q is shown as %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{"项目资金(万元)": "项目资金|万元|true", "甲(乙(丙))": "甲|乙(丙)|true", "甲": "甲||false", "(甲)": "(甲)||false", "甲)": "甲)||false", "甲()": "甲||true", "甲(乙)丙": "甲(乙)丙||false", "x()": "x||true", "()": "()||false"} {
		base, note, ok := CutNote([]byte(text))
		if got := fmt.Sprintf("%s|%s|%v", base, note, ok); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// TestLeads finds labels behind what may stand before them, and as long as a
// label may be.
func TestLeads(t *testing.T) {
	t.Parallel()
	ls := builtIn(t)
	for text, known := range map[string]bool{
		"*项目名称": true, "★项目名称": true, "※项目名称": true, "#项目名称": true, "-项目名称": true, "、项目名称": true, "其中：财政资金": true, "其中财政资金": true, "1.项目名称": true, "九、项目名称": true, "（2）项目名称": true, "⑩项目名称": true, "*1.项目名称": true,
		"1项目名称": false, "1.": false, "*": false, "其中": false, "甲.项目名称": false,
		"项目名称" + strings.Repeat(" ", MaxBytes-12): true, "项目名称" + strings.Repeat(" ", MaxBytes-11): false,
	} {
		if e, _ := ls.Lookup(text); (e != nil) != known {
			t.Errorf("%q is known: %v", text, !known)
		}
	}
	if n := len(ls.Titles()); n == 0 || len(ls.Titles()[0]) < len(ls.Titles()[n-1]) {
		t.Error("the longest title does not come first")
	}
}

// TestLabelFields holds the groups of fields.
func TestLabelFields(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		what     string
		is       func(Field) bool
		yes, not []Field
	}{
		{"aside", Field.Aside, []Field{Extra, TotalScore, ScoreGrade, Conclusion}, []Field{Purpose, Money, NoField}},
		{"of the execution", Field.OfExecution, []Field{Rate, RatePoints, RateScore}, []Field{Amount, Note}},
		{"a level", Field.IsLevel, []Field{Level1, Level2, Level3}, []Field{Note, Indicator}},
		{"a name", Field.IsName, []Field{Level1, Level3, Indicator}, []Field{Note, Description}},
		{"a unit", Field.NamesUnit, []Field{Unit, Department, Implementer}, []Field{Name, UnitCode}},
		{"a column of words", Field.IsText, []Field{FirstText, FirstText + moreTexts}, []Field{Score, Grades}},
	} {
		for _, f := range c.yes {
			if !c.is(f) {
				t.Errorf("%s is not %s", f, c.what)
			}
		}
		for _, f := range c.not {
			if c.is(f) {
				t.Errorf("%s is %s", f, c.what)
			}
		}
	}
}

// TestMeanings gives a label the meaning of its form before the general one.
func TestMeanings(t *testing.T) {
	t.Parallel()
	ls := newSet()
	for _, m := range []Meaning{{Scope: InProject, Field: Name}, {Scope: InProject, Field: Code, Form: "own"}, {Scope: InColumn, Field: Target, Form: "own"}} {
		if err := ls.Add("某栏", m); err != nil {
			t.Fatal(err)
		}
	}
	if err := ls.Add("某栏", Meaning{Scope: InProject, Field: Year, Form: "own"}); err == nil {
		t.Error("a second meaning for one form is taken")
	}
	e := ls.Of("某栏")
	for form, want := range map[string][2]Field{"own": {Code, Target}, "other": {Name, NoField}, "": {Name, Target}} {
		if got := [2]Field{e.Field(InProject, form), e.Field(InColumn, form)}; got != want {
			t.Errorf("read as %q: %v, want %v", form, got, want)
		}
	}
	if !e.OfForm() || ls.Of("无") != nil || ls.Len() != 1 || !e.Around("") {
		t.Error("the entry of a form's own label")
	}
	copied := ls.Clone()
	if err := copied.Add("另一栏", Meaning{Scope: InMoney, Field: Total}); err != nil || ls.Len() != 1 || copied.Len() != 2 || copied.Of("另一栏").Number != 1 {
		t.Errorf("a label added to a copy: %v, %d and %d labels", err, ls.Len(), copied.Len())
	}
	for _, bad := range [][3]string{{"nowhere", "name", ""}, {"project", "target", ""}, {"project", "name", "soon"}} {
		if _, err := ParseMeaning(bad[0], bad[1], bad[2]); err == nil {
			t.Errorf("%v is taken", bad)
		}
	}
	if f, ok := Named("target"); !ok || f != Target {
		t.Error("target is not named")
	}
	if _, ok := Named(""); ok {
		t.Error("a field without a name")
	}
}
