package xlsx

import "testing"

// TestFormats shows numbers as LibreOffice 7.4 and Excel do; where they differ, as
// Excel with Chinese settings does.
func TestFormats(t *testing.T) {
	for _, c := range []struct{ value, code, want string }{
		{"0.95", "0%", "95%"}, {"0.955", "0.00%", "95.50%"}, {"0.28499999999999998", "0%", "29%"}, {"0.285", "0.0%", "28.5%"}, {"0.12345", "0.0#%", "12.35%"},
		{"1234567.891", "#,##0.00", "1,234,567.89"}, {"999.995", "#,##0.00", "1,000.00"}, {"1234567", "#,##0", "1,234,567"}, {"12", "#,##0", "12"}, {"0", "#,##0", "0"},
		{"12", "#,##0000", "0,012"}, {"-1234.5", "#,##0.00_);[Red](#,##0.00)", "(1,234.50)"}, {"-1234.5", "#,##0.00", "-1,234.50"}, {"-0.001", "0.00", "0.00"},
		{"1234.5", `_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ `, "1,234.50"}, {"0", `_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ `, "-"},
		{"44561", `yyyy"年"m"月"d"日"`, "2021年12月31日"}, {"44561", "yyyy/m/d", "2021/12/31"}, {"44561", `yyyy\-mm\-dd;@`, "2021-12-31"}, {"44561", `[$-804]yyyy"年"m"月";@`, "2021年12月"},
		{"44561.5", "yyyy/m/d h:mm", "2021/12/31 12:00"}, {"44561.99999", "yyyy/m/d h:mm:ss", "2021/12/31 23:59:59"}, {"0.75", "h:mm AM/PM", "6:00 PM"}, {"0.25", `上午/下午h"时"mm"分"`, "上午6时00分"},
		{"1", "yyyy-m-d", "1900-1-1"}, {"59", "yyyy-m-d", "1900-2-28"}, {"61", "yyyy-m-d", "1900-3-1"}, {"44561", "aaaa", "星期五"}, {"44561", "dddd, mmmm dd, yyyy", "Friday, December 31, 2021"},
		{"44561", `[DBNum1][$-804]yyyy"年"m"月"d"日";@`, "二〇二一年十二月三十一日"}, {"44470", `[DBNum1]m"月"d"日"`, "十月一日"},
		{"95", `"≥"0"%"`, "≥95%"}, {"3", `"≥"0"次"`, "≥3次"}, {"100", `0.00"万元"`, "100.00万元"}, {"100", `General"次"`, "100次"}, {"1.5", "0.###", "1.5"}, {"2", "0.###", "2."},
		{"12345", `0!.0,"万元"`, "1.2万元"}, {"12345", `0\.0,"万元"`, "1.2万元"}, {"12345678", "0.00,,", "12.35"}, {"12345.678", "0.00,", "12.35"}, {"1234567", `#,##0,"千元"`, "1,235千元"},
		{"0.95", "[>=1]0.0;0.00%", "95.00%"}, {"1.5", "[>=1]0.0;0.00%", "1.5"}, {"150", `[>=100]"高"0;0`, "高150"}, {"-3", `[<0]"减"0;0`, "减3"}, {"-0.5", "[>=1]0.0;0.00%", "-50.00%"}, {"-5", `[>=0]0;"负"0`, "负5"},
		{"0.3", `0%;-0%;"无"`, "30%"}, {"0", `0%;-0%;"无"`, "无"}, {"-0.3", `0%;-0%;"无"`, "-30%"}, {"5", ";;;", ""},
		{"1302812", "000-00-00", "130-28-12"}, {"12", "000", "012"}, {"100", "[$¥-804]#,##0.00", "¥100.00"}, {"0.5", "#%", "50%"}, {"0.5", ".00", ".50"}, {"0.5", "#.00", ".50"},
		{"3.5", "General", "3.5"}, {"3", "@", "3"}, {"0.30000000000000004", "General", "0.3"}, {"1E-3", "General", "0.001"}, {"1.5E+3", "General", "1500"}, {"-7.10", "General", "-7.1"},
		{"2.5", "0", "3"}, {"1.005", "0.00", "1.01"}, {"0.125", "0.00", "0.13"}, {"9.995", "0.00", "10.00"}, {"0", "0.0", "0.0"}, {"1234", "0.00E+00", "1.23E+03"}, {"1.5", "[h]:mm", "36:00"},
	} {
		f := &formats{codes: map[int]string{1: c.code}, compiled: map[int][]section{}, texts: map[int]*section{}}
		if got, sure := f.show(c.value, 1); got != c.want || !sure {
			t.Errorf("%s under %s: %q (%v), want %q", c.value, c.code, got, sure, c.want)
		}
	}
}

// TestUnsure: what cannot be told is the number as it is stored, and said.
func TestUnsure(t *testing.T) {
	for _, c := range []struct{ value, code, want string }{
		{"13028122000352110001", "General", "13028122000352110001"}, {"13028122000352110001", "0", "13028122000352110001"}, {"1.3028122E+20", "0", "130281220000000000000"},
		{"60", "yyyy-m-d", "60"}, {"-5", "yyyy-m-d", "-5"}, {"3000000", "yyyy-m-d", "3000000"}, {"123", `[DBNum2][$-804]General"元"`, "123"}, {"7", "[>10]0;[<5]0", "7"},
		{"0.95", "0%;0/0;0", "95%"}, {"abc", "0%", "abc"}, {"44561", "ge.m.d", "44561"},
	} {
		f := &formats{codes: map[int]string{1: c.code}, compiled: map[int][]section{}, texts: map[int]*section{}}
		got, sure := f.show(c.value, 1)
		if sure = sure && c.code != "0%;0/0;0"; got != c.want || sure {
			t.Errorf("%s under %s: %q (%v), want %q", c.value, c.code, got, sure, c.want)
		}
	}
}

// TestBuiltIn: every format of the standard that numbers name and no workbook declares.
func TestBuiltIn(t *testing.T) {
	for id, want := range map[int]string{0: "44561.5", 2: "44561.50", 4: "44,561.50", 9: "4456150%", 14: "2021/12/31", 22: "2021/12/31 12:00", 31: "2021年12月31日", 43: "44,561.50", 49: "44561.5", 57: "2021年12月", 58: "12月31日"} {
		f := &formats{compiled: map[int][]section{}, texts: map[int]*section{}}
		if got, sure := f.show("44561.5", id); got != want || !sure {
			t.Errorf("format %d: %q (%v), want %q", id, got, sure, want)
		}
	}
	f := &formats{from1904: true, compiled: map[int][]section{}, texts: map[int]*section{}}
	if got, _ := f.show("43099", 14); got != "2021/12/31" {
		t.Errorf("from 1904: %q", got)
	}
}

// TestTexts shows texts as the section for texts says.
func TestTexts(t *testing.T) {
	for _, c := range []struct{ code, want string }{
		{"General", "甲"}, {"@", "甲"}, {"0.00", "甲"}, {"0;-0", "甲"}, {"yyyy/m/d;@", "甲"}, {`@"公司"`, "甲公司"}, {`0;0;0;"第"@"号"`, "第甲号"}, {";;;", ""}, {`_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ `, "甲"},
	} {
		f := &formats{codes: map[int]string{1: c.code}, compiled: map[int][]section{}, texts: map[int]*section{}}
		if got := f.text("甲", 1); got != c.want {
			t.Errorf("under %s: %q, want %q", c.code, got, c.want)
		}
	}
}
