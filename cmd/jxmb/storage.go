package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"jxmb/cmd/internal/bucket"
	"jxmb/model"
)

// readsFromStorage are the commands whose arguments may be addresses in buckets, or
// are no paths at all.
var readsFromStorage = []string{"convert", "check", "annotate", "compare", "normalize"}

// checkAddresses refuses addresses in buckets where a path of the disk is needed:
// everything is written to the disk, and what stands in flags is read from it.
func (a *app) checkAddresses(cmd *cobra.Command, args []string) (err error) {
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if bucket.Is(f.Value.String()) {
			err = a.wrongUsage(cmd,
				model.Say("--%s 不能是 s3:// 地址", "--%s cannot be an s3:// address", f.Name),
				model.Say("给出本机的路径，再用存储自己的工具上传或下载", "name a path of this machine; the storage's own tools copy there and back"))
		}
	})
	reads := slices.Contains(readsFromStorage, cmd.Name())
	i := slices.IndexFunc(args, func(arg string) bool {
		list, isList := strings.CutPrefix(arg, "@")
		return bucket.Is(list) && (isList || !reads)
	})
	if err != nil || i < 0 {
		return err
	}
	return a.wrongUsage(cmd,
		model.Say("%s 不能是 s3:// 地址", "%s cannot be an s3:// address", args[i]),
		model.Say("先复制到本机", "copy it to this machine first"))
}
