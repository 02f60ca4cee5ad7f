package main

import (
	"slices"

	"jxmb/cmd/internal/batch/source"
	"jxmb/model"
)

// sharded reads --shard and refuses what cannot be dealt out.
func (c *conversion) sharded(args []string) (source.Shard, error) {
	if !c.cmd.Flags().Changed("shard") {
		return source.Shard{}, nil
	}
	s, ok := source.ParseShard(c.shard)
	switch {
	case !ok:
		return s, c.wrongUsage(c.cmd,
			model.Say("--shard 不能取 %q", "--shard cannot be %q", c.shard),
			model.Say("写成 i/N，i 从 1 到 N，如 --shard 2/3", "write i/N with i from 1 to N, such as --shard 2/3"))
	case slices.Contains(args, "-") || slices.Contains(args, "@-"):
		return s, c.wrongUsage(c.cmd,
			model.Say("--shard 不能用于标准输入：每一份都要找到全部输入", "--shard does not go with standard input: each part has to find all inputs"),
			model.Say("先保存成文件，再给出路径", "save it as a file and name that"))
	case c.explain || c.beside:
		return s, c.wrongUsage(c.cmd, model.Say("--shard 用于写结果文件夹的转换", "--shard is for conversions into a folder"), model.Say("加上 -o 文件夹", "add -o DIR"))
	}
	return s, nil
}

// notOne refuses to deal out a single document.
func (c *conversion) notOne() error {
	return c.wrongUsage(c.cmd,
		model.Say("--shard 用于多个文件", "--shard is for many inputs"),
		model.Say("去掉它，或给出文件夹、压缩包", "leave it out, or name a folder or an archive"))
}
