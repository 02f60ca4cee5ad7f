package worker

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"strconv"
	"strings"

	"jxmb/cmd/internal/batch/source"
	"jxmb/cmd/internal/fault"
	"jxmb/model"
	"jxmb/parser/ooxml"
)

// UnzipJob says what an archive may unpack to.
type UnzipJob struct {
	Name      string `json:"name"`
	Entries   int    `json:"entries"`
	Bytes     int64  `json:"bytes"`
	Files     int    `json:"files"`
	Component int    `json:"component"` // bytes of a name
}

// unpacking is the work of one job: an archive and those inside it, which share
// its limits.
type unpacking struct {
	UnzipJob
	out     *os.Root
	entries int
	bytes   int64
	files   []string
}

// unzip unpacks an archive below j.Out. What was unpacked counts also where it
// fails.
func (w *Process) unzip(_ context.Context, j *Job) Event {
	u := &unpacking{UnzipJob: *j.Unzip}
	var err error
	if u.out, err = os.OpenRoot(j.Out); err == nil {
		defer u.out.Close()
		err = u.file(j.File, "", path.Base(u.Name), 1)
	}
	e := Event{Files: u.files, Bytes: u.bytes}
	if err != nil {
		e.Code, e.Fault = 1, fault.Explain(err)
	}
	return e
}

// nesting is how deep archives may stand in archives.
const nesting = 2

// file unpacks an archive of the machine into the folder dir of u.out.
func (u *unpacking) file(name, dir, as string, depth int) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	members, err := ooxml.CountMembers(f, info.Size(), u.Entries-u.entries)
	if err == nil && members > u.Entries-u.entries { // before memory is taken for each
		return limited("Entries", int64(u.Entries))
	}
	z, err := zip.NewReader(f, info.Size())
	if err != nil {
		if other := ooxml.NotZip(f); other != nil {
			other.Place = model.Text{ZH: as, EN: as}
			return other
		}
		return badArchive(as, model.Say("压缩包已损坏或不完整", "the archive is corrupt or incomplete"))
	}
	u.entries += len(z.File)
	if ooxml.Overlapping(z.File, info.Size()) {
		return badArchive(as, model.Say("压缩包各条目的数据相互重叠，是压缩炸弹的做法，不予读取", "the members of the archive overlap, as zip bombs do; it is refused"))
	}
	for _, member := range z.File {
		if member.Name == "[Content_Types].xml" { // a .docx that someone renamed
			_, err := f.Seek(0, io.SeekStart)
			if err != nil {
				return err
			}
			return u.write(path.Join(dir, as), f)
		}
	}
	for i, member := range z.File {
		if err := u.member(member, dir, i, depth); err != nil {
			return err
		}
	}
	return nil
}

func (u *unpacking) member(f *zip.File, dir string, index, depth int) error {
	name, folder := source.MemberName(f)
	if folder || name == "" || f.Mode()&fs.ModeType != 0 { // a link is no file, and never followed
		return nil
	}
	name, err := UploadName(name, u.Component)
	if err != nil {
		return limited("Name", int64(u.Component))
	}
	if f.Flags&1 != 0 { // APPNOTE 4.4.4 bit 0
		return badArchive(name, model.Say("压缩包加了密码", "the archive is encrypted"))
	}
	r, err := f.Open()
	if err != nil {
		return badArchive(name, model.Say("压缩包成员已损坏", "the archive member is corrupt"))
	}
	defer r.Close()
	if !strings.EqualFold(path.Ext(name), ".zip") {
		return u.write(path.Join(dir, name), r)
	}
	if depth >= nesting {
		return badArchive(name, model.Say("压缩包套了两层以上", "archives are nested more than two deep"))
	}
	inner := path.Join(os.TempDir(), "inner-"+strconv.Itoa(depth)+"-"+strconv.Itoa(index)+".zip")
	defer os.Remove(inner)
	if err := u.copy(inner, r); err != nil {
		return err
	}
	return u.file(inner, path.Join(dir, strings.TrimSuffix(name, path.Ext(name))), path.Base(name), depth+1)
}

// copy unpacks an archive in an archive.
func (u *unpacking) copy(name string, r io.Reader) error {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	return errors.Join(u.fill(f, r), f.Close())
}

// write unpacks a file, numbered where its name is taken.
func (u *unpacking) write(name string, r io.Reader) error {
	if len(u.files) >= u.Files {
		return limited("Files", int64(u.Files))
	}
	if err := u.out.MkdirAll(path.Dir(name), 0o700); err != nil {
		return err
	}
	stem, ext := strings.TrimSuffix(name, path.Ext(name)), path.Ext(name)
	for n := 2; ; n++ {
		f, err := u.out.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if errors.Is(err, fs.ErrExist) {
			name = stem + "-" + strconv.Itoa(n) + ext
			continue
		}
		if err != nil {
			return err
		}
		u.files = append(u.files, name)
		return errors.Join(u.fill(f, r), f.Close())
	}
}

// fill copies what is unpacked and counts it.
func (u *unpacking) fill(f *os.File, r io.Reader) error {
	n, err := io.Copy(f, io.LimitReader(r, u.Bytes-u.bytes+1))
	u.bytes += n
	switch {
	case u.bytes > u.Bytes:
		return limited("Unpacked", u.Bytes)
	case fault.StopsAll(err):
		return err
	case err != nil:
		return badArchive("", model.Say("压缩包成员已损坏", "the archive member is corrupt"))
	}
	return nil
}

func limited(limit string, n int64) error {
	return &model.Fault{
		Kind: model.FaultLimit, Limit: limit,
		What: model.Say("压缩包超过上限 %s：%d", "the archive exceeds the limit %s: %d", limit, n),
		Hint: model.Say("请分几个压缩包上传", "send it in several archives"),
	}
}

func badArchive(name string, what model.Text) error {
	f := &model.Fault{Kind: model.FaultCorrupt, What: what, Hint: model.Say("请重新打包", "pack it again")}
	if name != "" {
		f.Place = model.Text{ZH: name, EN: name}
	}
	return f
}
