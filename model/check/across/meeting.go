package across

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"fmt"
	"io"
	"iter"
	"slices"

	"jxmb/model"
	"jxmb/model/check"
)

// Batch looks across the submissions of one run. The findings depend on what was
// added, not on the order it was added in.
//
// Facts go to a temporary file where they are many, and so do the hashes of their
// keys, a row of a fixed length each. In memory stays where a fact stands, 24 bytes a
// project; to look for those that meet takes one column of keys at a time.
type Batch struct {
	cfg   check.Config
	files []string
	marks []mark
	facts spool
	rows  spool
	kins  []kin // while findings are looked for
	row   []byte
	err   error // of reading a fact
}

// mark is what stays in memory of a fact.
type mark struct {
	at         int64 // in the spool
	file       int32 // of the batch's
	seq, start int32
}

// columns is how many words a row has: the keys of a fact for all rules, and its kin.
const (
	keyColumns = 1 + 1 + bands
	columns    = keyColumns + len(kin{})
)

// NewBatch starts a batch.
func NewBatch(cfg check.Config) *Batch { return &Batch{cfg: cfg} }

// Add takes the facts of d, read from file. It is not safe for concurrent use.
func (b *Batch) Add(file string, d *model.Document) { b.AddFacts(FactsOf(file, d, b.cfg)) }

// AddFacts takes what [FactsOf] gave, which may be asked beside other work.
func (b *Batch) AddFacts(facts []Fact) {
	for i := range facts {
		f := &facts[i]
		if n := len(b.files); n == 0 || b.files[n-1] != f.file {
			b.files = append(b.files, f.file)
		}
		b.row = f.append(b.row[:0])
		at := b.facts.append(b.row)
		b.marks = append(b.marks, mark{at, int32(len(b.files) - 1), int32(f.seq), int32(f.codeAt.Start)})
		b.row = b.row[:0]
		for _, rule := range acrossRules {
			keys := rule.keys(f)
			for k := range rule.most {
				hash := uint64(0)
				if k < len(keys) {
					hash = hashed(keys[k])
				}
				b.row = binary.LittleEndian.AppendUint64(b.row, hash)
			}
		}
		for _, word := range f.kin() {
			b.row = binary.LittleEndian.AppendUint64(b.row, word)
		}
		b.rows.append(b.row)
	}
}

// Close gives up what the batch holds on the disk.
func (b *Batch) Close() {
	b.facts.close()
	b.rows.close()
}

// Findings are what only several documents together show, by file and place. They
// are put into words as they are asked for, by one goroutine at a time.
type Findings struct {
	batch *Batch
	tales []tale
}

// Findings looks through what was added. The error is one of the disk.
func (b *Batch) Findings() (*Findings, error) {
	order := b.order()
	if err := b.readKins(); err != nil {
		return nil, err
	}
	defer func() { b.kins = nil }()
	rank := make([]int32, len(order))
	for n, i := range order {
		rank[i] = int32(n)
	}
	found := &Findings{batch: b}
	column := 0
	for _, rule := range acrossRules {
		told := tellings{once: rule.once, first: map[uint64]int{}}
		for key := range rule.most {
			meetings, err := b.meetings(column, order)
			if err != nil {
				return nil, err
			}
			for _, met := range meetings {
				told.add(rule.group(b.cfg, b.group(met)), met, turn{rank[met[0]], int32(key), 0})
			}
			column++
		}
		found.tales = told.appendTo(found.tales)
	}
	slices.SortStableFunc(found.tales, func(x, y tale) int {
		return cmp.Or(cmp.Compare(b.file(x.of), b.file(y.of)), cmp.Compare(x.start, y.start), cmp.Compare(wordings[x.wording].code, wordings[y.wording].code))
	})
	return found, b.err
}

func (b *Batch) file(i int32) string { return b.files[b.marks[i].file] }

// All are the findings. [Findings.Err] tells afterwards whether they were.
func (f *Findings) All() iter.Seq[check.FileFinding] { return f.inWords(f.tales) }

// Of are those that are told at a file.
func (f *Findings) Of(file string) iter.Seq[check.FileFinding] {
	from, _ := slices.BinarySearchFunc(f.tales, file, func(t tale, file string) int { return cmp.Compare(f.batch.file(t.of), file) })
	to := from
	for to < len(f.tales) && f.batch.file(f.tales[to].of) == file {
		to++
	}
	return f.inWords(f.tales[from:to])
}

func (f *Findings) inWords(tales []tale) iter.Seq[check.FileFinding] {
	return func(yield func(check.FileFinding) bool) {
		for i := range tales {
			t := &tales[i]
			if !yield(t.inWords(f.batch.cfg, f.batch.fact(t.of), f.batch.fact(t.other))) {
				return
			}
		}
	}
}

// Err is what went wrong on the disk.
func (f *Findings) Err() error { return f.batch.err }

// order is the numbers of the facts in the order of files and of the projects in them.
func (b *Batch) order() []int32 {
	order := make([]int32, len(b.marks))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(x, y int32) int { return b.position(x).compare(b.position(y)) })
	return order
}

func (b *Batch) position(i int32) position {
	m := &b.marks[i]
	return position{b.files[m.file], int(m.seq), int(m.start)}
}

// meetings are the facts that have a key of a column in common, at least two each, in
// the given order.
func (b *Batch) meetings(column int, order []int32) ([][]int32, error) {
	keys, err := b.column(column)
	if err != nil {
		return nil, err
	}
	met := slices.DeleteFunc(slices.Clone(order), func(i int32) bool { return keys[i] == 0 })
	slices.SortStableFunc(met, func(x, y int32) int { return cmp.Compare(keys[x], keys[y]) })
	var meetings [][]int32
	for from, to := 0, 0; from < len(met); from = to {
		for to = from + 1; to < len(met) && keys[met[to]] == keys[met[from]]; to++ {
		}
		if to-from > 1 {
			meetings = append(meetings, met[from:to])
		}
	}
	return meetings, nil
}

// column is a key of each fact.
func (b *Batch) column(k int) ([]uint64, error) {
	keys := make([]uint64, len(b.marks))
	return keys, b.eachRow(func(i int, row []byte) { keys[i] = binary.LittleEndian.Uint64(row[k*8:]) })
}

func (b *Batch) readKins() error {
	b.kins = make([]kin, len(b.marks))
	return b.eachRow(func(i int, row []byte) {
		for n := range b.kins[i] {
			b.kins[i][n] = binary.LittleEndian.Uint64(row[(keyColumns+n)*8:])
		}
	})
}

func (b *Batch) eachRow(do func(i int, row []byte)) error {
	rows := bufio.NewReaderSize(io.NewSectionReader(&b.rows, 0, b.rows.size()), 1<<16)
	var row [columns * 8]byte
	for i := range b.marks {
		if _, err := io.ReadFull(rows, row[:]); err != nil {
			return fmt.Errorf("check: reading the keys of a batch: %w", err)
		}
		do(i, row[:])
	}
	return nil
}

func (b *Batch) group(met []int32) group {
	return group{
		size: len(met),
		fact: func(i int) *Fact { return b.fact(met[i]) },
		kin:  func(i int) kin { return b.kins[met[i]] },
	}
}

// fact fetches a fact. An error is kept, and the fact is empty.
func (b *Batch) fact(i int32) *Fact {
	f, end := &Fact{}, b.facts.size()
	if int(i)+1 < len(b.marks) {
		end = b.marks[i+1].at
	}
	from := b.marks[i].at
	b.row = slices.Grow(b.row[:0], int(end-from))[:end-from]
	_, err := b.facts.ReadAt(b.row, from)
	if err == nil {
		err = f.UnmarshalBinary(b.row)
	}
	if err != nil && b.err == nil {
		b.err = fmt.Errorf("check: reading a fact of a batch: %w", err)
	}
	return f
}

// turn is when one machine tells a tale, see [Told.Compare]: the rank of the first fact
// that met, the key's number and the tale's.
type turn struct{ first, key, index int32 }

func (t turn) compare(u turn) int {
	return cmp.Or(cmp.Compare(t.first, u.first), cmp.Compare(t.key, u.key), cmp.Compare(t.index, u.index))
}

// tellings are what a rule tells, where a fact is told of once its first tale.
type tellings struct {
	once  bool
	list  []telling
	first map[uint64]int // of the list
}

type telling struct {
	tale
	turn
}

// add takes what was told of the facts that met.
func (t *tellings) add(tales []tale, met []int32, begun turn) {
	for n, tale := range tales {
		tale.of, tale.other = met[tale.of], met[tale.other]
		one := telling{tale, turn{begun.first, begun.key, int32(n)}}
		at, again := t.first[tale.once]
		switch {
		case !t.once:
			t.list = append(t.list, one)
		case !again:
			t.first[tale.once] = len(t.list)
			t.list = append(t.list, one)
		case one.turn.compare(t.list[at].turn) < 0:
			t.list[at] = one
		}
	}
}

func (t *tellings) appendTo(tales []tale) []tale {
	slices.SortFunc(t.list, func(x, y telling) int { return x.turn.compare(y.turn) })
	for i := range t.list {
		tales = append(tales, t.list[i].tale)
	}
	return tales
}
