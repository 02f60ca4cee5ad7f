package bucket

import (
	"io"
	"net/http"
	"strings"
	"testing"
)

// TestEndless: lists that a storage never ends, and answers that it never ends,
// are given up, each in words of its own.
func TestEndless(t *testing.T) {
	const begun = `<ListBucketResult><Name>season</Name><IsTruncated>true</IsTruncated><NextContinuationToken>t</NextContinuationToken>`
	const object = `<Contents><Key>2022/a.docx</Key><LastModified>2024-01-01T00:00:00.000Z</LastModified><ETag>"a"</ETag><Size>1</Size></Contents>`
	for name, c := range map[string]struct{ head, again, tail, says string }{
		"no list":       {"<html>not", "", "", "no list"},
		"the same page": {begun + object, "", "</ListBucketResult>", "has no end"},
		"empty pages":   {begun, "", "</ListBucketResult>", "has no end"},
		"one comment":   {begun + "<!--", strings.Repeat("a", 1<<16), "", "bytes"},
		"one key":       {begun + "<Contents><Key>", strings.Repeat("a", 1<<16), "", "bytes"},
	} {
		t.Run(name, func(t *testing.T) {
			server, store := open(t)
			server.Instead = func(w http.ResponseWriter, _ *http.Request) bool {
				w.Header().Set("Content-Type", "application/xml")
				_, err := io.WriteString(w, c.head)
				for c.again != "" && err == nil {
					_, err = io.WriteString(w, c.again)
				}
				_, _ = io.WriteString(w, c.tail)
				return true
			}
			_, err := store.List(t.Context(), at)
			if f := faultOf(t, err); f.Kind == "network" || !strings.Contains(f.What.EN, c.says) || f.Hint.ZH == "" {
				t.Errorf("%s: %s", f.Kind, f.What.EN)
			}
		})
	}
}
