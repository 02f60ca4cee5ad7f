package source

import (
	"io"
	"sync"

	"jxmb/model"
)

// freeBytes may be unpacked from any archive, however small it is.
const freeBytes = 16 << 20

// budget is what may be unpacked from an archive and from those inside it. It is
// spent as bytes come out, whatever becomes of the member, and by each member
// once: what a later reading of the plan unpacks again is not charged again.
type budget struct {
	ratio int64 // of the archive on the disk

	mu    sync.Mutex
	limit int64 // known once the archive is open
	spent int64
	over  bool // from then on nothing is unpacked
}

// grant is told the size of the archive.
func (b *budget) grant(size int64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.limit = freeBytes + size*b.ratio
}

// charge spends n bytes. Its error is that of an archive that has unpacked to
// all it may.
func (b *budget) charge(n int64) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.spent += n; b.spent > b.limit {
		b.over = true
	}
	if b.over {
		return bomb(b.ratio)
	}
	return nil
}

// metered reads a member and charges the budget with what no earlier reading
// has paid for.
type metered struct {
	r      io.Reader
	budget *budget
	paid   *int64 // of this member, by the reading that came furthest
	read   int64
}

func (m *metered) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	m.read += int64(n)
	if more := m.read - *m.paid; more > 0 {
		*m.paid = m.read
		if over := m.budget.charge(more); over != nil {
			return 0, over
		}
	}
	return n, err
}

func bomb(ratio int64) *model.Fault {
	return &model.Fault{
		Kind: "limit",
		What: model.Say("压缩包解压后超过自身大小的 %d 倍，疑为压缩炸弹", "the archive unpacks to more than %d times its size, as zip bombs do", ratio),
		Hint: model.Say("确认文件无误后可用 --max-archive-ratio 放宽", "if the file is sound, raise it with --max-archive-ratio"),
	}
}
