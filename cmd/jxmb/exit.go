package main

import (
	"errors"

	"jxmb/cmd/internal/fault"
	"jxmb/model"
)

// The exit codes of jxmb. They are part of its contract.
const (
	exitDone        = 0
	exitFailed      = 1 // done, and some input failed or a finding reached --fail-on
	exitUsage       = 2
	exitInterrupted = 130 // as shells say of SIGINT: 128 + 2
)

// Errors whose story has been told already.
var (
	errFailed      = errors.New("some input failed")
	errInterrupted = errors.New("interrupted")
)

// exitCode tells err on standard error, once, and gives the code for it.
func (a *app) exitCode(err error) int {
	var usage *usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errInterrupted):
		return exitInterrupted
	case errors.Is(err, errFailed):
		return exitFailed
	case errors.As(err, &usage):
		a.note("%s; %s%s", model.Abridged(usage.what.In(a.lang)), a.say("提示：", "hint: "), usage.hint.In(a.lang))
		return exitUsage
	}
	a.tell("", err)
	return exitFailed
}

// tell prints one failure as "jxmb: file: place: what; hint: what to do".
func (a *app) tell(file string, err error) {
	if a.fault != nil {
		a.fault(fault.Explain(err))
		return
	}
	a.note("%s", fault.Explain(err).Line(file, a.lang))
}
