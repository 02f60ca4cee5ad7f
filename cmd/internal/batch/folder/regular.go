package folder

import (
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

// ReadRegular reads a file as [OpenRegular] opens it.
func ReadRegular(root *os.Root, name string) ([]byte, error) {
	file, err := OpenRegular(root, name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(file)
}
