package main

import (
	"strings"

	"github.com/spf13/cobra"

	"jxmb/model"
)

// wantedLang finds --lang before the flags are parsed, since their own help
// texts depend on it. A wrong value counts as Chinese here and is refused by
// [app.checkLang] once the flags are known.
func wantedLang(args []string) model.Lang {
	for i, arg := range args {
		value, ok := strings.CutPrefix(arg, "--lang=")
		switch {
		case arg == "--":
			return model.Chinese
		case arg == "--lang" && i+1 < len(args):
			value, ok = args[i+1], true
		}
		if ok && value == string(model.English) {
			return model.English
		}
	}
	return model.Chinese
}

func (a *app) checkLang(cmd *cobra.Command) error {
	switch value, _ := cmd.Flags().GetString("lang"); model.Lang(value) {
	case model.Chinese, model.English:
		return nil
	default:
		return a.wrongUsage(cmd,
			model.Say("没有语言 %q", "there is no language %q", value),
			model.Say("--lang 可取 zh 或 en", "--lang takes zh or en"))
	}
}
