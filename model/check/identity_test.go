package check

import (
	"regexp"
	"testing"

	"pgregory.net/rapid"
)

// TestCheckCharacter: the formula holds for codes of one published submission
// and not for one of Sichuan.
func TestCheckCharacter(t *testing.T) {
	for _, code := range []string{
		"13028122P00352110001D", "13028122P003528100015", "13028122P00352910001T", "13028122P00351610001J",
		"13028122P003522100013", "13028122P00352410001E", "13028122P003517100018", "13028122P00351810001X",
		"13028122P00352610001R", "13028122P003525100014", "13028122P00352710001F", "13028122P00352310001Q",
		"13028122P00352010001P",
	} {
		if c, ok := checkCharacter(code); !ok || c != code[20] {
			t.Errorf("%s: %c %v", code, c, ok)
		}
	}
	if c, ok := checkCharacter("51092324T000010263357"); ok && c == '7' {
		t.Error("the Sichuan code fits by chance: the rule's limit to 13… needs another example")
	}
	if _, ok := checkCharacter("13028122Z003528100015"); ok {
		t.Error("Z is not of the alphabet")
	}
}

// TestNumberedTitle compares with an expression that says the same, on headings
// put together of what they are made of.
func TestNumberedTitle(t *testing.T) {
	said := regexp.MustCompile(`^\s*\d+\s*[.．、]\s*(.*?)\s*(?:项目)?(?:支出)?绩效(?:目标)?(?:申报|批复|审批|自评)?表\s*$`)
	pieces := []string{" ", "\n", "\u3000", "2", "13", ".", "．", "、", "护路", "项目", "支出", "绩效", "目标", "申报", "批复", "审批", "自评", "表", "\xff"}
	usual := []string{"2", ".", "护路", "项目", "支出", "绩效", "目标", "申报", "表"}
	rapid.Check(t, func(t *rapid.T) {
		title := ""
		for _, piece := range usual {
			switch rapid.IntRange(0, 5).Draw(t, "change") {
			case 0:
			case 1:
				title += rapid.SampledFrom(pieces).Draw(t, "instead")
			case 2:
				title += piece + rapid.SampledFrom(pieces).Draw(t, "behind")
			default:
				title += piece
			}
		}
		want := said.FindStringSubmatch(title)
		got, ok := numberedTitle(title)
		if ok != (want != nil) || ok && got != want[1] {
			t.Fatalf("%q: %q %t, want %q", title, got, ok, want)
		}
	})
}
