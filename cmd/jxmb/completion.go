package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"jxmb/model"
	"jxmb/render"
)

func newCompletionCommand(a *app) *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:       "completion bash|zsh|fish|powershell",
		Short:     a.say("输出命令行补全脚本", "print a shell completion script"),
		ValidArgs: shells,
		Args: a.args(1, 1, model.Say("缺少 shell 名称：bash、zsh、fish 或 powershell",
			"the shell is missing: bash, zsh, fish or powershell")),
		Example: a.examples(
			model.Say("source <(jxmb completion bash)     # 当前 bash 会话；需已安装 bash-completion", "source <(jxmb completion bash)     # this bash session; needs the package bash-completion"),
			model.Say("source <(jxmb completion zsh)      # 当前 zsh 会话；需先运行 compinit", "source <(jxmb completion zsh)      # this zsh session; after compinit"),
			model.Say("jxmb completion fish > ~/.config/fish/completions/jxmb.fish", "jxmb completion fish > ~/.config/fish/completions/jxmb.fish"),
		),
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(a.stdout, true)
			case "zsh":
				return root.GenZshCompletion(a.stdout)
			case "fish":
				return root.GenFishCompletion(a.stdout, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(a.stdout)
			}
			what := model.Say("不支持 shell %q", "there is no completion for %q", args[0])
			if near, ok := nearest(args[0], shells); ok {
				return a.wrongUsage(cmd, what, model.Say("是不是 %s？", "did you mean %s?", near))
			}
			return a.wrongUsage(cmd, what, model.Say("可取 bash、zsh、fish、powershell", "it takes bash, zsh, fish or powershell"))
		},
	}
}

// completeFlags tells the shells what the flags of cmd and its commands take,
// and frees their descriptions of the quotes that mark variables for the help.
func completeFlags(cmd *cobra.Command) {
	severities := []string{string(model.Error), string(model.Warning), string(model.Info)}
	choices := map[string][]string{
		"lang":         {string(model.Chinese), string(model.English)},
		"to":           render.Names(),
		"fail-on":      append(slices.Clone(severities), "never"),
		"min-severity": severities,
		"format":       {"text", "json", "sarif"},
		"disable":      allCodes(), "select": allCodes(), "severity": allCodes(),
	}
	if cmd.Name() == "compare" {
		choices["format"] = nil
		for _, f := range render.ComparisonFormats() {
			choices["format"] = append(choices["format"], f.Name)
		}
	}
	if cmd.Name() == "check" { // elsewhere it takes no value
		choices["explain"] = allCodes()
	}
	each := func(f *pflag.Flag) {
		f.Usage = strings.ReplaceAll(f.Usage, "`", "")
		if values, ok := choices[f.Name]; ok {
			_ = cmd.RegisterFlagCompletionFunc(f.Name, completeList(values)) // an error means twice: the first stands
		}
	}
	cmd.LocalFlags().VisitAll(each)
	for _, sub := range cmd.Commands() {
		completeFlags(sub)
	}
}

// completeList completes the last of values joined by commas.
func completeList(values []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		before := typed[:strings.LastIndexByte(typed, ',')+1]
		var lines []string
		for _, v := range values {
			if line := before + v; strings.HasPrefix(line, typed) {
				lines = append(lines, line)
			}
		}
		return lines, cobra.ShellCompDirectiveNoFileComp
	}
}
