package render_test

import (
	"bytes"
	stdcsv "encoding/csv"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	library "github.com/parquet-go/parquet-go"

	"jxmb/model"
	"jxmb/render/csv"
	"jxmb/render/flat"
	"jxmb/render/parquet"
	"jxmb/render/view"
)

// texts that tables are broken by.
var texts = []string{
	"a,b", `say "x"`, "two\nlines", "lone\rreturn", "\r", "both\r\nends", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "'quoted", "''",
	"＝１", "\u202Eabc", "a\x00b", "\ufeffmark", " lead", "trail ", `\.`, "\u2028", "𠮷野", ";", "NULL",
}

func breaking() *model.Document {
	d := &model.Document{Source: model.Source{Name: "a.docx", Path: "甲/a.docx"}}
	for _, text := range texts {
		d.Projects = append(d.Projects, model.Project{Name: text, Purpose: text, Indicators: []model.Indicator{{
			Level3: text, Target: model.Value{Text: text, Number: "-12.5", Deadline: &model.DeadlineDate{Text: text, Date: "--02-28", Resolved: "2024-02-29"}},
		}}})
	}
	d.Projects = append(d.Projects, model.Project{Name: "大", Indicators: []model.Indicator{{
		Target: model.Value{Number: "12345678901234567890123456789", Upper: "0.12345678901", Deadline: &model.DeadlineDate{Date: "2023-02-30"}},
		Weight: "-9999999999999999999999999999.9999999999",
	}}}, model.Project{Name: "无指标"})
	model.Identify(d)
	return d
}

// fromCSV reads a table as its users do, without the apostrophes.
func fromCSV(t *testing.T, data []byte, table *flat.Table) [][]string {
	t.Helper()
	body, marked := bytes.CutPrefix(data, []byte("\ufeff"))
	if !marked || !bytes.HasSuffix(body, []byte("\r\n")) {
		t.Fatalf("no mark in front, or no CR LF at the end: %.20q", data)
	}
	rows, err := stdcsv.NewReader(bytes.NewReader(body)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		for i := range row {
			if table.Columns[i].Kind == flat.Text {
				row[i] = strings.TrimPrefix(row[i], "'")
			}
		}
	}
	return rows
}

// fromParquet reads a table by its own schema.
func fromParquet(t *testing.T, data []byte) [][]string {
	t.Helper()
	f, err := library.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, column := range f.Schema().Fields() {
		names = append(names, column.Name())
	}
	rows := [][]string{names}
	for _, group := range f.RowGroups() {
		reader := group.Rows()
		buffer := make([]library.Row, 7)
		for {
			n, err := reader.ReadRows(buffer)
			for _, row := range buffer[:n] {
				cells := make([]string, len(row))
				for i, v := range row {
					cells[i] = shown(f.Schema().Fields()[i], v)
				}
				rows = append(rows, cells)
			}
			if err != nil {
				break
			}
		}
		reader.Close()
	}
	return rows
}

func shown(column library.Field, v library.Value) string {
	logical := column.Type().String()
	switch {
	case v.IsNull():
		return ""
	case strings.HasPrefix(logical, "DECIMAL(38,10)"):
		n := new(big.Int).SetBytes(v.ByteArray())
		if v.ByteArray()[0] >= 0x80 {
			n.Sub(n, new(big.Int).Lsh(big.NewInt(1), 128))
		}
		return string(model.Decimal(n.String()).Shift(-10))
	case logical == "DATE":
		return time.Unix(int64(v.Int32())*86400, 0).UTC().Format(time.DateOnly)
	}
	return v.String()
}

// TestParquetTakesAnyText writes texts and numbers that tables are broken by and reads them
// back from both formats: the same cells, and those of the document.
func TestParquetTakesAnyText(t *testing.T) {
	d := breaking()
	var c, p bytes.Buffer
	if err := csv.Format.Write(t.Context(), &c, d, view.Options{}); err != nil {
		t.Fatal(err)
	}
	if err := parquet.Format.Write(t.Context(), &p, d, view.Options{}); err != nil {
		t.Fatal(err)
	}
	rows, stored := fromCSV(t, c.Bytes(), &flat.Indicators), fromParquet(t, p.Bytes())
	if len(rows) != len(texts)+3 || len(stored) != len(rows) {
		t.Fatalf("%d and %d rows", len(rows), len(stored))
	}
	for i := range rows {
		for k := range rows[i] {
			if inCSV := strings.ReplaceAll(stored[i][k], "\r\n", "\n"); rows[i][k] != inCSV { // as encoding/csv reads it
				t.Errorf("row %d, %s: %q in CSV, %q in Parquet", i, rows[0][k], rows[i][k], stored[i][k])
			}
		}
	}
	at := func(row []string, name string) string { return row[slices.Index(rows[0], name)] }
	for i, text := range texts {
		row := stored[i+1]
		if at(row, "target_text") != text || at(row, "project_name") != text || at(row, "target_date_text") != text {
			t.Errorf("%q came back as %q", text, at(row, "target_text"))
		}
		if at(row, "target_number") != "-12.5" || at(row, "target_date") != "2024-02-29" || at(row, "beyond") != "" {
			t.Errorf("number %s, date %s", at(row, "target_number"), at(row, "target_date"))
		}
	}
	big := stored[len(texts)+1]
	if at(big, "target_number") != "" || at(big, "weight") != "-9999999999999999999999999999.9999999999" ||
		at(big, "beyond") != "target_number,target_upper,target_date" {
		t.Errorf("%q, %q, %q", at(big, "target_number"), at(big, "weight"), at(big, "beyond"))
	}
	if last := stored[len(texts)+2]; at(last, "project_name") != "无指标" || at(last, "indicator_seq") != "" {
		t.Errorf("a project without indicators: %q", last)
	}
}

// TestParquetHarmless leaves no cell that a spreadsheet runs.
func TestParquetHarmless(t *testing.T) {
	for _, text := range append(texts, "plain", "", "＋", "10%") {
		got := csv.Harmless(text)
		if strings.IndexAny(got, "=+-@\t\r\n＝＋－＠") == 0 || strings.TrimPrefix(got, "'") != text {
			t.Errorf("%q became %q", text, got)
		}
	}
}
