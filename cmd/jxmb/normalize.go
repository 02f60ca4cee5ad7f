package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"jxmb/model"
	"jxmb/parser/value"
)

// maxLine bounds one line of standard input: a target cell has some dozen
// characters, and nothing longer than this was meant as one.
const maxLine = 64 << 10

func newNormalizeCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   a.say("normalize [文字...]", "normalize [TEXT...]"),
		Short: a.say("把指标值拆成符号、数值、单位，每行一个 JSON", "split target values into operator, number and unit, one JSON a line"),
		Long: a.say(`没有参数时从标准输入逐行读取：每行是“值”，或“名称<制表符>值”（名称可补出缺少的单位）。
每行输入对应一行输出，顺序不变。不是 UTF-8 或超过 64 KiB 的行输出 {"line":行号,"error":原因}，
其余照常，退出码为 1。`,
			`Without arguments, lines are read from standard input: "value", or "name<TAB>value" (the name
may supply a unit that the value lacks). Each line of input gives one line of output, in order.
A line that is not UTF-8 or longer than 64 KiB gives {"line":N,"error":why}; the rest goes on,
and the exit code is 1.`),
		Example: a.examples(
			model.Say("jxmb normalize '≥90稿件自采自编率大于等于百分之九十'", "jxmb normalize '≥90稿件自采自编率大于等于百分之九十'"),
			model.Say("jxmb normalize '≤2制作成本小于等于两万元' 12月底之前完成", "jxmb normalize '≤2制作成本小于等于两万元' 12月底之前完成"),
			model.Say("jxmb normalize -- -5%          # “-”开头的值写在 -- 之后", "jxmb normalize -- -5%          # what begins with - stands after --"),
			model.Say(`printf '群众满意度（%%）\t≥90\n' | jxmb normalize`, `printf '群众满意度（%%）\t≥90\n' | jxmb normalize`),
		),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(_ *cobra.Command, args []string) error {
			n := normalizer{app: a, out: bufio.NewWriterSize(a.stdout, 64<<10)}
			var err error
			if len(args) == 0 || len(args) == 1 && args[0] == "-" {
				err = n.lines(a.stdin)
			} else {
				for _, arg := range args {
					n.one([]byte(arg))
				}
			}
			if err = errors.Join(err, n.out.Flush()); err == nil && n.failed {
				err = errFailed
			}
			return err
		},
	}
}

// normalizer writes one JSON object for each value it is given.
type normalizer struct {
	*app
	out    *bufio.Writer
	line   int
	buf    []byte
	failed bool
}

// lines normalises r line by line. What is done is written out whenever r has
// nothing more at hand, so that another program can ask and wait for answers.
func (n *normalizer) lines(r io.Reader) error {
	in := bufio.NewReaderSize(r, maxLine+len("\r\n"))
	for {
		line, err := in.ReadSlice('\n')
		switch {
		case err == bufio.ErrBufferFull:
			n.line++
			n.refuse(n.say("超过 %d 字节", "longer than %d bytes", maxLine))
			if err = skipLine(in); err == io.EOF {
				return nil
			}
		case err == nil || err == io.EOF && len(line) > 0:
			n.one(bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r")))
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if in.Buffered() == 0 {
			if err := n.out.Flush(); err != nil {
				return err
			}
		}
	}
}

// skipLine reads up to the end of the line.
func skipLine(in *bufio.Reader) error {
	for {
		if _, err := in.ReadSlice('\n'); err != bufio.ErrBufferFull {
			return err
		}
	}
}

func (n *normalizer) one(line []byte) {
	n.line++
	if n.line == 1 {
		line = bytes.TrimPrefix(line, []byte("\ufeff"))
	}
	switch {
	case len(line) > maxLine:
		n.refuse(n.say("超过 %d 字节", "longer than %d bytes", maxLine))
		return
	case !utf8.Valid(line):
		n.refuse(n.say("不是 UTF-8 文字", "is not UTF-8"))
		return
	}
	name, text, named := strings.Cut(string(line), "\t")
	if !named {
		name, text = "", name
	}
	v := value.Parse(text, value.Hint{Name: name})
	n.buf = append(model.AppendJSON(n.buf[:0], &v, false), '\n')
	_, _ = n.out.Write(n.buf) // bufio keeps the error for Flush
}

func (n *normalizer) refuse(why string) {
	n.failed = true
	record := struct {
		Line  int    `json:"line"`
		Error string `json:"error"`
	}{n.line, why}
	b, err := json.Marshal(record)
	if err != nil {
		panic("jxmb: internal error: " + err.Error()) // two plain fields
	}
	_, _ = n.out.Write(append(b, '\n'))
}
