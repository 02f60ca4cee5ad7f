// Package fault words what goes wrong with files and systems, for people. Beside
// the kinds of package model there are "missing", "permission", "disk_full" and
// others of its own.
package fault

import (
	"errors"
	"fmt"
	"strings"

	"jxmb/model"
)

// Explain words any error that reading or writing can meet.
func Explain(err error) *model.Fault {
	var fault *model.Fault
	if errors.As(err, &fault) {
		return inFlags(fault)
	}
	if f := System(err); f != nil {
		return f
	}
	return &model.Fault{Kind: "system", What: model.Say("%v", "%v", err), Err: err}
}

// limitFlags are the limits of reading and of what is written by their flags on the command line.
var limitFlags = map[string]string{
	"Limits.Entries":     "--max-entries",
	"Limits.PartBytes":   "--max-part-bytes",
	"Limits.Ratio":       "--max-ratio",
	"Limits.Depth":       "--max-depth",
	"Limits.CellBytes":   "--max-cell-bytes",
	"Limits.Cells":       "--max-cells",
	"Limits.ResultBytes": "--max-result-bytes",
	"Options.Pages":      "--max-pages",
}

// inFlags names the limit that was exceeded by its flag.
func inFlags(f *model.Fault) *model.Fault {
	if flag := limitFlags[f.Limit]; flag != "" {
		g := *f
		g.Limit = flag
		g.What = model.Text{ZH: strings.ReplaceAll(f.What.ZH, f.Limit, flag), EN: strings.ReplaceAll(f.What.EN, f.Limit, flag)}
		return &g
	}
	return f
}

// Lasting tells whether the same content will meet the fault again.
func Lasting(f *model.Fault) bool { return f.Kind.OfContent() && System(f.Err) == nil }

// OfPanic is a fault of this program, not of the file.
func OfPanic(v any, stack []byte) *model.Fault {
	return &model.Fault{
		Kind: "bug",
		What: model.Say("程序内部错误（是 jxmb 的缺陷，不是文件的问题）：%v", "internal error, a fault of jxmb and not of the file: %v", v),
		Hint: model.Say("请把此文件和这条消息报告给 jxmb 项目", "please report it to the jxmb project with this message and, if you may, the file"),
		Err:  fmt.Errorf("panic: %v\n%s", v, stack),
	}
}
