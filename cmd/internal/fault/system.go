package fault

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"
	"syscall"

	"jxmb/model"
)

// systemError is what an operating system reports, by any of its errors, and
// what a person can do about it.
type systemError struct {
	of   []error
	says []string // as package os words it where it exports no error
	kind model.FaultKind
	what model.Text
	hint model.Text
	all  bool // it would meet every further output too
}

// everywhere are the errors that package fs tells on any system; those of this
// one are in ofPlatform.
var everywhere = []systemError{
	{
		of: []error{fs.ErrNotExist}, kind: "missing",
		what: model.Say("文件不存在", "no such file"),
		hint: model.Say("请检查路径；名称含空格时请加引号", "check the path; quote names that hold spaces"),
	},
	{
		of: []error{fs.ErrPermission}, kind: "permission",
		what: model.Say("没有权限", "permission denied"),
		hint: model.Say("请取得读写权限，或复制到自己的文件夹后再试", "get permission, or copy it to a folder of your own"),
	},
	{
		of: []error{context.Canceled}, kind: "interrupted",
		what: model.Say("已中断", "interrupted"),
	},
	{
		of: []error{fs.ErrExist}, kind: "taken",
		what: model.Say("这个名称已被占用（文件、文件夹或失效的链接）", "the name is taken by a file, a folder or a link that leads nowhere"),
		hint: model.Say("请移走或改名后再运行，或用 -o 换一个位置", "move or rename it and run again, or name another place with -o"),
	},
	{
		says: []string{"path escapes from parent"}, kind: "links",
		what: model.Say("路径中有链接通向文件夹之外，不予使用", "a link on the path leads out of the folder and is not followed"),
		hint: model.Say("请移走这个链接，或直接给出它指向的文件夹", "move the link away, or name the folder that it leads to"),
	},
}

// What several systems report by errors of their own.
var (
	diskFull = systemError{
		kind: "disk_full", all: true,
		what: model.Say("磁盘已满", "the disk is full"),
		hint: model.Say("请腾出空间后再次运行，已完成的文件会跳过", "free some space and run again: finished files are skipped"),
	}
	readOnly = systemError{
		kind: "read_only", all: true,
		what: model.Say("文件系统是只读的", "the file system is read-only"),
		hint: model.Say("请用 -o 指定可写的文件夹", "name a folder that can be written with -o"),
	}
	openElsewhere = systemError{
		kind: "in_use",
		what: model.Say("文件正被另一个程序使用", "another program is using the file"),
		hint: model.Say("请在 Word、Excel、WPS 或阅读器中关闭它，再次运行", "close it in Word, Excel, WPS or the viewer and run again"),
	}
	tooManyOpen = systemError{
		kind: "open_files",
		what: model.Say("打开的文件过多，超出系统限制", "more files are open than the system allows"),
		hint: model.Say("请用 --jobs 减少同时处理的文件数，或放宽系统限制（ulimit -n）", "use fewer --jobs, or raise the system's limit (ulimit -n)"),
	}
	longName = systemError{
		kind: "name",
		what: model.Say("文件名或路径过长，或含有系统不允许的字符", "the name or path is too long, or has characters that the system does not allow"),
		hint: model.Say("请缩短文件名，或换用路径较短的文件夹", "shorten the name, or use a folder with a shorter path"),
	}
	overSize = systemError{
		kind: "file_size",
		what: model.Say("文件超出文件系统或系统设置允许的大小", "the file is larger than the file system or the system's settings allow"),
		hint: model.Say("请用 -o 换一个磁盘，或分批转换", "name a folder on another disk with -o, or convert in parts"),
	}
	lostDevice = systemError{
		kind: "device",
		what: model.Say("磁盘或网络位置读写出错", "the disk or network place failed"),
		hint: model.Say("请检查移动磁盘、网络驱动器是否仍连接，再次运行；已完成的文件会跳过", "check that the drive or network place is still connected and run again: finished files are skipped"),
	}
	noMemory = systemError{
		kind: "out_of_memory",
		what: model.Say("系统内存不足", "the system is out of memory"),
		hint: model.Say("请关闭其他程序，或用 --jobs 1 再次运行", "close other programs, or run again with --jobs 1"),
	}
	notFolder = systemError{
		kind: "folder", says: []string{"not a directory"},
		what: model.Say("路径中有一段是文件而不是文件夹", "a part of the path is a file, not a folder"),
		hint: model.Say("请检查路径", "check the path"),
	}
	isFolder = systemError{
		kind: "folder",
		what: model.Say("是文件夹而不是文件", "is a folder, not a file"),
	}
	linkLoop = systemError{
		kind: "links",
		what: model.Say("符号链接相互指向，没有尽头", "symbolic links lead to each other without end"),
		hint: model.Say("请改正链接，或直接给出文件", "mend the links, or name the file itself"),
	}
	twoDisks = systemError{
		kind: "device",
		what: model.Say("两个位置不在同一个磁盘上", "the two places are on different disks"),
		hint: model.Say("请用 -o 指定一个整个在同一磁盘上的文件夹", "name a folder with -o that is on one disk as a whole"),
	}
	unsupported = systemError{
		kind: "device",
		what: model.Say("这里的系统或文件系统不支持需要的操作", "the system or file system here does not support what is needed"),
		hint: model.Say("请换一个本机磁盘上的文件夹", "use a folder on a disk of this machine"),
	}
	noneLeft = systemError{
		kind: "busy",
		what: model.Say("系统资源暂时不足", "the system has no room for more at the moment"),
		hint: model.Say("请关闭其他程序，或用 --jobs 1 再次运行", "close other programs, or run again with --jobs 1"),
	}
	addressTaken = systemError{
		kind: "listen",
		what: model.Say("地址已被另一个程序占用", "another program has the address"),
		hint: model.Say("可能已有 jxmb serve 在运行；也可用 --listen 换一个端口", "another jxmb serve may be running; --listen takes another port"),
	}
	noSuchAddress = systemError{
		kind: "listen",
		what: model.Say("本机没有这个地址", "this machine does not have the address"),
		hint: model.Say("--listen 写成 127.0.0.1:8421", "write --listen 127.0.0.1:8421"),
	}
	brokenOff = systemError{
		kind: "broken_off",
		what: model.Say("对方断开了连接", "the other side ended the connection"),
		hint: model.Say("请再次运行；已完成的文件会跳过", "run again: finished files are skipped"),
	}
	notProgram = systemError{
		kind: "program",
		what: model.Say("不是这个系统能运行的程序", "is no program that this system can run"),
		hint: model.Say("请检查程序的路径", "check the path of the program"),
	}
)

// by is e as a system tells it.
func (e systemError) by(of ...error) systemError {
	e.of = of
	return e
}

// knownAs finds what err is, nil where no table tells.
func knownAs(err error) *systemError {
	if err == nil {
		return nil
	}
	for _, table := range [][]systemError{everywhere, ofPlatform} {
		for i := range table {
			if table[i].is(err) {
				return &table[i]
			}
		}
	}
	return nil
}

func (e *systemError) is(err error) bool {
	return slices.ContainsFunc(e.of, func(of error) bool { return errors.Is(err, of) }) ||
		e.says != nil && slices.Contains(e.says, cause(err).Error())
}

// cause is what a system said, without names: they may be those of files that are
// not yet whole.
func cause(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	var call *os.SyscallError
	for {
		switch {
		case errors.As(err, &path):
			err = path.Err
		case errors.As(err, &link):
			err = link.Err
		case errors.As(err, &call):
			err = call.Err
		default:
			return err
		}
	}
}

// OfMachine tells whether faults of the kind lie with the machine: another one,
// or the same a little later, may do better.
func OfMachine(kind model.FaultKind) bool {
	is := func(e systemError) bool { return e.kind == kind }
	return kind == "system" || kind != model.FaultInterrupted && (slices.ContainsFunc(everywhere, is) || slices.ContainsFunc(ofPlatform, is))
}

// System words the errors of the operating system, nil for others.
func System(err error) *model.Fault {
	if e := knownAs(err); e != nil {
		return &model.Fault{Kind: e.kind, What: e.what, Hint: e.hint, Err: err}
	}
	said := cause(err)
	var code syscall.Errno
	switch {
	case errors.As(said, &code):
		return &model.Fault{Kind: "system", What: model.Text{ZH: "系统错误：" + inChinese(code), EN: "system error: " + code.Error()}, Err: code}
	case said != err:
		return &model.Fault{Kind: "system", What: model.Text{ZH: "系统不允许这个操作", EN: "system error: " + said.Error()}, Err: said}
	}
	return nil
}

// StopsAll tells whether err would meet every further output too, so that
// going on only repeats it.
func StopsAll(err error) bool {
	e := knownAs(err)
	return e != nil && e.all
}
