package main

import (
	"github.com/spf13/cobra"

	"jxmb/model"
	"jxmb/render"
)

func newSchemaCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:               "schema",
		Short:             a.say("输出结果的 JSON Schema（2020-12）", "print the JSON Schema (2020-12) of the output"),
		Args:              a.args(0, 0, model.Text{}),
		ValidArgsFunction: cobra.NoFileCompletions,
		Example: a.examples(
			model.Say("jxmb schema > jxmb.schema.json    # 供接收数据的系统校验", "jxmb schema > jxmb.schema.json    # for the systems that take the data"),
		),
		RunE: func(*cobra.Command, []string) error {
			_, err := a.stdout.Write(render.Schema())
			return err
		},
	}
}
