package main

import (
	"context"
	"slices"
	"strings"

	"jxmb/cmd/internal/batch"
	"jxmb/cmd/internal/early"
	"jxmb/model"
	"jxmb/render"
)

// many converts a batch into the folder that -o names.
func (c *conversion) many(ctx context.Context) error {
	formats, err := c.formats(render.JSON.Name)
	if err != nil {
		return err
	}
	if err := c.batchTarget(); err != nil {
		return err
	}
	if c.summaryOnly && !slices.ContainsFunc(formats, func(f render.Format) bool { return len(f.Over) > 0 }) {
		return c.wrongUsage(c.cmd,
			model.Say("%s 没有汇总文件", "there is no summary in the format %s", formats[0].Name),
			model.Say("去掉 --summary-only，或用 -t 加上有汇总的格式", "leave out --summary-only, or add a format that has one with -t"))
	}
	if c.plan.Found == 0 {
		return c.nothing()
	}
	progress := c.newProgress()
	options := c.batchOptions(formats)
	options.Observer = progress
	if options.Made, err = madeWith(c.font); err != nil {
		return err
	}
	if options.Fingerprint, err = c.fingerprint(options.Made); err != nil {
		return err
	}
	if c.tried != "" {
		c.beTried(ctx, options)
		return nil
	}
	if c.repeatable() {
		options.Trial = c.trial
	}
	totals, err := batch.Run(ctx, c.plan, options)
	progress.end()
	if err != nil {
		c.tell("", err)
	}
	if !c.quiet {
		c.summary(totals, progress.reasons)
	}
	return c.outcome(totals, err)
}

// outcome is the exit code of a batch whose error has been told.
func (c *conversion) outcome(totals batch.Totals, err error) error {
	switch {
	case totals.Interrupted:
		return errInterrupted
	case err != nil || totals.Failed > 0:
		return errFailed
	}
	return c.verdict(totals.Findings)
}

// summaryFiles lists the files over all inputs that formats have.
func summaryFiles(between string) string {
	var files []string
	for _, name := range render.Names() {
		f, _ := render.Lookup(name)
		for _, o := range f.Over {
			if !slices.Contains(files, o.Name) {
				files = append(files, o.Name)
			}
		}
	}
	return strings.Join(files, between)
}

func (c *conversion) batchOptions(formats []render.Format) batch.Options {
	return batch.Options{
		Reader:      c.reader,
		Out:         c.out,
		Formats:     formats,
		Render:      c.renderOptions(),
		SummaryOnly: c.summaryOnly,
		Force:       c.force,
		Prune:       c.prune,
		MinSeverity: c.minSeverity,
		Report:      c.report,
		Settings:    c.settings.file,
		Program:     "jxmb " + early.Version(),
	}
}

func (c *conversion) batchTarget() error {
	_, isFile := fileTarget(c.out)
	if err := c.folderTarget(isFile); err != nil {
		return err
	}
	switch {
	case c.out == "" || c.out == "-":
		return c.wrongUsage(c.cmd,
			model.Say("转换多个文件需要输出文件夹", "many inputs need an output folder"),
			model.Say("加上 -o 文件夹", "add -o DIR"))
	case isFile:
		return c.wrongUsage(c.cmd,
			model.Say("多个文件的结果不能写进一个文件 %s", "the results of many inputs do not fit into the file %s", c.out),
			model.Say("-o 给出文件夹；汇总在其中的 %[1]s", "name a folder with -o; it will hold %[2]s", summaryFiles("、"), summaryFiles(", ")))
	}
	return nil
}

// nothing is a batch without inputs, which is hardly what was meant.
func (c *conversion) nothing() error {
	i := c.plan.Ignored
	if !c.quiet {
		c.ignored(c.plan)
	}
	return &model.Fault{
		Kind: "empty",
		What: model.Say("没有找到报送文件（跳过临时文件 %d、隐藏文件 %d、其他文件 %d）",
			"found no submission (passed over %d lock files, %d hidden ones, %d others)", i.Lock, i.Hidden, i.Other),
		Hint: model.Say("请检查路径；其他扩展名用 --ext 指定，如 --ext txt,html", "check the path; --ext txt,html reads other extensions too"),
	}
}
