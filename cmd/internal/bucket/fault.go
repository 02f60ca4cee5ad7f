package bucket

import (
	"context"
	"crypto/tls"
	"encoding/xml"
	"errors"
	"net"
	"net/http"

	"github.com/minio/minio-go/v7"

	"jxmb/model"
)

// explain words what a request about a met. It repeats nothing that the storage
// says in its own words but the code of an error.
func (s *Store) explain(ctx context.Context, a Address, err error) error {
	if ended := ctx.Err(); ended != nil {
		return ended
	}
	var known *model.Fault
	if errors.As(err, &known) {
		return known
	}
	said := minio.ToErrorResponse(err)
	if said.StatusCode == 0 {
		return s.unanswered(err)
	}
	if f := s.refused(a, said.Code); f != nil {
		return f
	}
	return s.unwilling(a, said)
}

// refused words the codes of errors that are a matter of names and keys, nil for
// others. The codes are those of Amazon's "Error responses", which other
// storages give too.
func (s *Store) refused(a Address, code string) *model.Fault {
	switch code {
	case minio.NoSuchBucket:
		return &model.Fault{
			Kind: "missing",
			What: model.Say("%s 上没有存储桶 %s", "%s has no bucket %s", s.endpoint, a.Bucket),
			Hint: model.Say("核对名称，以及 AWS_ENDPOINT_URL 和 AWS_REGION", "check its name, and AWS_ENDPOINT_URL and AWS_REGION"),
		}
	case minio.NoSuchKey:
		return &model.Fault{
			Kind: "missing",
			What: model.Say("对象不存在，或列出之后被删去", "there is no such object, or it was deleted after it was listed"),
			Hint: model.Say("核对地址，再运行一次", "check the address, and run again"),
		}
	case minio.PreconditionFailed:
		return changed()
	case "InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken", "ExpiredToken", "TokenRefreshRequired":
		return &model.Fault{
			Kind: "permission",
			What: model.Say("%s 不认这组密钥（%s）", "%s does not accept the keys (%s)", s.endpoint, code),
			Hint: model.Say("核对 AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY；临时密钥还有 AWS_SESSION_TOKEN", "check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, for temporary keys AWS_SESSION_TOKEN too"),
		}
	case "RequestTimeTooSkewed":
		return &model.Fault{
			Kind: "permission",
			What: model.Say("本机时钟与 %s 相差太多", "the clock of this machine is too far from that of %s", s.endpoint),
			Hint: model.Say("校准时钟", "set the clock"),
		}
	case "PermanentRedirect", "AuthorizationHeaderMalformed", minio.InvalidRegion:
		return &model.Fault{
			Kind: "usage",
			What: model.Say("存储桶 %s 在另一个区域", "the bucket %s is in another region", a.Bucket),
			Hint: model.Say("用 AWS_REGION 指明", "name it with AWS_REGION"),
		}
	case "InvalidObjectState":
		return &model.Fault{
			Kind: "storage",
			What: model.Say("对象已归档，不能直接读取", "the object is archived and cannot be read as it is"),
			Hint: model.Say("先在存储中取回", "have it restored by the storage first"),
		}
	}
	return nil
}

// unwilling words an answer by its status.
func (s *Store) unwilling(a Address, said minio.ErrorResponse) *model.Fault {
	switch {
	case said.StatusCode == http.StatusForbidden && !s.signed, said.StatusCode == http.StatusUnauthorized && !s.signed:
		return &model.Fault{
			Kind: "permission",
			What: model.Say("%s 要密钥才能读取存储桶 %s", "%s wants keys for the bucket %s", s.endpoint, a.Bucket),
			Hint: model.Say("设置 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY", "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"),
		}
	case said.StatusCode == http.StatusForbidden, said.StatusCode == http.StatusUnauthorized:
		return &model.Fault{
			Kind: "permission",
			What: model.Say("%s 不许这组密钥读取（存储桶 %s）", "%s does not let these keys read it (bucket %s)", s.endpoint, a.Bucket),
			Hint: model.Say("请管理员给出列出（ListBucket）和读取（GetObject）的权限", "ask for the permissions to list (ListBucket) and to read (GetObject)"),
		}
	case said.StatusCode == http.StatusNotFound:
		return s.refused(a, minio.NoSuchKey)
	}
	return &model.Fault{
		Kind: "storage", Err: said,
		What: model.Say("%s 回答 %d", "%s answers %d", s.endpoint, said.StatusCode),
		Hint: model.Say("过一会儿再运行；没有变化的文件会跳过", "run again after a while: what is done is skipped"),
	}
}

// unanswered words what stood between this machine and the storage.
func (s *Store) unanswered(err error) *model.Fault {
	f := &model.Fault{
		Kind: "network", Err: err,
		What: model.Say("连不上对象存储 %s", "cannot reach the object storage %s", s.endpoint),
		Hint: model.Say("核对 AWS_ENDPOINT_URL 和网络", "check AWS_ENDPOINT_URL and the network"),
	}
	var timeout net.Error
	var certificate *tls.CertificateVerificationError
	var name *net.DNSError
	var syntax *xml.SyntaxError
	switch {
	case errors.As(err, &syntax):
		f.Kind, f.What = "storage", model.Say("%s 的回答不是对象的列表", "what %s answers is no list of objects", s.endpoint)
		f.Hint = model.Say("核对 AWS_ENDPOINT_URL；键中有控制字符时请改名", "check AWS_ENDPOINT_URL; rename keys that hold control characters")
	case errors.As(err, &certificate):
		f.What = model.Say("%s 的证书不被信任", "the certificate of %s is not trusted", s.endpoint)
		f.Hint = model.Say("用 SSL_CERT_FILE 给出签发它的证书", "name that of its authority with SSL_CERT_FILE")
	case errors.Is(err, http.ErrSchemeMismatch):
		f.What = model.Say("%s 不是 https", "%s does not speak https", s.endpoint)
		f.Hint = model.Say("AWS_ENDPOINT_URL 改用 http://", "write http:// in AWS_ENDPOINT_URL")
	case errors.As(err, &name):
		f.What = model.Say("找不到主机 %s", "there is no host %s", s.endpoint)
	case errors.As(err, &timeout) && timeout.Timeout():
		return s.silent(err)
	}
	return f
}

func (s *Store) silent(err error) *model.Fault {
	return &model.Fault{
		Kind: "network", Err: err,
		What: model.Say("%s 太久没有回应", "%s sent nothing for too long", s.endpoint),
		Hint: model.Say("核对网络，过一会儿再运行", "check the network, and run again after a while"),
	}
}

// brokenOff words the end of an answer that is not all there.
func (s *Store) brokenOff(err error) *model.Fault {
	if errors.Is(err, errStalled) || errors.Is(err, context.Canceled) {
		return s.silent(err)
	}
	return &model.Fault{
		Kind: "network", Err: err,
		What: model.Say("%s 的传输 %d 次中断", "what %s sends broke off %d times", s.endpoint, attempts),
		Hint: model.Say("核对网络，过一会儿再运行", "check the network, and run again after a while"),
	}
}

func changed() *model.Fault {
	return &model.Fault{
		Kind: "changed",
		What: model.Say("对象在列出之后被改写", "the object was changed after it was listed"),
		Hint: model.Say("等上传完再运行", "run again once the upload is done"),
	}
}
