package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"

	"jxmb/cmd/internal/batch"
)

// trialVariable hands a process of the same command line the stem of the one
// input that it is to try, see [batch.Options.Trial].
const trialVariable = "JXMB_TRIAL"

// trial tries one input of this run in a process of its own. That process ends
// with its input, so that it does not outlive a run that is killed.
func (c *conversion) trial(ctx context.Context, stem string) error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, program, c.line...)
	cmd.Args[0] = os.Args[0]
	cmd.Env = append(os.Environ(), trialVariable+"="+stem)
	alive, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	defer alive.Close()
	err = cmd.Run()
	var ended *exec.ExitError
	if errors.As(err, &ended) {
		return &batch.Died{Err: err}
	}
	return err
}

// beTried is the other side of [conversion.trial]. Whatever is wrong with the
// input, exit code 0 tells that the process lived to its end.
func (c *conversion) beTried(ctx context.Context, o batch.Options) {
	go func() {
		_, _ = io.Copy(io.Discard, c.stdin)
		os.Exit(exitInterrupted)
	}()
	batch.Try(ctx, c.plan, o, c.tried)
}

// repeatable tells whether another process finds the same inputs: what comes
// through a pipe comes once.
func (c *conversion) repeatable() bool {
	return !c.plan.Streams() && !slices.ContainsFunc(c.line, func(arg string) bool {
		list, ok := strings.CutPrefix(arg, "@")
		if !ok {
			return false
		}
		info, err := os.Stat(list)
		return err != nil || !info.Mode().IsRegular()
	})
}
