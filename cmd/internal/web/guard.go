package web

import (
	"crypto/sha256"
	"crypto/subtle"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"

	"jxmb/model"
)

// changeHeader must stand in every request that changes something. A page of
// another origin cannot send it: browsers ask first, and nobody here says yes.
const changeHeader = "X-Jxmb-Request"

// guarded puts what holds for every request before the routes.
func (s *Server) guarded(routes http.Handler) http.Handler {
	h := s.limitBody(routes)
	h = s.wantToken(h)
	h = s.sameOrigin(h)
	h = s.knownHost(h)
	h = s.withHeaders(h)
	h = s.recovered(h)
	return s.conns.busy(h)
}

// knownHost refuses requests under a name that is not this server's, as a page
// makes whose name was bound to this address after it was loaded.
func (s *Server) knownHost(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if s.isHost(r) {
			next.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Connection", "close")
		s.refuse(w, r, http.StatusMisdirectedRequest, Problem{
			Kind: "host", What: model.Say("这个主机名不是本服务的", "this host name is not of this server"),
			Hint: model.Say("请用启动时显示的网址", "use the address that was shown at its start"),
		})
	})
}

// isHost takes loopback names on a loopback address; elsewhere addresses, which
// no name can be bound to, and the names of [Config.Hosts].
func (s *Server) isHost(r *http.Request) bool {
	name := r.Host
	if host, _, err := net.SplitHostPort(name); err == nil {
		name = host
	}
	name = strings.ToLower(strings.Trim(name, "[]"))
	if name == "localhost" || slices.Contains(s.Hosts, name) {
		return true
	}
	addr, err := netip.ParseAddr(name)
	if err != nil {
		return false
	}
	local, _ := r.Context().Value(http.LocalAddrContextKey).(net.Addr)
	return addr.IsLoopback() || !isLoopback(local)
}

func isLoopback(a net.Addr) bool {
	if a == nil {
		return true
	}
	p, err := netip.ParseAddrPort(a.String())
	return err == nil && p.Addr().Unmap().IsLoopback()
}

// sameOrigin refuses what a page of another origin asks for, reading too.
func (s *Server) sameOrigin(next http.Handler) http.Handler {
	protection := http.NewCrossOriginProtection()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if protection.Check(r) != nil || foreign(r) {
			s.refuse(w, r, http.StatusForbidden, Problem{
				Kind: "origin", What: model.Say("请求来自别的网站", "the request comes from another site"),
			})
			return
		}
		next.ServeHTTP(w, r)
	})
}

func foreign(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
	default:
		return true
	}
	origin := r.Header.Get("Origin")
	if origin == "" {
		return false
	}
	u, err := url.Parse(origin)
	return err != nil || u.Host != r.Host
}

// wantToken asks for the token as bearer, or as the password of basic
// authentication, which browsers ask people for.
func (s *Server) wantToken(next http.Handler) http.Handler {
	if s.Token == "" {
		return next
	}
	want := sha256.Sum256([]byte(s.Token))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if !ok {
			_, token, _ = r.BasicAuth()
		}
		got := sha256.Sum256([]byte(token))
		if subtle.ConstantTimeCompare(got[:], want[:]) == 1 {
			next.ServeHTTP(w, r)
			return
		}
		w.Header().Set("WWW-Authenticate", `Basic realm="jxmb", charset="UTF-8"`)
		w.Header().Set("Connection", "close")
		s.refuse(w, r, http.StatusUnauthorized, Problem{
			Kind: "token", What: model.Say("缺少口令，或口令不对", "the token is missing or wrong"),
			Hint: model.Say("用 Authorization: Bearer 口令；浏览器中填在密码栏", "send Authorization: Bearer TOKEN; in a browser it is the password"),
		})
	})
}

// changes lets only requests through that meant to change something.
func (s *Server) changes(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get(changeHeader) == "" {
			s.refuse(w, r, http.StatusForbidden, Problem{
				Kind: "header", What: model.Say("缺少请求头 %s", "the header %s is missing", changeHeader),
				Hint: model.Say("改变状态的请求都要带 %s: 1", "requests that change something send %s: 1", changeHeader),
			})
			return
		}
		next(w, r)
	}
}
