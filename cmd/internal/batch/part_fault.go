package batch

import (
	"strconv"
	"strings"

	"jxmb/cmd/internal/batch/folder"
	"jxmb/cmd/internal/fault"
	"jxmb/model"
)

// inPart says which part an error met.
func inPart(dir string, err error) error {
	f := *fault.Explain(err)
	f.Place = model.Text{ZH: dir, EN: dir}
	f.Err = err
	return &f
}

func noPart(dir string) *model.Fault {
	return &model.Fault{
		Kind: "part", Place: model.Text{ZH: dir, EN: dir},
		What: model.Say("里面没有完整的一份：convert --shard 没有运行完，或者不是它的输出文件夹", "holds no complete part: convert --shard has not come to its end, or this is not its output folder"),
		Hint: model.Say("重新运行这一份，没有变化的文件会跳过", "run that part again: what is done is skipped"),
	}
}

func brokenPart(dir string, err error) *model.Fault {
	return &model.Fault{
		Kind: "part", Place: model.Text{ZH: dir, EN: dir}, Err: err,
		What: model.Say("这一份的记录（%s）不完整或已损坏", "the records of this part (%s) are cut short or damaged", folder.StateDir),
		Hint: model.Say("重新复制这个文件夹（包括 %[1]s），或加 --force 重新运行这一份", "copy the folder again, %[1]s too, or run the part again with --force", folder.StateDir),
	}
}

// unlike is the fault of a part that does not go with another one.
func unlike(a, b *shardPart, what, hint model.Text) *model.Fault {
	return &model.Fault{Kind: "part", Place: model.Say("%s 与 %s", "%s and %s", a.dir, b.dir), What: what, Hint: hint}
}

// fits tells whether two parts are of one batch.
func (p *shardPart) fits(q *shardPart) error {
	a, b := &p.header, &q.header
	again := model.Say("用同样的设置重新运行其中一份", "run one of them again with the settings of the other")
	switch {
	case a.Shard.Of != b.Shard.Of:
		return unlike(p, q, model.Say("份数不同：--shard %s 与 %s", "are of different numbers of parts: --shard %s and %s", a.Shard, b.Shard),
			model.Say("各份要用同一个 N", "all parts need the same N"))
	case a.Shard.Index == b.Shard.Index:
		return unlike(p, q, model.Say("是同一份：--shard %s", "are the same part: --shard %s", a.Shard), model.Say("每份只给一次", "name each part once"))
	case a.Program != b.Program || a.Build != b.Build:
		return unlike(p, q, model.Say("由不同的程序写出：%s 与 %s", "were written by different programs: %s and %s", a.Program, b.Program),
			model.Say("各份和合并要用同一个版本", "all parts and the merge need the same version"))
	case a.Listing != b.Listing || a.Inputs != b.Inputs:
		return unlike(p, q, model.Say("输入不同：找到的文件不一样（%d 与 %d 个）", "are of different inputs: what was found differs (%d and %d files)", a.Inputs, b.Inputs),
			model.Say("各份要给同样的路径，运行期间不要增减文件；重新运行各份", "name the same paths for all parts, and add or remove no files meanwhile; run the parts again"))
	case strings.Join(a.Formats, ",") != strings.Join(b.Formats, ",") || a.SummaryOnly != b.SummaryOnly:
		return unlike(p, q, model.Say("输出格式不同：%s 与 %s", "have different formats: %s and %s", a.told(), b.told()), again)
	case a.Key != b.Key:
		return unlike(p, q, model.Say("设置不同（规则、语言、限额、表样、字体或审核记录）", "have different settings (rules, language, limits, forms, fonts or the review)"), again)
	}
	return nil
}

// told are the formats as the command line has them.
func (h *partHeader) told() string {
	s := "-t " + strings.Join(h.Formats, ",")
	if h.SummaryOnly {
		s += " --summary-only"
	}
	return s
}

// missingParts is the fault of parts that are not there.
func missingParts(have map[int]bool, of int) *model.Fault {
	const named = 10
	var missing []string
	for i := 1; i <= of; i++ {
		if !have[i] {
			missing = append(missing, strconv.Itoa(i)+"/"+strconv.Itoa(of))
		}
	}
	list := strings.Join(missing[:min(len(missing), named)], ", ")
	if len(missing) > named {
		list += ", …"
	}
	return &model.Fault{
		Kind: "part",
		What: model.Say("缺少 %d 份：%s", "%d parts are missing: %s", len(missing), list),
		Hint: model.Say("运行 convert --shard 补齐，并把它们的文件夹都写上", "run convert --shard for them and name their folders too"),
	}
}
