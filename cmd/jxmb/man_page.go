package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// manualPage is the page of cmd, in the macros of man(7).
func manualPage(cmd *cobra.Command) string {
	var b strings.Builder
	name := pageName(cmd)
	fmt.Fprintf(&b, ".nh\n.TH %q \"1\" %q \"jxmb\" \"jxmb\"\n", strings.ToUpper(name), manualDate().Format("Jan 2006"))
	fmt.Fprintf(&b, "\n.SH NAME\n%s \\- %s\n\n", name, roff(cmd.Short))
	fmt.Fprintf(&b, "\n.SH SYNOPSIS\n\\fB%s\\fP\n\n", roff(cmd.UseLine()))
	if cmd.Long != "" {
		b.WriteString("\n.SH DESCRIPTION\n")
		writeText(&b, cmd.Long)
	}
	writeOptions(&b, "OPTIONS", cmd.NonInheritedFlags())
	writeOptions(&b, "OPTIONS INHERITED FROM PARENT COMMANDS", cmd.InheritedFlags())
	if cmd.Example != "" {
		b.WriteString("\n.SH EXAMPLE\n")
		writeText(&b, cmd.Example)
	}
	var also []string
	if cmd.HasParent() {
		also = append(also, pageName(cmd.Parent()))
	}
	for _, sub := range described(cmd) {
		also = append(also, pageName(sub))
	}
	fmt.Fprintf(&b, "\n.SH SEE ALSO\n\\fB%s(1)\\fP\n", strings.Join(also, `(1)\fP, \fB`))
	return b.String()
}

// pageName names the page of cmd: jxmb-convert.
func pageName(cmd *cobra.Command) string { return strings.ReplaceAll(cmd.CommandPath(), " ", "-") }

// writeText writes a text of the help: empty lines part paragraphs, and indented
// lines stay as they are.
func writeText(b *strings.Builder, help string) {
	block, gap := false, false
	for line := range strings.Lines(strings.Trim(help, "\n") + "\n") {
		if line == "\n" {
			gap = true
			continue
		}
		in := strings.HasPrefix(line, "  ")
		b.WriteString(between(block, gap, in))
		b.WriteString(roff(line))
		block, gap = in, false
	}
	b.WriteString(between(block, false, false) + "\n")
}

// between is what parts two lines of which the first stands in a block or not,
// with empty lines between or without, and the second likewise.
func between(block, gap, in bool) (s string) {
	if block && !in {
		s = ".EE\n"
	}
	if gap {
		s += "\n"
	}
	switch {
	case in && !block:
		s += ".EX\n"
	case gap && !in:
		s += ".PP\n"
	}
	return s
}

// writeOptions writes what is to be seen of flags.
func writeOptions(b *strings.Builder, heading string, flags *pflag.FlagSet) {
	if !flags.HasAvailableFlags() {
		return
	}
	start := "\n.SH " + heading + "\n"
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		b.WriteString(start)
		start = "\n.PP\n"
		if f.Shorthand != "" {
			fmt.Fprintf(b, "\\fB-%s\\fP, ", f.Shorthand)
		}
		_, usage := pflag.UnquoteUsage(f)
		fmt.Fprintf(b, "\\fB--%s\\fP%s\n\t%s\n", f.Name, roff(defaultOf(f)), roff(usage))
	})
	b.WriteString("\n")
}

// defaultOf is what a flag is where it is not named.
func defaultOf(f *pflag.Flag) string {
	switch {
	case f.Name == "jobs":
		return "=N" // the cores of the machine that writes the page are no default elsewhere
	case f.NoOptDefVal != "":
		return "[=" + f.DefValue + "]"
	case f.Value.Type() == "string":
		return "=" + strconv.Quote(f.DefValue)
	}
	return "=" + f.DefValue
}

// roff is text as it stands between macros: a backslash is none of roff's own, and a
// line that begins with a sign of a macro none.
func roff(text string) string {
	text = strings.ReplaceAll(text, `\`, `\e`)
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "'") {
		text = `\&` + text
	}
	return text
}
