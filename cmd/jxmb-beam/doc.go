// Command jxmb-beam converts and checks submissions by the thousand on many
// machines: an Apache Beam pipeline of the same functions as jxmb convert, so that
// one machine and a cluster give the same lines, rows, findings and figures.
//
//	gather ─▶ read ─▶ parts of documents, failures, indicators, findings
//	            ├─▶ facts ─ across ─▶ parts of findings between documents
//	            ├─▶ projects ─ by code ─▶ parts of projects, each counted once
//	            └─▶ sums ─▶ summary.json
//
// It is a module of its own, so that those who build jxmb need no Beam.
package main
