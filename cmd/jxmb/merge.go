package main

import (
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"jxmb/cmd/internal/batch"
	"jxmb/cmd/internal/batch/source"
	"jxmb/cmd/internal/early"
	"jxmb/model"
)

func newMergeCommand(a *app) *cobra.Command {
	var f convertFlags
	cmd := &cobra.Command{
		Use:   a.say("merge 文件夹... -o 文件夹", "merge PART... -o DIR"),
		Short: a.say("合并 convert --shard 的各份结果", "join the parts that convert --shard wrote"),
		Long: a.say(`给出 convert --shard 1/N 到 N/N 的全部输出文件夹（包括其中的 .jxmb）。-o 得到的文件与不分份、
一次运行 convert 的逐字节相同：每个文件的结果、各格式的汇总、report.json 和文件之间的问题
（I006、I007、B008、C009）；只有 report.json 中各文件的用时不同。

缺少、重复，或设置、版本、输入不同的份会被拒绝；全部写好之前，-o 中不出现任何结果。`,
			`PART is the output folder of convert --shard i/N, its .jxmb included; all N are needed. What
appears in -o is byte for byte what one run of convert without --shard writes: the results of
each file, the summaries of the formats, report.json and the findings between files (I006,
I007, B008, C009). Only the seconds that each file took, in report.json, differ.

Parts that are missing, double, or of other settings, versions or inputs are refused, and
nothing appears in -o before all of it is written.`),
		Example: a.examples(
			model.Say("jxmb convert 报送/ --shard 1/2 -o part-1 -t json,xlsx  # 一台机器", "jxmb convert season/ --shard 1/2 -o part-1 -t json,xlsx  # on one machine"),
			model.Say("jxmb convert 报送/ --shard 2/2 -o part-2 -t json,xlsx  # 另一台", "jxmb convert season/ --shard 2/2 -o part-2 -t json,xlsx  # on another"),
			model.Say("jxmb merge part-1 part-2 -o out", "jxmb merge part-1 part-2 -o out"),
		),
		Args: a.args(1, -1, model.Say("缺少各份的文件夹", "the folders of the parts are missing")),
		RunE: func(cmd *cobra.Command, args []string) error { return a.merge(cmd, args, &f) },
	}
	f.addMerge(a, cmd.Flags())
	return cmd
}

func (f *convertFlags) addMerge(a *app, flags *pflag.FlagSet) {
	flags.SortFlags = false
	flags.StringVarP(&f.out, "out", "o", "", a.say("结果写入的`文件夹`", "write results into `DIR`"))
	f.addJobs(a, flags)
	flags.StringVar(&f.font, "font", "", a.say("各份用过的 --font `字体文件`，或 system", "the `FILE` of --font that the parts were made with, or system"))
	f.addVerdict(a, flags)
}

func (a *app) merge(cmd *cobra.Command, args []string, f *convertFlags) (err error) {
	c := &conversion{app: a, cmd: cmd, convertFlags: f, plan: &source.Plan{}}
	if c.failOn, err = a.failOn(cmd, f.failOn); err != nil {
		return err
	}
	if err := a.checkLimits(cmd); err != nil {
		return err
	}
	if err := c.batchTarget(); err != nil {
		return err
	}
	made, err := madeWith(c.font)
	if err != nil {
		return err
	}
	ctx, stop := interruptible()
	defer stop()
	progress := c.newProgress()
	totals, err := batch.Merge(ctx, args, batch.MergeOptions{
		Out: c.out, Jobs: c.jobs, Font: c.font, Program: "jxmb " + early.Version(), Made: made, Observer: progress,
	})
	progress.end()
	if err != nil {
		return err
	}
	if !c.quiet {
		c.summary(totals, progress.reasons)
	}
	return c.outcome(totals, nil)
}
