package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jxmb/fixtures"
	"jxmb/model"
	"jxmb/parser/value"
)

var readmes = []string{"README.md", "README.zh-CN.md"}

func readme(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// commands are the lines of the shell blocks of a page without their remarks, but for
// those of make and those that ask a server, which a page only shows.
func commands(page string) []string {
	var lines []string
	for i, block := range strings.Split(page, "\n```") {
		if script, ok := strings.CutPrefix(block, "sh\n"); ok && i%2 == 1 {
			for line := range strings.SplitSeq(script, "\n") {
				if !strings.HasPrefix(line, "make ") && !strings.HasPrefix(line, "curl ") {
					line, _, _ = strings.Cut(line, " # ")
					lines = append(lines, strings.TrimSpace(line))
				}
			}
		}
	}
	return lines
}

// TestReadmeCommands runs the commands of the READMEs as they stand in a fresh
// clone, where make demo has built the program; those that are the same in both are
// run once.
func TestReadmeCommands(t *testing.T) {
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("sh not found")
	}
	program, err := exec.LookPath("jxmb")
	if err != nil {
		t.Fatal(err)
	}
	var before []string
	for _, name := range readmes {
		t.Run(name, func(t *testing.T) {
			lines := commands(readme(t, name))
			if len(lines) < 7 {
				t.Errorf("found %d commands", len(lines))
			}
			if slices.Equal(lines, before) {
				return
			}
			before = lines
			dir := t.TempDir()
			doc := filepath.Join(dir, "fixtures", filepath.FromSlash(fixtures.ReferencePath))
			for _, p := range []string{filepath.Dir(doc), filepath.Join(dir, "bin")} {
				if err := os.MkdirAll(p, 0o777); err != nil {
					t.Fatal(err)
				}
			}
			if err := os.WriteFile(doc, fixtures.Reference(), 0o666); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink(program, filepath.Join(dir, "bin", "jxmb")); err != nil {
				t.Fatal(err)
			}
			for _, line := range lines {
				want := exitDone
				if strings.HasPrefix(line, "bin/jxmb check") {
					want = exitFailed // the reference document has one error
				}
				var stderr bytes.Buffer
				cmd := exec.Command(shell, "-c", line)
				cmd.Dir, cmd.Stderr = dir, &stderr
				if code := exitCodeOf(cmd.Run()); code != want {
					t.Errorf("%s: exit code %d, want %d\n%s", line, code, want, stderr.String())
				}
			}
		})
	}
}

// TestReadmeValues reads the values of the READMEs' table: text, kind,
// operator, number, unit and agreement.
func TestReadmeValues(t *testing.T) {
	for _, name := range readmes {
		rows := 0
		for line := range strings.Lines(readme(t, name)) {
			cells := strings.Split(line, "|")
			if len(cells) != 8 {
				continue
			}
			for i := range cells {
				cells[i] = strings.Trim(cells[i], " `")
			}
			switch model.Kind(cells[2]) {
			case model.Quantity, model.Deadline, model.Composite, model.Qualitative:
			default:
				continue // the heading
			}
			rows++
			v := value.Parse(cells[1], value.Hint{})
			if string(v.Kind) != cells[2] || string(v.Operator) != cells[3] || string(v.Number) != cells[4] {
				t.Errorf("%s: %s is %s %s %s", name, cells[1], v.Kind, v.Operator, v.Number)
			}
			if unit, remark := firstWord(cells[5]); unit != v.Unit {
				t.Errorf("%s: the unit of %s is %q, not %q", name, cells[1], v.Unit, unit)
			} else if v.Deadline != nil && !strings.Contains(remark, v.Deadline.Date) {
				t.Errorf("%s: %s has the date %s", name, cells[1], v.Deadline.Date)
			}
			if agreement, _, _ := strings.Cut(strings.ReplaceAll(cells[6], "，", ","), ","); agreement != string(v.Agreement) {
				t.Errorf("%s: the agreement of %s is %s", name, cells[1], v.Agreement)
			}
		}
		if rows < 6 {
			t.Errorf("%s: found %d rows", name, rows)
		}
	}
}

// firstWord cuts a cell before its remark in brackets.
func firstWord(cell string) (word, remark string) {
	i := strings.IndexAny(cell, "(（")
	if i < 0 {
		return cell, ""
	}
	return strings.TrimSpace(cell[:i]), cell[i:]
}
