package value

import "testing"

func TestIsOperator(t *testing.T) {
	for text, want := range map[string]bool{
		"≥": true, " ＝ ": true, ">=": true, "大于等于": true, "不超过": true, "以上": true, "≤≤": true,
		"": false, "≥90": false, "%": false, "计算符号": false, "大于等于三": false, "—": false,
	} {
		if IsOperator(text) != want {
			t.Errorf("IsOperator(%q) is %v", text, !want)
		}
	}
}

func TestIsTarget(t *testing.T) {
	for text, want := range map[string]bool{
		"≥90%": true, "100": true, "３场次": true, "80%-90%": true, "±3%": true, "6月底前完成": true, "2023-12-31": true,
		"≥3宣讲次数大于等于3次": true, "每年2次": true, "不超过5万元": true, "优良": true, "有效提升": true, "是": true, "≥**%": true, "XX": true, "≥ ％": true,
		"": false, "指标值": false, "目标值": false, "三级指标": false, "年度绩效目标": false, "2022年预算数": false, "宣讲次数": false,
		"完成3个村的道路硬化": false, "1.完成道路硬化；2.完成绿化": false, "满意度指标": false, "≥": false, "%": false,
	} {
		if IsTarget(text) != want {
			t.Errorf("IsTarget(%q) is %v", text, !want)
		}
	}
}
