package bucket

import (
	"cmp"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"

	"jxmb/model"
)

// Store is the storage behind one endpoint. Its methods may be called at a time.
type Store struct {
	core      minio.Core
	transport *http.Transport
	endpoint  string        // as people know it: scheme and host
	signed    bool          // with keys
	patience  time.Duration // with a storage that sends nothing
}

const (
	attempts = 3                // to ask for the same thing, then it fails
	patience = 30 * time.Second // for a connection, for an answer, for the next bytes of one
)

// amazon is where requests go that no endpoint is named for.
const amazon = "https://s3.amazonaws.com"

// FromEnvironment makes the store that variables name, getenv by the names that
// other programs know them by. It opens no connection.
//
//	AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL     http://host:port; without them Amazon's own of AWS_REGION
//	AWS_REGION, AWS_DEFAULT_REGION            us-east-1 where an endpoint is named
//	AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY  without both requests are not signed, for buckets that all may read
//	AWS_SESSION_TOKEN                         of keys that hold for a while
func FromEnvironment(getenv func(string) string) (*Store, error) {
	region := cmp.Or(getenv("AWS_REGION"), getenv("AWS_DEFAULT_REGION"))
	named := cmp.Or(getenv("AWS_ENDPOINT_URL_S3"), getenv("AWS_ENDPOINT_URL"))
	if named == "" && region == "" {
		return nil, &model.Fault{
			Kind: "usage",
			What: model.Say("没有说明对象存储在哪里", "nothing says where the object storage is"),
			Hint: model.Say("设置环境变量 AWS_ENDPOINT_URL=https://主机:端口（亚马逊的存储设 AWS_REGION），以及 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY",
				"set AWS_ENDPOINT_URL=https://HOST:PORT (for Amazon's AWS_REGION), AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment"),
		}
	}
	endpoint, err := parseEndpoint(cmp.Or(named, amazon))
	if err != nil {
		return nil, err
	}
	id, secret := getenv("AWS_ACCESS_KEY_ID"), getenv("AWS_SECRET_ACCESS_KEY")
	if (id == "") != (secret == "") {
		return nil, &model.Fault{
			Kind: "usage",
			What: model.Say("AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY 只设置了一个", "only one of AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY is set"),
			Hint: model.Say("两个都设置，或都不设置（公开的存储桶）", "set both, or neither for a public bucket"),
		}
	}
	secure := endpoint.Scheme == "https"
	transport, err := minio.DefaultTransport(secure)
	if err != nil {
		return nil, err
	}
	transport.DialContext = (&net.Dialer{Timeout: patience / 3}).DialContext
	transport.ResponseHeaderTimeout = patience
	lookup := minio.BucketLookupPath
	if named == "" {
		lookup = minio.BucketLookupAuto
	}
	client, err := minio.New(endpoint.Host, &minio.Options{
		Creds:  credentials.NewStaticV4(id, secret, getenv("AWS_SESSION_TOKEN")), // anonymous where they are empty
		Secure: secure, Transport: bounded{transport}, BucketLookup: lookup,
		Region: cmp.Or(region, "us-east-1"), MaxRetries: attempts,
	})
	if err != nil {
		return nil, badEndpoint()
	}
	return &Store{
		core: minio.Core{Client: client}, transport: transport, patience: patience,
		endpoint: endpoint.Scheme + "://" + endpoint.Host, signed: id != "",
	}, nil
}

// parseEndpoint takes a scheme and a host, and nothing that could hold a secret.
func parseEndpoint(text string) (*url.URL, error) {
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return nil, badEndpoint()
	}
	bare := url.URL{Scheme: u.Scheme, Host: u.Host}
	if u.Host == "" || strings.TrimSuffix(text, "/") != bare.String() {
		return nil, badEndpoint()
	}
	return u, nil
}

// badEndpoint does not repeat what stands there: it may hold a password.
func badEndpoint() *model.Fault {
	return &model.Fault{
		Kind: "usage",
		What: model.Say("AWS_ENDPOINT_URL 不是对象存储的地址", "AWS_ENDPOINT_URL is no address of an object storage"),
		Hint: model.Say("写成 https://主机:端口，不带路径、用户名和密码", "write https://HOST:PORT, without a path, a user or a password"),
	}
}

// Close gives back connections that wait for further requests.
func (s *Store) Close() { s.transport.CloseIdleConnections() }
