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
	"jxmb/parser"
	"jxmb/parser/docx"
	"jxmb/parser/dump"
	"jxmb/parser/form"
	"jxmb/parser/html"
)

// Fault is a failure in words for people: where inside the file, what is
// wrong, what to do.
type Fault struct {
	Kind  string     `json:"kind"` // stable word for programs: "missing", "not_docx", …
	Place model.Text `json:"place"`
	What  model.Text `json:"what"`
	Hint  model.Text `json:"hint"`
	Err   error      `json:"-"` // cause, may be nil
}

func (f *Fault) Error() string { return f.Line("", model.English) }

func (f *Fault) Unwrap() error { return f.Err }

// Line is "file: place: what; hint: what to do", leaving out what is empty.
func (f *Fault) Line(file string, l model.Lang) string {
	s := ""
	if file != "" {
		s = file + ": "
	}
	if p := f.Place.In(l); p != "" {
		s += p + ": "
	}
	s += f.What.In(l)
	if h := f.Hint.In(l); h != "" {
		s += l.Say("; 提示：", "; hint: ") + h
	}
	return s
}

// Explain words any error that reading or writing can meet.
func Explain(err error) *Fault {
	var (
		fault *Fault
		word  *docx.Error
		table *form.Error
		forms *form.FormsError
		text  *dump.Error
		page  *html.Error
	)
	switch {
	case errors.As(err, &fault):
		return fault
	case errors.As(err, &word):
		return ofDocx(word)
	case errors.As(err, &table):
		return &Fault{Kind: "no_form", What: table.What, Hint: table.Hint, Err: err}
	case errors.As(err, &forms):
		return &Fault{Kind: "forms", What: forms.What, Hint: forms.Hint, Err: err}
	case errors.As(err, &text):
		f := &Fault{Kind: "unreadable", What: text.What, Hint: text.Hint, Err: err}
		if text.Line > 0 {
			f.Place = model.Say("第 %d 行", "line %d", text.Line)
		}
		return f
	case errors.As(err, &page):
		return &Fault{Kind: "unreadable", What: page.What, Hint: page.Hint, Err: err}
	}
	if f := ofSystem(err); f != nil {
		return f
	}
	return ofParser(err)
}

// limitFlags names the limits of package docx as the command line does.
var limitFlags = strings.NewReplacer(
	"Limits.Entries", "--max-entries",
	"Limits.PartBytes", "--max-part-bytes",
	"Limits.Ratio", "--max-ratio",
	"Limits.Depth", "--max-depth",
	"Limits.CellBytes", "--max-cell-bytes",
	"Limits.Cells", "--max-cells",
	"Limits.ResultBytes", "--max-result-bytes",
)

func ofDocx(e *docx.Error) *Fault {
	f := &Fault{Kind: string(e.Kind), What: e.What, Hint: e.Hint, Err: e}
	if e.Kind == docx.KindLimit {
		f.What = model.Text{ZH: limitFlags.Replace(f.What.ZH), EN: limitFlags.Replace(f.What.EN)}
	}
	if e.Part != "" {
		f.Place = model.Text{ZH: e.Part, EN: e.Part}
		if e.Offset >= 0 {
			f.Place = model.Say("%s 第 %d 字节", "%s byte %d", e.Part, e.Offset)
		}
	}
	return f
}

func ofParser(err error) *Fault {
	f := &Fault{Kind: "unreadable", What: model.Say("%v", "%v", err), Err: err}
	var e *parser.Error
	if errors.As(err, &e) {
		f.What = model.Say("%v", "%v", e.Err)
		if e.Origin != (model.Origin{}) {
			f.Place = model.Text{ZH: e.Origin.Place(model.Chinese), EN: e.Origin.Place(model.English)}
		}
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

// stopsAll tells whether err would meet every further output too, so that
// going on only repeats it.
func stopsAll(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EROFS)
}

// lasting tells whether the same content will meet the fault again.
func (f *Fault) lasting() bool {
	var word *docx.Error
	var e *parser.Error
	return f.Kind != "bug" && (errors.As(f.Err, &word) || errors.As(f.Err, &e)) && ofSystem(f.Err) == nil
}

// ofPanic is a fault of this program, not of the file.
func ofPanic(v any, stack []byte) *Fault {
	return &Fault{
		Kind: "bug",
		What: model.Say("程序内部错误（是 jxmb 的缺陷，不是文件的问题）：%v", "internal error, a fault of jxmb and not of the file: %v", v),
		Hint: model.Say("请把此文件和这条消息报告给 jxmb 项目", "please report it to the jxmb project with this message and, if you may, the file"),
		Err:  fmt.Errorf("panic: %v\n%s", v, stack),
	}
}
