package flat

import (
	"slices"
	"strings"

	"jxmb/model"
	"jxmb/render/view"
)

var indicatorColumns = slices.Concat(
	[]Column{
		ofIndicator("indicator_id", "指标标识，在项目内唯一，插行后不变", "id of the indicator in its project, holds when rows are inserted", func(i *model.Indicator) string { return i.ID }),
		whole("indicator_seq", "指标在项目中的序号", "number of the indicator in its project", func(r *Row) int { return r.Number }),
		ofIndicator("level1", "一级指标", "level 1", func(i *model.Indicator) string { return i.Level1 }),
		ofIndicator("level2", "二级指标", "level 2", func(i *model.Indicator) string { return i.Level2 }),
		ofIndicator("level3", "三级指标", "level 3, the name", func(i *model.Indicator) string { return i.Level3 }),
		ofIndicator("aspect", "指标类别：产出、效益、满意度、成本", "aspect: 产出, 效益, 满意度 or 成本", func(i *model.Indicator) string { return string(i.Aspect) }),
		ofIndicator("term", "期限：annual、long、half_year、quarter_1 至 quarter_4", "term: annual, long, half_year, quarter_1 to quarter_4", func(i *model.Indicator) string { return i.Term }),
		ofIndicator("region", "地区", "region", func(i *model.Indicator) string { return i.Region }),
		ofIndicator("description", "绩效指标描述", "description", func(i *model.Indicator) string { return i.Description }),
	},
	valueColumns("target", "指标值", "target", func(i *model.Indicator) *model.Value { return &i.Target }),
	[]Column{
		ofIndicator("basis", "指标值确定依据", "basis of the target", func(i *model.Indicator) string { return i.Basis }),
		ofNumber("weight", "权重（分值）", "weight", func(i *model.Indicator) model.Decimal { return i.Weight }),
		ofNumber("points", "一级指标分值", "points of its first level", func(i *model.Indicator) model.Decimal { return i.Points }),
		ofNumber("score", "得分", "score", func(i *model.Indicator) model.Decimal { return i.Score }),
		ofIndicator("deviation", "偏差原因", "reason of the deviation", func(i *model.Indicator) string { return i.Deviation }),
	},
	valueColumns("actual", "实际完成值", "actual value", func(i *model.Indicator) *model.Value { return i.Actual }),
	[]Column{
		ofIndicator("history", "其他年度的值，每行一个", "values of other years, one a line", func(i *model.Indicator) string { return view.History(model.Chinese, i.History) }),
		ofIndicator("grades", "分档标准，每行一档", "grades, one a line", func(i *model.Indicator) string { return view.Grades(model.Chinese, i.Grades) }),
		ofIndicator("indicator_extra", "其他栏目，每行一项", "other fields of the row, one a line", func(i *model.Indicator) string { return view.Extra(model.Chinese, i.Extra) }),
	},
	placeColumns(func(r *Row) model.Origin {
		if r.Indicator == nil {
			return model.Origin{}
		}
		return r.Indicator.Origin
	}),
)

// valueColumns take a value apart, which may be absent.
func valueColumns(name, zh, en string, value func(*model.Indicator) *model.Value) []Column {
	of := func(part func(*model.Value) string) func(*model.Indicator) string {
		return func(i *model.Indicator) string {
			if v := value(i); v != nil {
				return part(v)
			}
			return ""
		}
	}
	words := func(part, zhPart, enPart string, get func(*model.Value) string) Column {
		return ofIndicator(name+"_"+part, zh+zhPart, en+enPart, of(get))
	}
	figure := func(part, zhPart, enPart string, get func(*model.Value) string) Column {
		c := words(part, zhPart, enPart, get)
		c.Kind = Number
		return c
	}
	date := func(part, zhPart, enPart string, get func(*model.Value) string) Column {
		c := words(part, zhPart, enPart, get)
		c.Kind = Day
		return c
	}
	return []Column{
		words("text", "原文", ", as written", func(v *model.Value) string { return v.Text }),
		words("kind", "类型：quantity、range、deadline、composite、qualitative、empty", ": quantity, range, deadline, composite, qualitative or empty", func(v *model.Value) string { return string(v.Kind) }),
		words("operator", "符号：>=、>、<=、<、=、~", ": operator >=, >, <=, <, = or ~", func(v *model.Value) string { return string(v.Operator) }),
		figure("number", "数值；区间为下限", ": number, of a range the lower one", func(v *model.Value) string { return string(v.Number) }),
		figure("upper", "上限", ": upper number of a range", func(v *model.Value) string { return string(v.Upper) }),
		words("unit", "单位", ": unit", func(v *model.Value) string { return v.Unit }),
		words("unit_source", "单位来源", ": where the unit was found", func(v *model.Value) string { return string(v.UnitSource) }),
		figure("base_number", "换算为基本单位的数值", ": number in the base unit", func(v *model.Value) string { return string(view.Base(v).Number) }),
		figure("base_upper", "换算为基本单位的上限", ": upper number in the base unit", func(v *model.Value) string { return string(view.Base(v).Upper) }),
		words("base_unit", "基本单位", ": base unit", func(v *model.Value) string { return view.Base(v).Unit }),
		date("date_from", "起始日期", ": first day", func(v *model.Value) string { return full(view.Due(v).From) }),
		date("date", "截止日期；原文没有年份的按预算年度推定", ": last day, in the fiscal year where the text names none", func(v *model.Value) string {
			if d := view.Due(v); d.Resolved != "" {
				return d.Resolved
			}
			return full(view.Due(v).Date)
		}),
		words("date_text", "时限原文", ": deadline, as written", func(v *model.Value) string { return view.Due(v).Text }),
		words("parts", "组成，每项一段", ": its parts", func(v *model.Value) string { return view.Parts(model.Chinese, v) }),
		words("agreement", "两种读法是否一致", ": whether its two readings agree", func(v *model.Value) string { return string(v.Agreement) }),
		words("label", "标签", ": label", func(v *model.Value) string { return v.Label }),
		words("rest", "未解释文字，每行一段", ": what was not understood, one a line", func(v *model.Value) string { return strings.Join(v.Rest, "\n") }),
	}
}

// full is a date with its year, "" for one without.
func full(date string) string {
	if len(date) != len("2020-12-31") || strings.HasPrefix(date, "-") {
		return ""
	}
	return date
}

// ofIndicator is a column that is empty where a project has no indicator.
func ofIndicator(name, zh, en string, of func(*model.Indicator) string) Column {
	return text(name, zh, en, func(r *Row) string {
		if r.Indicator == nil {
			return ""
		}
		return of(r.Indicator)
	})
}

func ofNumber(name, zh, en string, of func(*model.Indicator) model.Decimal) Column {
	c := ofIndicator(name, zh, en, func(i *model.Indicator) string { return string(of(i)) })
	c.Kind = Number
	return c
}
