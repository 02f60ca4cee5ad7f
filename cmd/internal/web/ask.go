package web

import (
	"context"
	"errors"
	"net/http"

	"jxmb/cmd/internal/fault"
	"jxmb/cmd/internal/web/worker"
	"jxmb/model"
)

var notThisWay = model.Say("这个网址不接受这种请求方法", "this address takes no such method")

// ask hands a job to a worker, once there is a place for it. The fault is the
// file's; the error is one of the server: [errQueue], or the end of ctx.
func (s *Server) ask(ctx context.Context, j *worker.Job) (worker.Event, error) {
	leave, err := s.gate.enter(ctx)
	if err != nil {
		return worker.Event{}, err
	}
	defer leave()
	e, err := s.pool.Do(ctx, j, worker.Watch{Time: s.Limits.Time})
	var died *worker.DiedError
	switch {
	case err == nil:
		if e.Fault != nil {
			e.Fault.Limit = e.Limit
		}
		return e, nil
	case ctx.Err() != nil:
		return worker.Event{}, ctx.Err()
	case errors.As(err, &died):
		return worker.Event{Code: 1, Fault: died.Fault()}, nil
	}
	return worker.Event{}, err
}

// work has a job done and sends what it writes under a name.
func (s *Server) work(w http.ResponseWriter, r *http.Request, j *worker.Job, as string) {
	e, err := s.ask(r.Context(), j)
	switch {
	case err != nil:
		s.failed(w, r, err)
	case e.Fault != nil:
		p := ofFault(e.Fault)
		s.refuse(w, r, p.Status, p)
	case e.Code > 1:
		s.Log.Error("the command line refused its arguments", "route", r.Pattern, "code", e.Code)
		s.refuse(w, r, http.StatusInternalServerError, Problem{Kind: "bug", What: model.Say("程序内部错误", "internal error")})
	default:
		s.sendFile(w, r, j.Out, as)
	}
}

// failed answers an error of [Server.ask], or of a disk.
func (s *Server) failed(w http.ResponseWriter, r *http.Request, err error) {
	switch {
	case r.Context().Err() != nil:
		panic(http.ErrAbortHandler) // nobody is there to be told
	case errors.Is(err, errQueue), errors.Is(err, worker.ErrClosed):
		s.busy(w, r)
	case errors.Is(err, errQuota), fault.StopsAll(err):
		limit := diskLimit
		if errors.Is(err, errQuota) {
			limit = "Quota"
		}
		s.refuse(w, r, http.StatusInsufficientStorage, Problem{
			Kind: "disk_full", Limit: limit,
			What: model.Say("服务器的存储空间已满", "the storage of the server is full"),
			Hint: model.Say("请删除不用的批次，或请管理员腾出空间", "delete batches that are not needed, or ask whoever runs this server for room"),
		})
	default:
		panic(err)
	}
}

// diskLimit names the limit that a full disk is.
const diskLimit = "Disk"

// busy says when to come again.
func (s *Server) busy(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Retry-After", "5")
	s.refuse(w, r, http.StatusServiceUnavailable, Problem{
		Kind: "busy", Limit: "Queue",
		What: model.Say("服务器忙，排队已满", "the server is busy, and its queue full"),
		Hint: model.Say("请稍后再试", "try again in a few seconds"),
	})
}
