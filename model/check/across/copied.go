package across

import (
	"encoding/binary"
	"hash/fnv"
	"hash/maphash"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"jxmb/model"
	"jxmb/model/check"
	"jxmb/model/quantity"
)

// indicatorSet is what is kept of the indicators of a project to tell whether they
// are those of another: the shingles of names and targets, hashed.
//
// A set is compared with those of its bands alone. A band is bandRows least hashes
// of the shingles; sets that share the part s of their shingles have a band in common
// with probability 1-(1-s⁴)¹⁶: 99.99% at s = 0.8, 6% at s = 0.25 (Broder 1997;
// Leskovec, Rajaraman, Ullman, Mining of Massive Datasets §3.4).
type indicatorSet struct {
	indicators int
	name       string   // of the project, without years
	shingles   []uint32 // in order, the mostShingles least ones
	signature  [bands * bandRows]uint32
}

const (
	bands        = 16
	bandRows     = 4
	shingleRunes = 3
	mostShingles = 1024 // of ten indicators there are some 200; of a long list the least hashes are a fair sample
	mostOthers   = 8    // sets of a band that the next one is compared with
)

// setOf takes the indicators of a project.
func setOf(p *model.Project) indicatorSet {
	s := indicatorSet{indicators: len(p.Indicators), name: strings.Clone(withoutYears(quantity.Signs(p.Name)))}
	var room [1 << 11]uint32 // for those of most projects, on the stack
	shingles := room[:0]
	for i := range p.Indicators {
		in := &p.Indicators[i]
		shingles = appendShingles(shingles, quantity.Signs(in.Level3), "=", quantity.Folded(in.Target.Text))
	}
	slices.Sort(shingles)
	s.shingles = slices.Clone(slices.Compact(shingles))
	s.sign()
	if len(s.shingles) > mostShingles {
		s.shingles = slices.Clone(s.shingles[:mostShingles])
	}
	return s
}

// withoutYears is a name without its figures and the 年 or 年度 behind them, so that
// one programme of two years is one.
func withoutYears(name string) string {
	behind := false
	return strings.Map(func(r rune) rune {
		if behind = unicode.IsNumber(r) || behind && (r == '年' || r == '度'); behind {
			return -1
		}
		return r
	}, name)
}

// appendShingles adds a hash, FNV-1a over runes, of each shingleRunes that follow one
// another in texts.
func appendShingles(list []uint32, texts ...string) []uint32 {
	var before [shingleRunes - 1]uint32
	read := 0
	for _, text := range texts {
		for _, r := range text {
			if read++; read >= shingleRunes {
				h := uint32(2166136261)
				for _, earlier := range before {
					h = (h ^ earlier) * 16777619
				}
				list = append(list, (h^uint32(r))*16777619)
			}
			copy(before[:], before[1:])
			before[shingleRunes-2] = uint32(r)
		}
	}
	return list
}

// sign takes the least hash of each of as many bins as the signature is long; a bin
// without one borrows of the next that has (one-permutation hashing, Li, Owen, Zhang
// 2012; Shrivastava, Li 2014), which costs one look at each shingle.
func (s *indicatorSet) sign() {
	const bins, none = uint64(bands * bandRows), ^uint32(0)
	for k := range s.signature {
		s.signature[k] = none
	}
	for _, h := range s.shingles {
		h = scattered(h)
		bin := &s.signature[uint64(h)*bins>>32]
		*bin = min(*bin, h)
	}
	if len(s.shingles) == 0 {
		return
	}
	full := s.signature
	for k := range full {
		for from := 0; s.signature[k] == none; from++ {
			s.signature[k] = full[(k+from)%len(full)]
		}
	}
}

// scattered is a permutation of hashes that lets none stand near those that it was
// near (the finaliser of MurmurHash3).
func scattered(h uint32) uint32 {
	h ^= h >> 16
	h *= 0x85EBCA6B
	h ^= h >> 13
	h *= 0xC2B2AE35
	return h ^ h>>16
}

// bands are the keys under which a set may meet others that are like it.
func (f *Fact) bands() []string {
	if len(f.set.shingles) == 0 {
		return nil
	}
	keys := make([]string, bands)
	for b := range keys {
		h := fnv.New64a()
		var word [4]byte
		for _, least := range f.set.signature[b*bandRows : (b+1)*bandRows] {
			binary.LittleEndian.PutUint32(word[:], least)
			_, _ = h.Write(word[:]) // a hash takes everything
		}
		keys[b] = strconv.Itoa(b) + ":" + strconv.FormatUint(h.Sum64(), 36)
	}
	return keys
}

// likeable is a set of a band that later ones may be like.
type likeable struct {
	kin
	at   int // in the group
	fact *Fact
}

// copiedSets is C009 among the projects of a band. Most that meet in one are of one
// programme, which their kin tells.
func copiedSets(cfg check.Config, g group) []tale {
	rule, _ := check.Lookup("C009")
	least, share := cfg.SettingOf(rule, "indicators").Number, cfg.SettingOf(rule, "share").Number
	var out []tale
	var others []likeable
	for i := range g.size {
		k := g.kin(i)
		if model.Decimal(strconv.FormatUint(k[kinIndicators], 10)).Cmp(least) < 0 {
			continue
		}
		other, f := g.like(others, i, share)
		if other != nil {
			out = g.tell(cfg, out, copiedSet, f, i, other.at)
		} else if len(others) < mostOthers {
			others = append(others, likeable{k, i, f})
		}
	}
	return out
}

// like is the first of others that the i-th of the group has the indicators of, nil
// where there is none, and the i-th itself, nil where none had to be asked.
func (g group) like(others []likeable, i int, share model.Decimal) (other *likeable, f *Fact) {
	k := g.kin(i)
	for n := range others {
		o := &others[n]
		if !o.elsewhere(k) {
			continue
		}
		if f == nil {
			f = g.fact(i)
		}
		if o.fact == nil {
			o.fact = g.fact(o.at)
		}
		if !below(o.fact.set.shared(&f.set), share) {
			return o, f
		}
	}
	return nil, f
}

// kin is what tells the projects of one programme, by hashes that are 0 where there
// is nothing.
type kin [5]uint64

const (
	kinIndicators = iota // their number
	kinFile
	kinName
	kinUnitCode
	kinUnitName
)

func (f *Fact) kin() kin {
	return kin{uint64(f.set.indicators), hashed(f.file), hashed(f.set.name), hashed(f.unit.Code), hashed(quantity.Signs(f.unit.Name))}
}

// elsewhere tells projects of different units and different names: units that carry
// out one programme have its indicators rightly.
func (k kin) elsewhere(l kin) bool {
	if k[kinName] == l[kinName] {
		return false
	}
	for _, unit := range []int{kinUnitCode, kinUnitName} {
		if k[unit] != 0 && l[unit] != 0 {
			return k[unit] != l[unit]
		}
	}
	return k[kinFile] != l[kinFile]
}

// seed is of this process, so that nobody can make two texts of one hash; 64 bits
// have none by chance in any season.
var seed = maphash.MakeSeed()

// hashed stands for a text within this process, 0 for none.
func hashed(text string) uint64 {
	if text == "" {
		return 0
	}
	return maphash.String(seed, text) | 1<<63
}

// shared is the part of the shingles of two sets that both have (Jaccard), none
// of empty ones.
func (s *indicatorSet) shared(t *indicatorSet) *big.Rat {
	both := 0
	for i, k := 0, 0; i < len(s.shingles) && k < len(t.shingles); {
		switch a, b := s.shingles[i], t.shingles[k]; {
		case a < b:
			i++
		case a > b:
			k++
		default:
			both, i, k = both+1, i+1, k+1
		}
	}
	return big.NewRat(int64(both), int64(max(len(s.shingles)+len(t.shingles)-both, 1)))
}

func below(part *big.Rat, percent model.Decimal) bool {
	return new(big.Rat).Mul(part, big.NewRat(100, 1)).Cmp(percent.Rat()) < 0
}

// percentOf rounds down, so that 100 is all of them.
func percentOf(part *big.Rat) string {
	n := new(big.Int).Mul(part.Num(), big.NewInt(100))
	return n.Quo(n, part.Denom()).String()
}
