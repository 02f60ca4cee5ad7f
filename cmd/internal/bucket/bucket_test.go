package bucket

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/minio/minio-go/v7"
	"go.uber.org/goleak"

	"jxmb/fixtures/storage"
	"jxmb/model"
)

func TestMain(m *testing.M) {
	maxAnswer = 256 << 10
	minio.DefaultRetryUnit = time.Millisecond // between attempts
	goleak.VerifyTestMain(m)
}

var at = Address{storage.Name, "2022/a.docx"}

// open begins a storage and makes a store of what is in the environment.
func open(t *testing.T) (*storage.Server, *Store) {
	t.Helper()
	server := storage.Start(t)
	store, err := FromEnvironment(os.Getenv)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(store.Close)
	return server, store
}

// fetch is the content of an object, and how often it was begun.
func fetch(ctx context.Context, s *Store, o Object) (data []byte, times int, err error) {
	err = s.Read(ctx, o, func(r io.Reader) (err error) {
		times++
		data, err = io.ReadAll(r)
		return err
	})
	return data, times, err
}

func faultOf(t *testing.T, err error) *model.Fault {
	t.Helper()
	var f *model.Fault
	if !errors.As(err, &f) {
		t.Fatalf("%v is no fault", err)
	}
	return f
}

// TestList: every page, in order, and keys as they are.
func TestList(t *testing.T) {
	server, store := open(t)
	var want []string
	for i := range 10 {
		key := fmt.Sprintf("2022/报送 +%%2F&<%d>.docx", i)
		server.Put(key, make([]byte, i))
		want = append(want, key)
	}
	server.Put("2023/a.docx", nil)
	objects, err := store.List(t.Context(), Address{storage.Name, "2022/"})
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for i, o := range objects {
		keys = append(keys, o.Key)
		if o.Size != int64(i) || o.ETag != storage.ETag(make([]byte, i)) {
			t.Errorf("%v", o)
		}
	}
	if !slices.Equal(keys, want) {
		t.Errorf("%q", keys)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if objects, err := store.List(ctx, at); err == nil {
		t.Errorf("a list that was given up is one of %d objects", len(objects))
	}
}

// TestRefusals: what a storage answers is told in words that name address, cause
// and remedy in both languages, and a key in none.
func TestRefusals(t *testing.T) {
	for name, c := range map[string]struct {
		status int
		code   string
		kind   model.FaultKind
		says   string
		asked  int
	}{
		"no bucket":   {404, "NoSuchBucket", "missing", "has no bucket season", 1},
		"denied":      {403, "AccessDenied", "permission", "does not let these keys read it", 1},
		"unknown key": {403, "InvalidAccessKeyId", "permission", "does not accept the keys", 1},
		"wrong key":   {403, "SignatureDoesNotMatch", "permission", "does not accept the keys", 1},
		"old token":   {400, "ExpiredToken", "permission", "does not accept the keys", attempts},
		"clock":       {403, "RequestTimeTooSkewed", "permission", "the clock", 1},
		"region":      {301, "PermanentRedirect", "usage", "another region", 1},
		"archived":    {403, "InvalidObjectState", "storage", "is archived", 1},
		"broken":      {500, "InternalError", "storage", "answers 500", attempts},
		"busy":        {503, "SlowDown", "storage", "answers 503", attempts},
		"no words":    {502, "", "storage", "answers 502", attempts},
	} {
		t.Run(name, func(t *testing.T) {
			server, store := open(t)
			server.Instead = func(w http.ResponseWriter, _ *http.Request) bool {
				storage.Refuse(w, c.status, c.code)
				return true
			}
			_, listed := store.List(t.Context(), at)
			asked := len(server.Asked())
			_, _, read := fetch(t.Context(), store, Object{at, 1, "1"})
			for _, err := range []error{listed, read} {
				f := faultOf(t, err)
				if f.Kind != c.kind || !strings.Contains(f.What.EN, c.says) || f.What.ZH == f.What.EN || f.Hint.ZH == "" || f.Hint.EN == "" {
					t.Errorf("%s: %s (%s)", f.Kind, f.What, f.Hint)
				}
				if strings.Contains(fmt.Sprintf("%v %v %v", f, f.Err, f.Line("", model.English)), "a secret") {
					t.Errorf("tells the key: %v", f)
				}
			}
			if asked != c.asked {
				t.Errorf("asked %d times", asked)
			}
		})
	}
}

// TestUnanswered: a storage that is not there, or is no storage.
func TestUnanswered(t *testing.T) {
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_ = closed.Close()
	server := storage.Start(t)
	for endpoint, says := range map[string]string{
		"http://" + closed.Addr().String():                     "cannot reach the object storage http://127.0.0.1",
		"https://" + strings.TrimPrefix(server.URL, "http://"): "does not speak https",
	} {
		t.Setenv("AWS_ENDPOINT_URL", endpoint)
		store, err := FromEnvironment(os.Getenv)
		if err != nil {
			t.Fatal(err)
		}
		_, err = store.List(t.Context(), at)
		if f := faultOf(t, err); f.Kind != "network" || !strings.Contains(f.What.EN, says) {
			t.Errorf("%s: %s", endpoint, f.What.EN)
		}
		store.Close()
	}
	t.Setenv("AWS_ENDPOINT_URL", server.URL)
	store, err := FromEnvironment(os.Getenv)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	store.transport.ResponseHeaderTimeout = 50 * time.Millisecond
	server.Instead = func(_ http.ResponseWriter, r *http.Request) bool {
		<-r.Context().Done()
		return true
	}
	_, err = store.List(t.Context(), at)
	if f := faultOf(t, err); f.Kind != "network" || !strings.Contains(f.What.EN, "sent nothing") {
		t.Errorf("slow: %s", f.What.EN)
	}
}

// TestRead: the object that was listed, whole, or a fault.
func TestRead(t *testing.T) {
	data := bytes.Repeat([]byte("docx"), 1<<15)
	listed := Object{at, int64(len(data)), storage.ETag(data)}
	half := func(w http.ResponseWriter, _ *http.Request) { // and then the connection ends
		storage.Head(w, data)
		_, _ = w.Write(data[:len(data)/2])
		panic(http.ErrAbortHandler)
	}
	stall := func(w http.ResponseWriter, r *http.Request) {
		storage.Head(w, data)
		_, _ = w.Write(data[:len(data)/2])
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	}
	for name, c := range map[string]struct {
		stored []byte
		bad    int // answers that are instead
		by     func(http.ResponseWriter, *http.Request)
		kind   model.FaultKind
		times  int
	}{
		"whole":         {data, 0, nil, "", 1},
		"cut once":      {data, 1, half, "", 2},
		"always cut":    {data, 99, half, "network", attempts},
		"stalls once":   {data, 1, stall, "", 2},
		"always stalls": {data, 99, stall, "network", attempts},
		"changed":       {data[1:], 0, nil, "changed", 0},
		"other length": {data, 1, func(w http.ResponseWriter, _ *http.Request) {
			storage.Head(w, data)
			w.Header().Set("Content-Length", "3")
			_, _ = w.Write(data[:3])
		}, "changed", 0},
		"other tag": {data, 1, func(w http.ResponseWriter, _ *http.Request) {
			storage.Head(w, data)
			w.Header().Set("ETag", `"other"`)
			_, _ = w.Write(data)
		}, "changed", 0},
		"no length, cut": {data, 99, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Last-Modified", time.Now().UTC().Format(http.TimeFormat))
			w.(http.Flusher).Flush()
			_, _ = w.Write(data[:9])
		}, "network", attempts},
		"no length, long": {data, 1, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Last-Modified", time.Now().UTC().Format(http.TimeFormat))
			w.(http.Flusher).Flush()
			_, _ = w.Write(append(data, 1))
		}, "changed", 1},
	} {
		t.Run(name, func(t *testing.T) {
			server, store := open(t)
			store.patience = 100 * time.Millisecond
			server.Put(at.Key, c.stored)
			var answers atomic.Int32
			server.Instead = func(w http.ResponseWriter, r *http.Request) bool {
				if c.by == nil || int(answers.Add(1)) > c.bad {
					return false
				}
				c.by(w, r)
				return true
			}
			got, times, err := fetch(t.Context(), store, listed)
			if times != c.times {
				t.Errorf("begun %d times, want %d", times, c.times)
			}
			switch {
			case c.kind == "" && (err != nil || !bytes.Equal(got, data)):
				t.Errorf("%d bytes, %v", len(got), err)
			case c.kind != "" && err == nil:
				t.Errorf("no fault, and %d bytes", len(got))
			case c.kind != "" && faultOf(t, err).Kind != c.kind:
				t.Errorf("%v, want kind %s", err, c.kind)
			}
		})
	}
	t.Run("taker fails", func(t *testing.T) {
		server, store := open(t)
		server.Put(at.Key, data)
		full := errors.New("disk full")
		times := 0
		err := store.Read(t.Context(), listed, func(io.Reader) error { times++; return full })
		if err != full || times != 1 {
			t.Errorf("%v after %d times", err, times)
		}
	})
}

// TestEnvironment: which variables make a store, and what is told of those that do not.
func TestEnvironment(t *testing.T) {
	keys := map[string]string{"AWS_ACCESS_KEY_ID": "id", "AWS_SECRET_ACCESS_KEY": "sesame"}
	for name, c := range map[string]struct {
		set      map[string]string
		endpoint string
		says     string
	}{
		"own":           {map[string]string{"AWS_ENDPOINT_URL": "http://10.0.0.1:9000/"}, "http://10.0.0.1:9000", ""},
		"own for S3":    {map[string]string{"AWS_ENDPOINT_URL": "http://other", "AWS_ENDPOINT_URL_S3": "https://s3.example"}, "https://s3.example", ""},
		"amazon":        {map[string]string{"AWS_REGION": "cn-north-1"}, "https://s3.amazonaws.com", ""},
		"public":        {map[string]string{"AWS_REGION": "cn-north-1", "AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""}, "https://s3.amazonaws.com", ""},
		"nothing":       {nil, "", "nothing says where the object storage is"},
		"half a key":    {map[string]string{"AWS_REGION": "x", "AWS_ACCESS_KEY_ID": ""}, "", "only one of"},
		"no scheme":     {map[string]string{"AWS_ENDPOINT_URL": "10.0.0.1:9000"}, "", "no address"},
		"with password": {map[string]string{"AWS_ENDPOINT_URL": "http://u:sesame@h"}, "", "no address"},
		"with path":     {map[string]string{"AWS_ENDPOINT_URL": "http://h/s3"}, "", "no address"},
	} {
		t.Run(name, func(t *testing.T) {
			store, err := FromEnvironment(func(key string) string {
				if value, ok := c.set[key]; ok {
					return value
				}
				return keys[key]
			})
			if c.says == "" {
				if err != nil || store.endpoint != c.endpoint {
					t.Errorf("%v, %v", store, err)
				}
				return
			}
			f := faultOf(t, err)
			if f.Kind != "usage" || !strings.Contains(f.What.EN, c.says) || f.Hint.ZH == "" || strings.Contains(f.What.EN+f.Hint.EN, "sesame") {
				t.Errorf("%v (%v)", f.What, f.Hint)
			}
		})
	}
}

// TestParse: an address is one of a bucket, and its key stands as it is.
func TestParse(t *testing.T) {
	for path, want := range map[string]Address{
		"s3://season":             {"season", ""},
		"s3://season/":            {"season", ""},
		"s3://season/a/../b%20c":  {"season", "a/../b%20c"},
		"s3://season//报送 #1.docx": {"season", "/报送 #1.docx"},
	} {
		if got, err := Parse(path); err != nil || got != want {
			t.Errorf("%s: %q, %v", path, got, err)
		}
	}
	for _, path := range []string{"s3://", "s3:///a", "s3://A b/c", "s3://../c", "s3://season/" + strings.Repeat("a", 1025), "s3://season/\xff"} {
		if got, err := Parse(path); err == nil {
			t.Errorf("%s: %q", path, got)
		}
	}
}
