package compare

import "jxmb/model"

// Schema names the version of the JSON form of [Comparison].
const Schema = "jxmb-compare/1"

// Comparison is all that differs between two sides.
type Comparison struct {
	Schema   string          `json:"schema" jsonschema:"title=格式版本"`
	Years    bool            `json:"years" jsonschema:"title=年度比较"` // the sides are years
	Old      Extent          `json:"old" jsonschema:"title=旧"`
	New      Extent          `json:"new" jsonschema:"title=新"`
	Counts   Counts          `json:"counts" jsonschema:"title=项目计数"`
	Settled  int             `json:"settled" jsonschema:"title=已解决的问题数"`
	Remained int             `json:"remained" jsonschema:"title=仍在的问题数"`
	Appeared int             `json:"appeared" jsonschema:"title=新出现的问题数"`
	Projects []ProjectChange `json:"projects" jsonschema:"title=项目"` // those of the new side in its order, then the dropped ones
	Findings []FindingChange `json:"findings" jsonschema:"title=不属于任何项目的问题"`
}

// Extent is how much a side holds.
type Extent struct {
	Documents  int `json:"documents" jsonschema:"title=文件数"`
	Projects   int `json:"projects" jsonschema:"title=项目数"`
	Indicators int `json:"indicators" jsonschema:"title=指标数"`
	Findings   int `json:"findings" jsonschema:"title=问题数"`
}

// Counts are the projects by state.
type Counts struct {
	Added   int `json:"added" jsonschema:"title=新增"`
	Dropped int `json:"dropped" jsonschema:"title=取消"`
	Changed int `json:"changed" jsonschema:"title=有改动"`
	Same    int `json:"same" jsonschema:"title=未改动"`
}

// State is what became of something.
type State string

// The states.
const (
	Added   State = "added"
	Dropped State = "dropped"
	Changed State = "changed"
	Same    State = "same" // of projects alone: what is the same is not listed otherwise
)

// ProjectChange is a project in both states. Match says what told that they are
// one, Likeness how like they are, in percent, where that told.
type ProjectChange struct {
	State      State             `json:"state" jsonschema:"title=状态,enum=added,enum=dropped,enum=changed,enum=same"`
	Match      Way               `json:"match" jsonschema:"title=对应依据,enum=code,enum=name,enum=likeness,nullable"`
	Likeness   int               `json:"likeness" jsonschema:"title=相似度（%）,nullable"`
	Old        *ProjectPlace     `json:"old" jsonschema:"title=旧,nullable"`
	New        *ProjectPlace     `json:"new" jsonschema:"title=新,nullable"`
	Changes    []Change          `json:"changes" jsonschema:"title=改动"`
	Indicators []IndicatorChange `json:"indicators" jsonschema:"title=指标"`
	Findings   []FindingChange   `json:"findings" jsonschema:"title=问题"`
}

// ProjectPlace is where a project stands.
type ProjectPlace struct {
	File   string       `json:"file" jsonschema:"title=文件"`
	ID     string       `json:"id" jsonschema:"title=项目标识,nullable"`
	Seq    int          `json:"seq" jsonschema:"title=序号"`
	Code   string       `json:"code" jsonschema:"title=项目编码,nullable"`
	Name   string       `json:"name" jsonschema:"title=项目名称,nullable"`
	Unit   model.Unit   `json:"unit" jsonschema:"title=单位"`
	Origin model.Origin `json:"origin" jsonschema:"title=出处"`
}

// Change is one field that differs. Field is its JSON path below the project or
// the indicator, Label what tells it from others of the field: a month of the
// spending plan, a row of amounts. Difference is new less old, in Unit, where both
// are numbers of one unit.
type Change struct {
	Field      string        `json:"field" jsonschema:"title=字段"`
	Label      string        `json:"label" jsonschema:"title=标签,nullable"`
	State      State         `json:"state" jsonschema:"title=状态,enum=added,enum=dropped,enum=changed"`
	Old        string        `json:"old" jsonschema:"title=旧,nullable"`
	New        string        `json:"new" jsonschema:"title=新,nullable"`
	Effect     Effect        `json:"effect" jsonschema:"title=要求提高或降低,enum=raised,enum=lowered,nullable"`
	Difference model.Decimal `json:"difference" jsonschema:"title=差额,nullable"`
	Unit       string        `json:"unit" jsonschema:"title=差额的单位,nullable"`
}

// IndicatorChange is an indicator that was added, dropped or changed. One that
// goes by another name is changed, with a change of its field level3.
type IndicatorChange struct {
	State    State           `json:"state" jsonschema:"title=状态,enum=added,enum=dropped,enum=changed"`
	Likeness int             `json:"likeness" jsonschema:"title=相似度（%）,nullable"`
	Old      *IndicatorPlace `json:"old" jsonschema:"title=旧,nullable"`
	New      *IndicatorPlace `json:"new" jsonschema:"title=新,nullable"`
	Changes  []Change        `json:"changes" jsonschema:"title=改动"`
}

// IndicatorPlace is where an indicator stands.
type IndicatorPlace struct {
	ID     string       `json:"id" jsonschema:"title=指标标识,nullable"`
	Level1 string       `json:"level1" jsonschema:"title=一级指标,nullable"`
	Level2 string       `json:"level2" jsonschema:"title=二级指标,nullable"`
	Level3 string       `json:"level3" jsonschema:"title=三级指标,nullable"`
	Target string       `json:"target" jsonschema:"title=指标值,nullable"`
	Origin model.Origin `json:"origin" jsonschema:"title=出处"`
}

// Fate is what became of a finding.
type Fate string

// The fates.
const (
	Settled  Fate = "settled"  // it stands on the old side alone
	Remained Fate = "remained" // on both
	Appeared Fate = "appeared" // on the new side alone
)

// FindingChange is a finding as it stands on the new side, one that is settled as
// it stood on the old.
type FindingChange struct {
	Fate    Fate          `json:"fate" jsonschema:"title=去向,enum=settled,enum=remained,enum=appeared"`
	File    string        `json:"file" jsonschema:"title=文件"`
	Finding model.Finding `json:"finding" jsonschema:"title=问题"`
}
