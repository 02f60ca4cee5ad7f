package main

import (
	_ "embed"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"jxmb/cmd/internal/early"
	"jxmb/model"
)

func newVersionCommand(a *app) *cobra.Command {
	var licenses bool
	cmd := &cobra.Command{
		Use:               a.say("version [选项]", "version [flags]"),
		Short:             a.say("显示版本，或程序所含他人作品的许可", "show the version, or the licences of what the program holds of others"),
		Args:              a.args(0, 0, model.Text{}),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			if licenses {
				return a.printLicenses()
			}
			return a.printVersion()
		},
	}
	cmd.Flags().BoolVar(&licenses, "licenses", false, a.say("打印程序所含他人作品的许可", "print the licences of what the program holds of others"))
	return cmd
}

// thirdParty is the NOTICE of packages, as `make notice` writes it.
//
//go:embed thirdparty.txt
var thirdParty string

func (a *app) printLicenses() error {
	_, err := io.WriteString(a.stdout, thirdParty)
	return err
}

func (a *app) printVersion() error {
	_, err := fmt.Fprintln(a.stdout, "jxmb "+early.Version())
	return err
}
