package library

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"jxmb/model/quantity"
)

func loaded(t testing.TB, lines ...string) *Library {
	t.Helper()
	l, err := Read("库", []byte(strings.Join(lines, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// TestHolds: a name is told whatever its brackets, blanks and punctuation, and no
// other name is.
func TestHolds(t *testing.T) {
	l := loaded(t, "三级指标", "培训人次", "群众满意度（%）", "GDP增长率")
	for name, want := range map[string]bool{
		"培训人次": true, " 培训 人次 ": true, "培训人次（人次）": true, "培训人次(≥**人)": true, "培训\n人次": true,
		"群众满意度": true, "群众满意度%": true, "群众满意度（%）": true, "ｇｄｐ增长率": true,
		"培训人数": false, "培训": false, "（培训人次）": true, "": false, "培训人次达标": false,
	} {
		if got := l.Holds(name); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
}

// TestMergedLevels: a table copied from a sheet leaves levels out below the first
// row that they stand in.
func TestMergedLevels(t *testing.T) {
	l := loaded(t, "一级指标\t二级指标\t三级指标", "产出指标\t数量指标\t培训人次", "\t\t宣传次数", "\t质量指标\t合格率", "效益指标\t\t满意率")
	var got []string
	for i := range l.Entries {
		got = append(got, l.Entries[i].Path())
	}
	want := "产出指标/数量指标/培训人次 产出指标/数量指标/宣传次数 产出指标/质量指标/合格率 效益指标/满意率"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("%s, want %s", s, want)
	}
}

// TestNearest compares with a look at every entry.
func TestNearest(t *testing.T) {
	l := loaded(t, "三级指标", "护路宣传活动次数", "护路巡查次数", "宣传活动参与人数", "资金到位率", "经费支出控制率")
	for name, want := range map[string]string{
		"开展宣传活动次数": "护路宣传活动次数", "巡查次数": "护路巡查次数", "资金拨付到位率": "资金到位率", "宣传活动人数": "宣传活动参与人数",
	} {
		near, likeness := l.Nearest(name)
		if near == nil || near.Level3 != want {
			t.Fatalf("%s: %+v", name, near)
		}
		best := 0
		for _, e := range l.Entries {
			best = max(best, dice(name, e.Level3))
		}
		if likeness != best {
			t.Errorf("%s: %d, want %d", name, likeness, best)
		}
	}
	if near, _ := l.Nearest("水质"); near != nil {
		t.Errorf("水质 is like %s", near.Level3)
	}
}

// TestNearestAmongMany: where many entries share a pair each with a name, those are
// asked that hold what few hold, and nothing is left over for the next name.
func TestNearestAmongMany(t *testing.T) {
	lines, name := []string{"三级指标"}, ""
	for i := range 40 {
		pair := string([]rune{'一' + rune(2*i), '一' + rune(2*i+1)})
		name += pair
		for n := range 900 {
			lines = append(lines, fmt.Sprintf("%s%d", pair, n))
		}
	}
	l := loaded(t, append(lines, "丽水水质达标")...)
	for range 2 {
		if near, _ := l.Nearest(name + "水质达标"); near == nil || near.Level3 != "丽水水质达标" {
			t.Fatalf("%+v", near)
		}
	}
}

func dice(a, b string) int {
	x, y := quantity.Pairs(plain(a)), quantity.Pairs(plain(b))
	shared := 0
	for _, p := range x {
		for _, q := range y {
			if p == q {
				shared++
			}
		}
	}
	return 200 * shared / (len(x) + len(y))
}

// TestBounds: a library that is too large is refused, one as large as may be is read
// and answered from in no time.
func TestBounds(t *testing.T) {
	var b strings.Builder
	b.WriteString("三级指标\n")
	for i := range maxEntries {
		fmt.Fprintf(&b, "%c%c%c完成率%d\n", '一'+i*7%20000, '一'+i*11%20000, '一'+i*13%20000, i)
	}
	l := loaded(t, b.String())
	began := time.Now()
	for i := range 1000 {
		l.Nearest(fmt.Sprintf("%c%c任务完成率", '一'+i*7%20000, '一'+i*11%20000))
	}
	if took := time.Since(began); took > 20*time.Second {
		t.Errorf("1000 names took %v", took)
	}
	for what, data := range map[string]string{
		"entries": b.String() + "又一个指标", "bytes": strings.Repeat("#\n", MaxBytes/2+1), "letters of a name": "三级指标\n" + strings.Repeat("长", maxName+1),
		"letters of a level": "一级指标\t三级指标\n" + strings.Repeat("长", maxName+1) + "\t巡河",
	} {
		if _, err := Read("库", []byte(data)); err == nil {
			t.Errorf("too many %s are taken", what)
		}
	}
}
