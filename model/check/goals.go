package check

import (
	"iter"
	"math/bits"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"jxmb/model"
	"jxmb/model/quantity"
)

// genericPairs are the neighbouring characters of words that say nothing of
// what a goal is about: every submission is full of them.
var genericPairs = sync.OnceValue(func() map[quantity.Pair]bool {
	return pairsOf(`
	工作 进行 加强 提高 提升 推进 推动 确保 保障 保证 实现 完成 开展 有效 通过 情况 问题 各项 我市 全市 进一步
	相关 能力 水平 做好 落实 充分 发挥 作用 积极 及时 正常 发展 建设 管理 服务 项目 资金 目标 绩效 要求 以及 对于
	数量 数占 的数 的比 比率 率的 占总 满意 意度 是否 大于 于等 等于 小于 百分 分之 年初 计划 增强 促进 改善
`)
})

func pairsOf(words string) map[quantity.Pair]bool {
	pairs := map[quantity.Pair]bool{}
	for _, pair := range quantity.Pairs(strings.Fields(words)...) {
		pairs[pair] = true
	}
	return pairs
}

// isParticle: particles join words and belong to none.
func isParticle(r rune) bool {
	switch r {
	case '的', '和', '与', '及', '等', '了', '在', '对', '为', '以':
		return true
	}
	return false
}

// wordPairs yields every pair of neighbouring Han characters of text, the
// generic ones too. Pairs stand in for words: Chinese has no spaces, and a
// dictionary would know no 综治 and no 护路.
func wordPairs(text string) iter.Seq[quantity.Pair] {
	return func(yield func(quantity.Pair) bool) {
		previous := rune(0)
		for _, r := range text {
			if !isHan(r) || isParticle(r) {
				previous = 0
				continue
			}
			if p := quantity.PairOf(previous, r); previous != 0 && !yield(p) {
				return
			}
			previous = r
		}
	}
}

// tellingPairs yields the pairs that are not generic.
func tellingPairs(text string) iter.Seq[quantity.Pair] {
	generic := genericPairs()
	return func(yield func(quantity.Pair) bool) {
		for p := range wordPairs(text) {
			if !generic[p] && !yield(p) {
				return
			}
		}
	}
}

// isHan asks the table only for the rare characters outside the first block.
func isHan(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r > 0x2E7F && unicode.Is(unicode.Han, r)
}

// minimumPairs is how many telling pairs a goal needs before its absence from
// the indicators means anything.
const minimumPairs = 4

// goalWithoutIndicator is C005.
func goalWithoutIndicator(r *review) {
	r.projects(func(p *model.Project) {
		if len(p.Indicators) == 0 {
			return
		}
		const atOnce = 64 // goals, a bit each
		for first := 0; first < len(p.Goals); first += atOnce {
			goals := p.Goals[first:min(first+atOnce, len(p.Goals))]
			for unmeasured := r.unmeasuredGoals(goals, p.Indicators); unmeasured != 0; unmeasured &= unmeasured - 1 {
				n := first + bits.TrailingZeros64(unmeasured)
				r.add(ProjectTopic(p).With("goal", strconv.Itoa(n+1)), p.Field("goals["+strconv.Itoa(n)+"]"),
					r.say("绩效目标第 %d 条“%s”的用词没有出现在任何指标里，可能缺少对应的指标",
						"no indicator shares a word with goal %d, %q: it may have none", n+1, shortened(p.Goals[n])),
					r.say("为这一目标设一个指标，或合并到已有指标的目标中", "set an indicator for it, or merge it with a goal that has one"))
			}
		}
	})
}

// unmeasuredGoals has a bit set for each goal that shares no telling pair with any
// indicator. Most goals find one among the first indicators, so the goals are
// indexed and the indicators read only until every goal is met.
func (r *review) unmeasuredGoals(goals []string, indicators []model.Indicator) uint64 {
	if r.wanted == nil {
		r.wanted = make(map[quantity.Pair]uint64, 256)
	}
	wanted := r.wanted
	clear(wanted)
	var open uint64
	var maybe [64]uint64 // a bit for each pair wanted, and for what falls on the same bit: most others are told without the map
	for n, goal := range goals {
		pairs := 0
		for p := range tellingPairs(goal) {
			wanted[p] |= 1 << n
			word, bit := filterBit(p)
			maybe[word] |= bit
			pairs++
		}
		if pairs >= minimumPairs {
			open |= 1 << n
		}
	}
	for i := range indicators {
		in := &indicators[i]
		for _, text := range [...]string{in.Level3, in.Description, in.Target.Text} {
			for p := range wordPairs(text) {
				if word, bit := filterBit(p); maybe[word]&bit == 0 {
					continue
				}
				if open &^= wanted[p]; open == 0 {
					return 0
				}
			}
		}
	}
	return open
}

// filterBit is where a pair falls in a filter of 64 words.
func filterBit(p quantity.Pair) (word int, bit uint64) {
	h := uint64(p) * 0x9E3779B97F4A7C15 // the golden ratio, which spreads what lies close together
	return int(h >> 58), 1 << (h >> 52 & 63)
}

// shortened is the beginning of a long text.
func shortened(s string) string {
	const most = 24
	rs := []rune(strings.TrimSpace(s))
	if len(rs) <= most {
		return string(rs)
	}
	return string(rs[:most]) + "…"
}
