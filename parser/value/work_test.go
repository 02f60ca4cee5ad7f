package value

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"jxmb/fixtures/outside"
)

// rowsOfNumbers repeat a number and what may stand behind it. Each reader that looks
// ahead from one of them could reach the end of the row, and does so from every one.
var rowsOfNumbers = []string{"1 ", "1,", "1、", "3次", "3-", "3:", "3/", "一 ", "一、", "2023.", "\"1", "1、人", "90%以上", "6月", "¥5", "①3"}

// timesVariable names the variable that makes TestWork read the rows, each so often
// repeated.
const timesVariable = "JXMB_WORK_TIMES"

// TestWork reads rows of n, 2n and 4n numbers and counts the statements that ran, as
// coverage counts them: the second half of the longest may take no more than twice the
// work of the second half of the one before. What does not grow cancels out.
func TestWork(t *testing.T) {
	if times, err := strconv.Atoi(os.Getenv(timesVariable)); err == nil {
		for _, row := range rowsOfNumbers {
			Parse(strings.Repeat(row, times), Hint{})
		}
		return
	}
	if !outside.Everything() {
		t.Skip("builds a program that counts, where JXMB_REQUIRE_TOOLS=1 asks for everything")
	}
	t.Parallel()
	program := counting(t)
	const n = 600 // 4n of the longest rows are a cell that is still read
	work := [...]int{work(t, program, n), work(t, program, 2*n), work(t, program, 4*n)}
	first, second := work[1]-work[0], work[2]-work[1]
	if first < n*len(rowsOfNumbers) {
		t.Fatalf("%d statements for %d numbers: nothing counts", first, n*len(rowsOfNumbers))
	}
	if second*20 > first*2*21 {
		t.Errorf("%d statements more for %d numbers more in each row, %d for %d", first, n, second, 2*n)
	}
}

// counting builds this test with counters in the packages that read values.
func counting(t *testing.T) (program string) {
	program = filepath.Join(t.TempDir(), "counting")
	build := exec.Command("go", "test", "-c", "-vet=off", "-ldflags=-s -w", "-covermode=count", "-coverpkg=jxmb/model/quantity,jxmb/parser/value/...", "-o", program, ".")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return program
}

// work counts the statements that run to read the rows.
func work(t *testing.T, program string, times int) (statements int) {
	profile := filepath.Join(t.TempDir(), "profile")
	run := exec.Command(program, "-test.run=^TestWork$", "-test.coverprofile="+profile)
	run.Env = append(os.Environ(), timesVariable+"="+strconv.Itoa(times))
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	counts, err := os.ReadFile(profile)
	if err != nil {
		t.Fatal(err)
	}
	for line := range bytes.Lines(counts) {
		fields := strings.Fields(string(line)) // file:from,to statements runs
		if len(fields) != 3 {
			continue
		}
		size, _ := strconv.Atoi(fields[1])
		runs, _ := strconv.Atoi(fields[2])
		statements += size * runs
	}
	return statements
}
