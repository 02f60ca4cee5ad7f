package web

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
)

// writeAside lets a file appear, whole or not at all.
func (st *Store) writeAside(name string, content io.Reader) error {
	aside := path.Join(tmpDir, newID())
	f, err := st.root.OpenFile(aside, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, content)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err == nil {
		err = st.root.Rename(aside, name)
	}
	if err != nil {
		_ = st.root.Remove(aside)
	}
	return err
}

// save writes an upload to a new file, counting it against the quota.
func (st *Store) save(name string, content io.Reader) (n int64, err error) {
	f, err := st.root.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	buf := make([]byte, 64<<10)
	for {
		got, read := content.Read(buf)
		if got > 0 {
			if err := st.take(int64(got)); err != nil {
				return n, err
			}
			n += int64(got)
			if _, err := f.Write(buf[:got]); err != nil {
				return n, err
			}
		}
		if read == io.EOF {
			return n, nil
		}
		if read != nil {
			return n, read
		}
	}
}

// merge moves what has come in into a batch.
func (st *Store) merge(in *incoming, b *Batch) error {
	from := path.Join(in.dir, inDir)
	return fs.WalkDir(st.root.FS(), from, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		to := path.Join(b.dir(), inDir, strings.TrimPrefix(strings.TrimPrefix(name, from), "/"))
		if e.IsDir() {
			return st.root.MkdirAll(to, 0o700)
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		if to, err = st.freeName(to); err != nil {
			return err
		}
		if err := st.root.Rename(name, to); err != nil {
			return err
		}
		in.bytes -= info.Size() // it stays
		return nil
	})
}
