package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rivo/uniseg"
	"github.com/spf13/cobra"

	"jxmb/model"
	"jxmb/parser/form"
)

func newFormsCommand(a *app) *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   a.say("forms [表样]", "forms [ID]"),
		Short: a.say("列出能识别的表样，或打印其中一个的定义", "list the forms that are recognised, or print the definition of one"),
		Args:  a.args(0, 1, model.Text{}),
		Example: a.examples(
			model.Say("jxmb forms                          # 列出表样", "jxmb forms                          # list them"),
			model.Say("jxmb forms project-annual > 本地.json  # 作为自己表样的底稿", "jxmb forms project-annual > own.json  # as the draft of a form of your own"),
		),
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return formIDs(form.Default()), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			library := form.Default()
			if dir != "" {
				var err error
				if library, err = a.loadForms(dir); err != nil {
					return err
				}
			}
			if len(args) == 0 {
				return a.listForms(library)
			}
			return a.printForm(cmd, library, args[0])
		},
	}
	cmd.Flags().StringVar(&dir, "forms", "", a.say("自己的表样（*.json）所在的`文件夹`", "also the forms of your own (*.json) in `DIR`"))
	return cmd
}

func formIDs(library *form.Library) []string {
	var ids []string
	for _, f := range library.Forms() {
		ids = append(ids, f.ID)
	}
	return ids
}

func (a *app) listForms(library *form.Library) error {
	widest := 0
	for _, id := range formIDs(library) {
		widest = max(widest, uniseg.StringWidth(id))
	}
	for _, f := range library.Forms() {
		if _, err := fmt.Fprintf(a.stdout, "%s%s  %s\n", f.ID, strings.Repeat(" ", widest-len(f.ID)), f.Name.In(a.lang)); err != nil {
			return err
		}
	}
	return nil
}

func (a *app) printForm(cmd *cobra.Command, library *form.Library, id string) error {
	forms := library.Forms()
	i := slices.IndexFunc(forms, func(f *form.Form) bool { return f.ID == id })
	if i >= 0 {
		_, err := a.stdout.Write(forms[i].Data())
		return err
	}
	what := model.Say("没有表样 %q", "there is no form %q", id)
	if near, ok := nearest(id, formIDs(library)); ok {
		return a.wrongUsage(cmd, what, model.Say("是不是 %s？", "did you mean %s?", near))
	}
	return a.wrongUsage(cmd, what, model.Say("jxmb forms 列出全部表样", "jxmb forms lists all of them"))
}
