package main

import (
	"github.com/spf13/cobra"

	"jxmb/model"
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
			model.Say("source <(jxmb completion bash)                      # 当前 bash 会话", "source <(jxmb completion bash)                      # this bash session"),
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
			return a.wrongUsage(cmd, what, model.Text{})
		},
	}
}
