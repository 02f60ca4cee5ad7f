package ooxml

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"hash/crc32"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"

	"jxmb/model"
)

const (
	// ratioFrom is where the ratio begins to count: a small part of equal
	// bytes is harmless.
	ratioFrom = 1 << 20
	// maxDeflate is the ratio Deflate (RFC 1951) cannot pass: 258 bytes in two
	// bits. A header that promises more lies.
	maxDeflate = 1032
	// wholeInput is up to where compressed bytes are read at once.
	wholeInput = 1 << 20
	// KeptBuffer is up to where buffers are kept for the next document.
	KeptBuffer = 8 << 20
)

// inflater is a Deflate reader with its input, kept between documents.
type inflater struct {
	flate io.ReadCloser
	input []byte
	bytes bytes.Reader
	bufio *bufio.Reader
}

var inflaters = sync.Pool{New: func() any { return &inflater{flate: flate.NewReader(bytes.NewReader(nil))} }}

// refused tells why a member is not to be inflated. The declared size is held
// against max and the ratio before memory is taken.
func (c *Package) refused(f *zip.File, max int64, over limit) error {
	declared, packed := int64(f.UncompressedSize64), int64(f.CompressedSize64)
	switch {
	case f.Flags&1 != 0:
		return &model.Fault{Kind: model.FaultEncrypted, Place: model.InPart(f.Name, -1),
			What: model.Text{ZH: "压缩包条目已加密，无法读取", EN: "the member of the archive is encrypted"},
			Hint: model.Text{ZH: "请取消压缩包的密码后重新发送", EN: "ask for the file without the password of the archive"}}
	case f.Method != zip.Store && f.Method != zip.Deflate:
		return PartFault(model.FaultCorrupt, f.Name, model.Say("使用了 .docx 不允许的压缩方法（%d）", "uses a compression method that .docx does not allow (%d)", f.Method), nil)
	case declared < 0 || declared > max:
		return LimitFault(over, max, f.Name, -1)
	case packed < 0 || packed > c.size || !canBe(f.Method, packed, declared):
		return PartFault(model.FaultCorrupt, f.Name, model.Text{ZH: "声明的大小不可能属实", EN: "the declared size cannot be true"}, nil)
	case declared-ratioFrom > packed*c.limits.Ratio:
		return LimitFault(limitRatio, c.limits.Ratio, f.Name, -1)
	}
	return nil
}

// canBe tells whether so many packed bytes can hold the declared ones.
func canBe(method uint16, packed, declared int64) bool {
	if method == zip.Store {
		return declared == packed
	}
	return declared <= packed*maxDeflate+maxDeflate
}

// Inflate reads a part whole into buf, which grows to its exact size. The real
// size is held against the declared, and that against the limits.
func (c *Package) Inflate(f *zip.File, buf []byte, max int64, over limit) ([]byte, error) {
	if err := c.refused(f, max, over); err != nil {
		return nil, err
	}
	declared, packed := int64(f.UncompressedSize64), int64(f.CompressedSize64)
	from, err := f.DataOffset()
	if err != nil {
		return nil, corrupt(f.Name, err)
	}
	if int64(cap(buf)) < declared {
		buf = make([]byte, declared)
	}
	buf = buf[:declared]
	if f.Method == zip.Store {
		_, err = c.r.ReadAt(buf, from)
		if err == io.EOF {
			err = nil
		}
	} else {
		err = unpackInto(buf, io.NewSectionReader(c.r, from, packed), packed)
	}
	if err != nil {
		return nil, corrupt(f.Name, err)
	}
	if crc32.ChecksumIEEE(buf) != f.CRC32 {
		return nil, corrupt(f.Name, zip.ErrChecksum)
	}
	return buf, nil
}

var errSize = errors.New("the member is longer than its header says")

// unpackInto fills buf with the n compressed bytes of r.
func unpackInto(buf []byte, r *io.SectionReader, n int64) error {
	in := inflaters.Get().(*inflater)
	defer inflaters.Put(in)
	if err := in.open(r, n); err != nil {
		return err
	}
	defer in.bytes.Reset(nil)
	if _, err := io.ReadFull(in.flate, buf); err != nil {
		return err
	}
	var more [1]byte
	switch n, err := io.ReadFull(in.flate, more[:]); {
	case n > 0:
		return errSize
	case err != io.EOF:
		return err
	}
	return nil
}

// open sets the reader to n compressed bytes: small parts as a slice, which
// Deflate reads fastest, large ones through a window.
func (in *inflater) open(r *io.SectionReader, n int64) error {
	if n > wholeInput {
		if in.bufio == nil {
			in.bufio = bufio.NewReaderSize(nil, 64<<10)
		}
		in.bufio.Reset(r)
		return in.flate.(flate.Resetter).Reset(in.bufio, nil)
	}
	if int64(cap(in.input)) < n {
		in.input = make([]byte, n)
	}
	in.input = in.input[:n]
	if _, err := io.ReadFull(r, in.input); err != nil {
		return err
	}
	in.bytes.Reset(in.input)
	return in.flate.(flate.Resetter).Reset(&in.bytes, nil)
}

func corrupt(part string, cause error) *model.Fault {
	if errors.Is(cause, zip.ErrChecksum) {
		return PartFault(model.FaultCorrupt, part, model.Text{ZH: "校验和不符，内容已损坏", EN: "the checksum does not match: the content is damaged"}, cause)
	}
	if errors.Is(cause, errSize) {
		return PartFault(model.FaultCorrupt, part, model.Text{ZH: "解压后比声明的大，是压缩炸弹的做法，不予读取", EN: "inflates to more than it declares, as zip bombs do; it is refused"}, cause)
	}
	return PartFault(model.FaultCorrupt, part, model.Text{ZH: "无法解压，压缩数据已损坏", EN: "cannot be inflated: the compressed data is damaged"}, cause)
}
