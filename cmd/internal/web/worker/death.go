package worker

import (
	"fmt"

	"jxmb/model"
)

// death is how a worker died.
type death int

const (
	deathCrash death = iota + 1
	deathMemory
	deathTime
	deathUnwanted // nobody waits for it any more
)

// DiedError is the end of a worker before its answer.
type DiedError struct{ how death }

func (e *DiedError) Error() string { return fmt.Sprintf("worker died (%d)", e.how) }

// Fault is that of the file which cost the worker its life.
func (e *DiedError) Fault() *model.Fault {
	f := &model.Fault{Kind: "bug",
		What: model.Say("程序内部错误（是 jxmb 的缺陷，不是文件的问题）", "internal error, a fault of jxmb and not of the file"),
		Hint: model.Say("请把此文件报告给 jxmb 项目", "please report the file to the jxmb project"),
	}
	switch e.how {
	case deathMemory:
		f.Kind, f.Limit = "memory", "Memory"
		f.What = model.Say("读取此文件需要的内存超过上限", "reading the file takes more memory than the limit")
		f.Hint = model.Say("请拆分文件，或在命令行用 jxmb convert 转换", "split the file, or convert it with jxmb convert on the command line")
	case deathTime:
		f.Kind, f.Limit = "timeout", "Time"
		f.What = model.Say("在时限内没有读完此文件", "the file was not read within the time limit")
		f.Hint = model.Say("请拆分文件，或在命令行用 jxmb convert 转换", "split the file, or convert it with jxmb convert on the command line")
	}
	return f
}
