package model

import (
	"strings"
	"testing"
)

// TestAbridged: a message that repeats a file's words ends, what to do stands behind it.
func TestAbridged(t *testing.T) {
	f := Fault{What: Say("代码 %q 有误", "", strings.Repeat("标", 10_000)), Hint: Say("改正", "")}
	if s := f.Line("a.tsv", Chinese); !strings.HasSuffix(s, "标…; 提示：改正") || len(s) > 1600 {
		t.Errorf("%d bytes: %s", len(s), s[len(s)-40:])
	}
	if s := strings.Repeat("标", 500); Abridged(s) != s {
		t.Error("a message of 500 characters is cut")
	}
}
