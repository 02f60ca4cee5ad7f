package batch

import (
	"errors"
	"fmt"
	"strings"

	"jxmb/model"
)

// Fault is a failure in words for people. Beside the kinds of package model it
// has "missing", "permission", "disk_full" and others of its own.
type Fault = model.Fault

// Explain words any error that reading or writing can meet.
func Explain(err error) *Fault {
	var fault *Fault
	if errors.As(err, &fault) {
		return inFlags(fault)
	}
	if f := ofSystem(err); f != nil {
		return f
	}
	return &Fault{Kind: "system", What: model.Say("%v", "%v", err), Err: err}
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
func inFlags(f *Fault) *Fault {
	if flag := limitFlags[f.Limit]; flag != "" {
		g := *f
		g.Limit = flag
		g.What = model.Text{ZH: strings.ReplaceAll(f.What.ZH, f.Limit, flag), EN: strings.ReplaceAll(f.What.EN, f.Limit, flag)}
		return &g
	}
	return f
}

// lasting tells whether the same content will meet the fault again.
func lasting(f *Fault) bool { return f.Kind.OfContent() && ofSystem(f.Err) == nil }

// ofPanic is a fault of this program, not of the file.
func ofPanic(v any, stack []byte) *Fault {
	return &Fault{
		Kind: "bug",
		What: model.Say("程序内部错误（是 jxmb 的缺陷，不是文件的问题）：%v", "internal error, a fault of jxmb and not of the file: %v", v),
		Hint: model.Say("请把此文件和这条消息报告给 jxmb 项目", "please report it to the jxmb project with this message and, if you may, the file"),
		Err:  fmt.Errorf("panic: %v\n%s", v, stack),
	}
}
