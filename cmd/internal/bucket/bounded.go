package bucket

import (
	"context"
	"io"
	"net/http"

	"jxmb/model"
)

// maxAnswer bounds the answers that are taken apart as XML: a page of a list has
// at most 1,000 keys of 1,024 bytes, each told by three. Tests have less.
var maxAnswer = 4 << 20

// maxBarren is how many pages of a list may come one after the other that add
// nothing to it.
const maxBarren = 1000

// bounded gives no more of an answer than there may be in it. What an object
// holds has its own bound: the size it was listed with.
type bounded struct{ http.RoundTripper }

type listingKey struct{}

// listing counts the pages of a list since one had an object.
type listing struct{ barren int }

func (b bounded) RoundTrip(r *http.Request) (*http.Response, error) {
	page, listed := r.Context().Value(listingKey{}).(*listing)
	if listed {
		if page.barren++; page.barren > maxBarren {
			return nil, endless()
		}
	}
	answer, err := b.RoundTripper.RoundTrip(r)
	if err == nil && (listed || answer.StatusCode >= http.StatusMultipleChoices) {
		answer.Body = &shortAnswer{ReadCloser: answer.Body, left: maxAnswer}
	}
	return answer, err
}

// listed is ctx for the requests of one list.
func listed(ctx context.Context) (context.Context, *listing) {
	l := &listing{}
	return context.WithValue(ctx, listingKey{}, l), l
}

type shortAnswer struct {
	io.ReadCloser
	left int
}

func (a *shortAnswer) Read(p []byte) (int, error) {
	if a.left <= 0 {
		return 0, &model.Fault{
			Kind: "limit",
			What: model.Say("对象存储的一次回答超过 %d 字节", "an answer of the object storage has more than %d bytes", maxAnswer),
			Hint: notStorage,
		}
	}
	n, err := a.ReadCloser.Read(p[:min(len(p), a.left)])
	a.left -= n
	return n, err
}

// endless is the fault of a list that would never be whole.
func endless() *model.Fault {
	return &model.Fault{
		Kind: "limit",
		What: model.Say("对象存储的列表没有尽头", "the list of the object storage has no end"),
		Hint: notStorage,
	}
}

var notStorage = model.Say("核对 AWS_ENDPOINT_URL：这不像对象存储", "check AWS_ENDPOINT_URL: this is not how an object storage answers")
