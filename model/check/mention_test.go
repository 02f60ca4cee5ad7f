package check

import (
	"slices"
	"strings"
	"testing"

	"jxmb/model"
)

func TestMentions(t *testing.T) {
	for text, want := range map[string]string{
		"445人":            "445人",
		"每人每年2400元":       "2400元/人",
		"每个节点年服务费2400元":   "2400元/个",
		"每年支付投资建设企业404万元": "4040000元",
		"按照0.2元/条计算":      "0.2元/条",
		"每人每月300元":        "300元/人·月",
		"300元/人·月":        "300元/人·月",
		"1,200.50万元":      "12005000元",
		"１２万元":            "120000元",
		"3至5万元":           "",
		"80-90人":          "",
		"2022年12月底":       "12月",
		"遵机编字【2019】41号":   "",
		"5万以上":            "",
		"1.2.3元":          "",
		"共有1005名网格员，76万人，25万所": "1005名 760000人 250000所",
		"提高5个百分点":              "5百分点",
		"3亿2千万元":               "320000000元",
		"共计1千2百万元，需200万元":      "12000000元 2000000元",
		"共需伍拾万元整":              "500000元",
		"人民币100元5角":            "100.5元",
		"3万元至5万元":              "",
		"每人每天80元，共30天":         "80元/人·天 30天",
		"一个中心，三名专家":            "",
		"占比30%":                "",
		"培训60人员名单":             "",
	} {
		var got []string
		for _, m := range mentions(text) {
			s := string(m.number) + m.unit
			if m.per != "" {
				s += "/" + m.per
			}
			if m.each != "" {
				s += "·" + m.each
			}
			got = append(got, s)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: got %q, want %q", text, s, want)
		}
	}
}

// TestNearest: a price is multiplied by the count that stands closest before it, or
// else by the first one behind it.
func TestNearest(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"25人，30人，每人300元": "30人", "每人300元，25人，30人": "25人", "25人，每人300元，30人": "25人", "25名，每人300元，30个": "25名", "30个，每人300元，25位": "25位", "30个，每人300元，12万元": "",
	} {
		ms := mentions(text)
		i := slices.IndexFunc(ms, func(m mention) bool { return m.price() })
		count, _ := nearest(ms, i, ms[i].per)
		if count.text != want {
			t.Errorf("%s: %q, want %q", text, count.text, want)
		}
	}
}

// TestPurposes holds B004 against purposes whose arithmetic is known; the
// budget is in 万元.
func TestPurposes(t *testing.T) {
	for _, c := range []struct{ budget, text, want string }{
		{"134.40", "预计445人（根据公安局等部门提供数据），每人每年2400元，共计106.8万元，监护人责任险预计3450人（根据卫计局提供数据）每人每年100元，共计34.5万元。",
			"445人 × 每人每年2400元 = 106.8万元；3450人 × 每人每年100元 = 34.5万元；文中写明 106.8万元 + 34.5万元 = 141.3万元；预算数 134.40万元"},
		{"141.30", "预计445人，每人每年2400元，共计106.8万元，预计3450人每人每年100元，共计34.5万元。", ""},
		{"27.00", "租赁费自2013年1月1日开始计算，共涉及112个节点，每个节点年服务费2400元，每年费用总计26.88万元。",
			"112个 × 每个节点年服务费2400元 = 26.88万元；文中写明 26.88万元；预算数 27.00万元"},
		{"21.00", "共有726人。体检费按照每人300元计算，需要22万元。",
			"726人 × 每人300元 = 21.78万元；文中写明 22万元；预算数 21.00万元"},
		{"404.00", "按照每年支付企业404万元（中标合同价）的标准，政府分六年支付.", ""},
		{"10.00", "派驻人员共25人，为保障正常办公，此项目需资金10万元。", ""},
		{"60.00", "终端数量在5万以上。共有1005名网格员，费用按照0.2元/条计算，我市76万人，房屋25万所，估算约需60万元。", ""},
		{"9.00", "25人×12个月×300元/人·月=9万元", ""},
		{"10.00", "25人×12个月×300元/人·月", "25人 × 12个月 × 300元/人·月 = 9万元；预算数 10.00万元"},
		{"9.00", "25名协管员，每人每月300元，全年12个月。", ""},
		{"1.00", "25人×300元", "25人 × 300元 = 0.75万元；预算数 1.00万元"},
		{"1.00", "25人×300元，10人×200元", "25人 × 300元 = 0.75万元；10人 × 200元 = 0.2万元；预算数 1.00万元"},
		{"1.00", "每人300元，25人。", "25人 × 每人300元 = 0.75万元；预算数 1.00万元"},
		{"20.00", "每人每月300元，25人。", ""}, // months not given: no product
		{"20.00", "其中培训费5万元。", ""},     // a part, not said to be the whole
		{"20.00", "购置设备。", ""},
		{"1200.00", "总投资共计1千2百万元，其中今年需200万元。", ""},
		{"1000.00", "共需1亿2000万元。", "文中写明 12000万元；预算数 1000.00万元"},
	} {
		d := Sample()
		p := &d.Projects[0]
		p.Budget = model.Budget{Total: yuan10k(c.budget)}
		p.Purpose = c.text
		r := review{doc: d, rule: &Rule{Code: "B004"}}
		purposeAmounts(&r)
		got := ""
		if len(r.out) == 1 {
			got = strings.TrimPrefix(r.out[0].Message, "资金用途里的金额与预算数对不上：")
		}
		if got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// FuzzMentions: any text is read without a panic, and what is read stands in it.
func FuzzMentions(f *testing.F) {
	f.Add("每人每年2400元，共计106.8万元")
	f.Add("25人×12个月×300元/人·月")
	f.Add("3至5万元 1.2.3元 ０．５元每人每")
	f.Add("每人0元0元")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, m := range mentions(text) {
			if m.end > len(text) || m.start > m.end || m.end <= last || m.text != text[m.start:m.end] {
				t.Fatalf("%q: %+v", text, m)
			}
			last = m.end
		}
		readAccount(text)
	})
}
