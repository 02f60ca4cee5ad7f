package msword

import (
	"strconv"
	"strings"
)

// Numeral writes a list number in an ST_NumberFormat (ISO/IEC 29500-1
// §17.18.59). Numbers that a format cannot express, and formats not listed,
// come out as decimal digits, as Word has it.
func Numeral(format string, n int) string {
	s := ""
	switch format {
	case "none", "bullet":
		return ""
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "decimalFullWidth", "decimalFullWidth2":
		return mapDigits(n, []rune("０１２３４５６７８９"))
	case "ideographDigital", "chineseCounting", "taiwaneseDigital", "japaneseDigitalTenThousand":
		if format == "chineseCounting" && n < 100 {
			s = counting(n, chinese)
		} else {
			return mapDigits(n, []rune("〇一二三四五六七八九"))
		}
	case "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand":
		s = counting(n, chinese)
	case "japaneseCounting", "koreanDigital2":
		s = counting(n, japanese)
	case "chineseLegalSimplified", "ideographLegalTraditional":
		s = counting(n, legal)
	case "ideographTraditional":
		s = pick(n, "甲乙丙丁戊己庚辛壬癸")
	case "ideographZodiac":
		s = pick(n, "子丑寅卯辰巳午未申酉戌亥")
	case "ideographEnclosedCircle":
		s = pick(n, "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉")
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		s = pick(n, "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
	case "decimalEnclosedFullstop":
		s = pick(n, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛")
	case "decimalEnclosedParen":
		s = pick(n, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇")
	case "numberInDash":
		return "- " + strconv.Itoa(n) + " -"
	case "lowerLetter":
		s = letters(n, 'a')
	case "upperLetter":
		s = letters(n, 'A')
	case "lowerRoman":
		s = strings.ToLower(roman(n))
	case "upperRoman":
		s = roman(n)
	}
	if s == "" {
		return strconv.Itoa(n)
	}
	return s
}

// Pattern is how many digits a format of Word's own has at least that is given by
// its first numbers (001, 002, 003, ...), 0 for any other.
func Pattern(format string) (digits int) {
	first, _, several := strings.Cut(format, ",")
	if !several || len(first) > 8 || strings.Trim(first, "0") != "1" {
		return 0
	}
	return len(first)
}

// pick is the nth sign of a closed series, "" beyond it.
func pick(n int, series string) string {
	for _, c := range series {
		if n--; n == 0 {
			return string(c)
		}
	}
	return ""
}

func mapDigits(n int, digits []rune) string {
	var b strings.Builder
	for _, c := range strconv.Itoa(n) {
		if c < '0' {
			b.WriteRune(c)
			continue
		}
		b.WriteRune(digits[c-'0'])
	}
	return b.String()
}

// letters: a to z, then aa, bb, … as Word repeats the letter.
func letters(n int, first rune) string {
	if n < 1 || n > 26*30 {
		return ""
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return ""
	}
	var b strings.Builder
	for _, r := range [...]struct {
		value int
		sign  string
	}{
		{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"},
		{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
	} {
		for n >= r.value {
			b.WriteString(r.sign)
			n -= r.value
		}
	}
	return b.String()
}

// system is a way of counting in words.
type system struct {
	digits [10]string
	units  [4]string // 1, 10, 100, 1000
	myriad string
	bare   bool // 10 and 100 stand without a leading one
}

var (
	chinese  = system{[10]string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}, [4]string{"", "十", "百", "千"}, "万", false}
	japanese = system{[10]string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}, [4]string{"", "十", "百", "千"}, "万", true}
	legal    = system{[10]string{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"}, [4]string{"", "拾", "佰", "仟"}, "萬", false}
)

// counting writes 1 to 99,999,999 in words.
func counting(n int, s system) string {
	if n < 1 || n >= 100_000_000 {
		return ""
	}
	if n >= 10_000 {
		rest := ""
		if low := n % 10_000; low > 0 {
			if low < 1000 {
				rest = s.digits[0]
			}
			rest += thousands(low, s, true)
		}
		return thousands(n/10_000, s, false) + s.myriad + rest
	}
	return thousands(n, s, false)
}

func thousands(n int, s system, inner bool) string {
	var b strings.Builder
	gap := false
	for place := 3; place >= 0; place-- {
		unit := [...]int{1, 10, 100, 1000}[place]
		digit := n / unit % 10
		if digit == 0 {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteString(s.digits[0])
			gap = false
		}
		one := digit == 1 && (s.bare && place > 0 || place == 1 && b.Len() == 0 && !inner && s.digits[1] == "一")
		if !one {
			b.WriteString(s.digits[digit])
		}
		b.WriteString(s.units[place])
	}
	return b.String()
}
