package main

import (
	_ "embed"
	"strings"

	"github.com/spf13/cobra"

	"jxmb/cmd/internal/batch"
	"jxmb/model"
	"jxmb/model/compare"
	"jxmb/model/review"
	"jxmb/render"
	"jxmb/render/flat"
)

func newSchemaCommand(a *app) *cobra.Command {
	var sql bool
	names := append(render.SchemaNames(), "report", "findings", "compare", "review")
	cmd := &cobra.Command{
		Use:   a.say("schema [名称]", "schema [NAME]"),
		Short: a.say("输出结果的 JSON Schema（2020-12），或数据库建表语句", "print the JSON Schema (2020-12) of the output, or the DDL of its tables"),
		Long: a.say(`名称：document（默认）、project（ndjson 的一行）、value（normalize 的一行）、
report（report.json）、findings（check --format json）、compare（compare --format json）、review（--review 的文件）。`,
			`NAME is document (the default), project (a line of ndjson), value (a line of normalize),
report (report.json), findings (check --format json), compare (compare --format json)
or review (the file of --review).`),
		Args: a.args(0, 1, model.Text{}),
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		Example: a.examples(
			model.Say("jxmb schema > jxmb.schema.json    # 供接收数据的系统校验", "jxmb schema > jxmb.schema.json    # for the systems that take the data"),
			model.Say("jxmb schema --sql | psql          # 建 projects、indicators、findings 三张表", "jxmb schema --sql | psql          # creates projects, indicators and findings"),
		),
		RunE: func(cmd *cobra.Command, args []string) error {
			if sql && len(args) == 0 {
				_, err := a.stdout.Write(flat.SQL(a.lang))
				return err
			}
			name := strings.Join(append(args, names[:1-len(args)]...), "")
			text, ok := schemaOf(name)
			if !ok || sql {
				return a.wrongUsage(cmd, model.Say("没有 %q 的 schema", "there is no such schema of %q", name),
					model.Say("可用的有 %s，以及 --sql", "there are %s, and --sql", strings.Join(names, ", ")))
			}
			_, err := a.stdout.Write(text)
			return err
		},
	}
	cmd.Flags().BoolVar(&sql, "sql", false, a.say("CSV 与 Parquet 各表的建表语句", "the DDL of the tables of CSV and Parquet"))
	return cmd
}

// findingsForm is what check --format json writes, as a whole.
type findingsForm struct {
	Schema string              `json:"schema"`
	Files  []findingsFile      `json:"files"`
	Across []batch.FileFinding `json:"across"`
	Counts batch.Findings      `json:"counts"`

	Settings *batch.SettingsFile `json:"settings"`
}

type findingsFile struct {
	File     string          `json:"file"`
	Error    string          `json:"error"`
	Findings []model.Finding `json:"findings"`
}

//go:embed schema.tsv
var schemaTable string

// schemaOf finds the schema of an output by its name.
func schemaOf(name string) ([]byte, bool) {
	words := render.ParseWords(schemaTable)
	switch name {
	case "report":
		return render.SchemaOf(name, "运行报告 "+batch.ReportSchema, words, &batch.ReportForm{}), true
	case "findings":
		return render.SchemaOf(name, "审核问题 jxmb-findings/1", words, &findingsForm{}), true
	case "compare":
		return render.SchemaOf(name, "对比 "+compare.Schema, words, &compare.Comparison{}), true
	case "review":
		return render.SchemaOf(name, "审核记录 "+review.Schema, words, &review.File{}), true
	}
	return render.Schema(name)
}
