package flat

import (
	"fmt"
	"strings"

	"jxmb/model"
)

// sqlTypes are those of PostgreSQL; SQLite and DuckDB take them too.
var sqlTypes = map[Kind]string{
	Text: "text", Integer: "integer", Day: "date", Number: fmt.Sprintf("numeric(%d,%d)", Precision, Scale),
}

// keys tell a row of a table from all others.
var keys = map[string]string{
	Projects.Name:   "file, project_id",
	Indicators.Name: "file, project_id, indicator_id",
}

// SQL is the DDL of the tables, each column with what it means.
func SQL(l model.Lang) []byte {
	var b strings.Builder
	b.WriteString(l.Say(
		"-- jxmb 的 projects、indicators、findings 三张表（CSV 与 Parquet 同此列）\n",
		"-- The tables of jxmb: projects, indicators, findings, as CSV and Parquet have them\n"))
	for _, t := range Tables {
		fmt.Fprintf(&b, "\n-- %s\nCREATE TABLE %s (\n", t.Title.In(l), t.Name)
		for i, c := range t.Columns {
			comma := ","
			if i == len(t.Columns)-1 && keys[t.Name] == "" {
				comma = ""
			}
			fmt.Fprintf(&b, "  %s %s%s -- %s\n", c.Name, sqlTypes[c.Kind], comma, c.About.In(l))
		}
		if key := keys[t.Name]; key != "" {
			fmt.Fprintf(&b, "  PRIMARY KEY (%s)\n", key)
		}
		b.WriteString(");\n")
	}
	return []byte(b.String())
}
