package folder

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"jxmb/model"
)

// OpenRegular opens a file below root for reading. Opening a pipe would wait for
// somebody at its other end, a device need have no end: neither is a result.
func OpenRegular(root *os.Root, name string) (*os.File, error) {
	info, err := root.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &model.Fault{
			Kind: "device",
			What: model.Say("%s 不是普通文件", "%s is no regular file", name),
			Hint: model.Say("删去它，再运行一次", "remove it and run again"),
		}
	}
	return root.Open(name)
}

// OpenIn is [OpenRegular] below a folder.
func OpenIn(dir, name string) (*os.File, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return OpenRegular(root, filepath.FromSlash(name))
}

// ReadRegular reads a file as [OpenRegular] opens it, of most bytes at most: what a
// run keeps here grows with what it did.
func ReadRegular(root *os.Root, name string, most int64) ([]byte, error) {
	file, err := OpenRegular(root, name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() > most {
		return nil, TooLarge(model.Say("%s 有 %d 字节，超过 %d 字节的上限", "%s has %d bytes, more than the limit of %d", name, info.Size(), most))
	}
	text := make([]byte, info.Size())
	n, err := io.ReadFull(file, text)
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) { // it was cut meanwhile
		err = nil
	}
	return text[:n], err
}

// TooLarge is the fault of a file of the output folder that no run leaves like that.
func TooLarge(what model.Text) *model.Fault {
	return &model.Fault{Kind: model.FaultLimit, What: what,
		Hint: model.Say("换一个输出文件夹，或删去它再运行（全部文件将重新处理）", "choose another output folder, or remove it and run again, which does all files anew")}
}
