package spark_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// formats is what is run in Python: articles are made a table, and each form of
// input and output goes through one session of Spark.
const formats = `
import argparse, os, sys
sys.path.insert(0, sys.argv[1])
import fasti_spark
from pyspark.sql import SparkSession
_, _, fasti, folder = sys.argv
at = lambda name: os.path.join(folder, name)
spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
spark.sparkContext.addFile(fasti)
spark.read.json(at("articles.jsonl")).write.parquet(at("articles.parquet"))
def run(articles, events, output):
    faults = fasti_spark.run(spark, argparse.Namespace(articles=at(articles), events=at(events), fasti="fasti",
        input_format="auto", output_format=output, split=1, parts=0, reducers=2))
    assert faults == 0, (articles, faults)
run("articles.parquet", "of-table", "jsonl")
run("articles.jsonl", "to-table", "parquet")
run("crawl.warc", "of-crawl", "jsonl")
with open(at("table.jsonl"), "w") as f:
    for row in spark.read.parquet(at("to-table")).collect():
        assert row.id and row.title and row.articles > 0 and row.actors is not None, row
        f.write(row.line + "\n")
with open(at("crawl.jsonl"), "w") as f:
    with open(at("crawl.warc"), "rb") as crawl:
        for line in fasti_spark.from_warc(fasti, (at("crawl.warc"), crawl.read())):
            f.write(line + "\n")
spark.stop()
`

// Tables and archives of crawls give the events that the same articles as lines
// give, and a table of events has the lines that one machine gives.
func TestSparkReadsTablesAndArchives(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	py, fasti, dir := ready(t)
	t.Setenv("FASTI_SPARK_ARTICLES", "200")
	input := generate(t, filepath.Join(dir, "articles.jsonl"))
	sentences := crawl(t, filepath.Join(dir, "crawl.warc"), 25)
	here, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(py, "-c", formats, here, fasti, dir)
	cmd.Env = append(os.Environ(), "PYSPARK_PYTHON="+py, "PYSPARK_DRIVER_PYTHON="+py, "SPARK_LOCAL_IP=127.0.0.1")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, last(string(out), 4000))
	}

	whole := func(articles string) []byte {
		return pipe(t, fasti+" extract --reports - < "+articles+" | LC_ALL=C sort | "+fasti+" merge -")
	}
	again := func(events string) []byte { return pipe(t, "cat "+events+" | LC_ALL=C sort | "+fasti+" merge -") }
	for of, pair := range map[string][2][]byte{
		"articles from a table":    {again(filepath.Join(dir, "of-table", "part-*")), whole(input)},
		"events to a table":        {again(filepath.Join(dir, "table.jsonl")), whole(input)},
		"articles from an archive": {again(filepath.Join(dir, "of-crawl", "part-*")), whole(filepath.Join(dir, "crawl.jsonl"))},
	} {
		if got, want := pair[0], pair[1]; !bytes.Equal(got, want) {
			t.Errorf("%s: %d events, one machine gives %d, or other bytes", of, bytes.Count(got, []byte("\n")), bytes.Count(want, []byte("\n")))
		}
	}
	quoted(t, again(filepath.Join(dir, "of-crawl", "part-*")), sentences)
}

// quoted holds that events rest on the sentences of the pages, as those were
// written, and that most sentences are found.
func quoted(t *testing.T, events []byte, sentences map[string]bool) {
	t.Helper()
	seen := map[string]bool{}
	for _, line := range strings.Split(strings.TrimSpace(string(events)), "\n") {
		var e struct {
			Reports []struct {
				Sources []struct{ Quote string }
			}
		}
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatal(err)
		}
		for _, r := range e.Reports {
			for _, s := range r.Sources {
				if !sentences[s.Quote] {
					t.Errorf("no page says %q", s.Quote)
				}
				seen[s.Quote] = true
			}
		}
	}
	if len(seen)*2 < len(sentences) {
		t.Errorf("%d of %d sentences of the archive are in events", len(seen), len(sentences))
	}
}

// crawl writes an archive with some pages, and gives the sentences on them.
func crawl(t *testing.T, path string, pages int) map[string]bool {
	t.Helper()
	r := rand.New(rand.NewPCG(8, 8))
	said := map[string]bool{}
	var out bytes.Buffer
	for i := range pages {
		day := time.Date(2023, 3, 1+r.IntN(300), 0, 0, 0, 0, time.UTC)
		var text strings.Builder
		for range 4 {
			s := happening(r, day.AddDate(0, 0, -1-r.IntN(5)))
			said[s] = true
			fmt.Fprintf(&text, "<p>%s</p>\n", s)
		}
		page := fmt.Sprintf("<!doctype html><html lang=\"en\"><head><title>News of the day, page %d</title><meta property=\"article:published_time\" content=\"%s\"></head><body><article><h1>News of the day, page %d</h1>\n%s</article></body></html>",
			i, day.Format(time.RFC3339), i, text.String())
		answer := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s", len(page), page)
		fmt.Fprintf(&out, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/%d\r\nWARC-Date: 2024-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-%012d>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
			i, i, len(answer), answer)
	}
	if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return said
}
