package web

import (
	"net/http"
	"runtime/debug"

	"jxmb/model"
)

// recovered answers a panic with an id that the log explains.
func (s *Server) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			v := recover()
			if v == nil || v == http.ErrAbortHandler {
				if v != nil {
					panic(v)
				}
				return
			}
			id := newID()[:8]
			s.Log.Error("panic", "id", id, "method", r.Method, "route", r.Pattern, "value", v, "stack", string(debug.Stack()))
			s.refuse(w, r, http.StatusInternalServerError, Problem{
				Kind: "bug", What: model.Say("程序内部错误，编号 %s", "internal error, id %s", id),
				Hint: model.Say("请把编号告诉管理员，日志中有详情", "tell the id to whoever runs this server: its log has the details"),
			})
		}()
		next.ServeHTTP(w, r)
	})
}
