package main

import (
	"errors"
	"os"
	"slices"
	"strings"

	"jxmb/cmd/internal/batch/source"
	"jxmb/cmd/internal/bucket"
	"jxmb/model"
)

// Inputs are what one machine reads in one go: one input, or members of an archive
// that follow each other, so that it is not opened, or fetched, for each. Addresses
// are out of sight of Beam, which refuses types that may hold an error.
type Inputs struct {
	first int // place of the first in the order of all
	at    []source.Address
}

// most is how many members of an archive are read in one go: enough to make opening it
// cheap, and few enough that a large archive occupies many machines.
const most = 100

// gatherFn lists the inputs. It runs once, on one machine: names are unique, and a
// project counts where it is met first, in the order of this list alone.
type gatherFn struct{ Options Options }

// ProcessElement gives the inputs.
func (f *gatherFn) ProcessElement(_ []byte, emit func(Inputs), found func(Sums)) error {
	plan, err := f.Options.plan()
	if err != nil {
		return err
	}
	addresses := plan.Addresses()
	for _, in := range together(addresses) {
		emit(in)
	}
	found(Sums{Inputs: len(addresses), Ignored: plan.Ignored})
	return plan.Close()
}

func together(addresses []source.Address) (all []Inputs) {
	for i, a := range addresses {
		if n := len(all) - 1; n >= 0 && a.Archive != "" && all[n].at[0].Archive == a.Archive && len(all[n].at) < most {
			all[n].at = append(all[n].at, a)
			continue
		}
		all = append(all, Inputs{i, []source.Address{a}})
	}
	return all
}

// plan looks the inputs up as jxmb convert does.
func (o *Options) plan() (*source.Plan, error) {
	if err := checkInputs(o.Inputs); err != nil {
		return nil, err
	}
	plan, err := source.Gather(o.Inputs, source.Sources{Extensions: o.Extensions, Out: o.Output, Stdin: strings.NewReader("")})
	if err == nil && len(plan.Inputs) == 0 {
		err = &model.Fault{Kind: "empty", What: model.Say("没有找到报送文件", "found no submission")}
	}
	if err != nil {
		return nil, err
	}
	for _, a := range plan.Addresses() {
		if a.Fault != nil && bucket.Is(a.Path) && slices.Contains(o.Inputs, a.Path) { // nothing is there, or the storage does not tell
			fault := *a.Fault
			fault.Place = model.Say("--input %s", "--input %s", a.Path)
			return nil, errors.Join(&fault, plan.Close())
		}
	}
	return plan, nil
}

// checkInputs refuses what would be passed over without a word: patterns that match
// nothing, and ** which is no pattern here though it is one elsewhere.
func checkInputs(inputs []string) error {
	var faults []error
	for _, in := range inputs {
		switch {
		case strings.Contains(in, "**") && !exists(in):
			faults = append(faults, &model.Fault{
				Kind:  "usage",
				Place: model.Say("--input %s", "--input %s", in),
				What:  model.Say("不支持 **", "** is no pattern here"),
				Hint:  model.Say("给出文件夹，它的各级下级都会读取", "name the folder: all below it is read"),
			})
		case bucket.Is(in): // asked by the machine that lists it
		case !source.IsPath(in):
			faults = append(faults, &model.Fault{
				Kind:  "missing",
				Place: model.Say("--input %s", "--input %s", in),
				What:  model.Say("没有匹配的文件", "matches nothing"),
				Hint:  model.Say("请检查路径；通配符请加引号", "check the path, and quote patterns"),
			})
		}
	}
	return errors.Join(faults...)
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
