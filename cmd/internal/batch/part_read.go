package batch

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"io/fs"

	"github.com/klauspost/compress/zstd"

	"jxmb/cmd/internal/batch/folder"
	"jxmb/model"
)

// shardPart is what a shard left in its folder.
type shardPart struct {
	dir    string
	header partHeader
}

// partPlace is where the record of an input stands: in the index of which part,
// from which byte on.
type partPlace struct {
	part   int32 // -1 where none has it
	bytes  int32
	offset int64
}

// maxLine bounds a line of an index: names, a fault, the outputs of an input.
const maxLine = 1 << 20

// readPart reads the index in dir and gives each of its records to take.
func readPart(dir string, take func(*partHeader, *partRecord, partPlace) error) (*shardPart, error) {
	f, err := folder.OpenIn(dir, partIndex)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, noPart(dir)
	}
	if err != nil {
		return nil, inPart(dir, err)
	}
	defer f.Close()
	p := &shardPart{dir: dir}
	lines := bufio.NewReaderSize(f, maxLine)
	offset, records, ended := int64(0), 0, false
	for first := true; !ended; first = false {
		line, err := lines.ReadSlice('\n')
		if err != nil { // no end line, or a line without an end
			return nil, brokenPart(dir, err)
		}
		at := partPlace{bytes: int32(len(line)), offset: offset}
		offset += int64(len(line))
		switch {
		case first:
			if err := p.begin(line); err != nil {
				return nil, err
			}
		case bytes.HasPrefix(line, []byte(`{"end":`)):
			var end partEnd
			if err := json.Unmarshal(line, &end); err != nil || end.Records != records {
				return nil, brokenPart(dir, err)
			}
			ended = true
		default:
			records++
			rec, err := p.decode(line)
			if err == nil {
				err = take(&p.header, rec, at)
			}
			if err != nil {
				return nil, err
			}
		}
	}
	return p, nil
}

// begin reads the header.
func (p *shardPart) begin(line []byte) error {
	err := json.Unmarshal(line, &p.header)
	h := &p.header
	if err != nil || h.Schema != partSchema || !h.Shard.Valid() || h.Inputs < 0 {
		return brokenPart(p.dir, err)
	}
	return nil
}

// decode reads the line of an input. Its outputs are named in full.
func (p *shardPart) decode(line []byte) (*partRecord, error) {
	rec := new(partRecord)
	if err := json.Unmarshal(line, rec); err != nil {
		return nil, brokenPart(p.dir, err)
	}
	rec.Entry.Stem = string(rec.Stem)
	for i := range rec.Entry.Outputs {
		rec.Entry.Outputs[i].Name = rec.Entry.Stem + rec.Entry.Outputs[i].Name
	}
	if rec.At < 0 || rec.At >= p.header.Inputs || (rec.Document == nil) != (rec.Entry.Fault != nil) {
		return nil, brokenPart(p.dir, nil)
	}
	return rec, nil
}

// recordAt reads the record that stands at a place again.
func (p *shardPart) recordAt(at partPlace) (*partRecord, error) {
	line, err := p.bytesAt(partIndex, at.offset, int64(at.bytes))
	if err != nil {
		return nil, err
	}
	return p.decode(line)
}

func (p *shardPart) bytesAt(name string, offset, n int64) ([]byte, error) {
	f, err := folder.OpenIn(p.dir, name)
	if err != nil {
		return nil, inPart(p.dir, err)
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || offset < 0 || n < 0 || n > info.Size()-offset {
		return nil, brokenPart(p.dir, err)
	}
	b := make([]byte, n)
	_, err = f.ReadAt(b, offset)
	if err != nil {
		return nil, inPart(p.dir, err)
	}
	return b, nil
}

// document reads the document of an input.
func (p *shardPart) document(rec *partRecord) (*model.Document, error) {
	packed, err := p.bytesAt(partDocuments, rec.Document.Offset, rec.Document.Bytes)
	if err != nil {
		return nil, err
	}
	if sum := sha256.Sum256(packed); hex.EncodeToString(sum[:]) != rec.Document.SHA256 {
		return nil, brokenPart(p.dir, nil)
	}
	r, err := zstd.NewReader(bytes.NewReader(packed), zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true))
	if err != nil {
		return nil, brokenPart(p.dir, err)
	}
	defer r.Close()
	d := new(model.Document)
	if err := json.NewDecoder(r).Decode(d); err != nil {
		return nil, brokenPart(p.dir, err)
	}
	d.Source.Name = string(rec.Document.Name)
	if d.Source.Path != "" {
		d.Source.Path = string(rec.Name)
	}
	return d, nil
}

// copyInto copies a result into a folder, as it was when the shard wrote it.
func (p *shardPart) copyInto(to *folder.Folder, o folder.Output) error {
	f, err := folder.OpenIn(p.dir, o.Name)
	if err != nil {
		return folder.InOutput(o.Name, inPart(p.dir, err))
	}
	defer f.Close()
	copied, err := to.Write(o.Name, func(w io.Writer) error {
		_, err := io.Copy(w, f)
		return err
	})
	if err == nil && copied != o {
		err = &model.Fault{
			Kind: "part", Place: model.Say("%s 的结果 %s", "%s, result %s", p.dir, o.Name),
			What: model.Say("写出之后又被改动", "was changed after it was written"),
			Hint: model.Say("重新运行这一份的 convert --shard，再合并", "run convert --shard for this part again, then merge"),
		}
	}
	return err
}
