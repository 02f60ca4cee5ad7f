package batch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"

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

// ofSystem words the errors of the operating system, nil for others.
func ofSystem(err error) *Fault {
	f := &Fault{Err: err}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f.Kind = "missing"
		f.What = model.Say("文件不存在", "no such file")
		f.Hint = model.Say("请检查路径；名称含空格时请加引号", "check the path; quote names that hold spaces")
	case errors.Is(err, fs.ErrPermission):
		f.Kind = "permission"
		f.What = model.Say("没有权限", "permission denied")
		f.Hint = model.Say("请取得读写权限，或复制到自己的文件夹后再试", "get permission, or copy it to a folder of your own")
	case errors.Is(err, syscall.EISDIR):
		f.Kind = "folder"
		f.What = model.Say("是文件夹而不是文件", "is a folder, not a file")
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		f.Kind = "disk_full"
		f.What = model.Say("磁盘已满", "the disk is full")
		f.Hint = model.Say("请腾出空间后再次运行，已完成的文件会跳过", "free some space and run again: finished files are skipped")
	case errors.Is(err, syscall.EROFS):
		f.Kind = "read_only"
		f.What = model.Say("文件系统是只读的", "the file system is read-only")
		f.Hint = model.Say("请用 -o 指定可写的文件夹", "name a folder that can be written with -o")
	case errors.Is(err, context.Canceled):
		f.Kind = "interrupted"
		f.What = model.Say("已中断", "interrupted")
	default:
		var path *fs.PathError
		var link *os.LinkError
		switch {
		case errors.As(err, &path):
			err = path.Err
		case errors.As(err, &link): // its names are those of files not yet whole
			err = link.Err
		default:
			return nil
		}
		f.Kind = "system"
		f.What = model.Say("系统错误：%v", "system error: %v", err)
	}
	return f
}

// StopsAll tells whether err would meet every further output too, so that
// going on only repeats it.
func StopsAll(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EROFS)
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
