#!/usr/bin/env python3
"""fasti on Apache Spark: articles in, events out, on as many machines as there are.

    spark-submit --files fasti engines/spark/fasti_spark.py ARTICLES EVENTS

Spark does what it is good at (reading, sorting, starting again what failed), and
the fasti binary does the rest: `fasti extract --reports -` on each part of the
articles, `fasti merge -` on each part of the reports, sorted by key. The events
are those that one machine gives, byte for byte. See docs/scale.md.
"""

import argparse
import json
import os
import stat
import subprocess
import sys
import threading

from pyspark import SparkFiles
from pyspark.sql import SparkSession
from pyspark.sql.types import ArrayType, IntegerType, StringType, StructField, StructType


def binary(name):
    """The fasti that was shipped with the job, or one that is installed."""
    path = SparkFiles.get(os.path.basename(name))
    if not os.path.exists(path):
        return name
    mode = os.stat(path).st_mode
    if not mode & stat.S_IXUSR:
        os.chmod(path, mode | stat.S_IXUSR)
    return path


def through(name, args, lines, faults):
    """Send lines through fasti and give its lines.

    fasti ends with 1 if it left out lines that it could not read: they are
    counted. Any other code is a failure, and Spark tries the part again.
    """
    env = dict(os.environ, GOMAXPROCS=os.environ.get("FASTI_CORES", "1"))
    p = subprocess.Popen([binary(name), *args], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env)
    broken = []

    def feed():
        try:
            for line in lines:
                p.stdin.write(line.encode("utf-8", "replace") + b"\n")
        except BrokenPipeError:
            pass  # fasti has ended; its code says why
        except Exception as e:  # reading the input failed: the part has failed
            broken.append(e)
        finally:
            try:
                p.stdin.close()
            except BrokenPipeError:
                pass

    said = []

    def listen():
        for line in p.stderr:
            if line.startswith(b"-:"):
                faults.add(1)
            if len(said) < 20:
                said.append(line.decode("utf-8", "replace").rstrip())

    threads = [threading.Thread(target=feed, daemon=True), threading.Thread(target=listen, daemon=True)]
    for t in threads:
        t.start()
    try:
        for line in p.stdout:
            yield line.decode("utf-8").rstrip("\n")
        code = p.wait()
        for t in threads:
            t.join()
        if broken:
            raise broken[0]
        if code not in (0, 1) or code == 1 and not any(s.startswith("-:") for s in said):
            raise RuntimeError("fasti %s ended with %d: %s" % (" ".join(args), code, "; ".join(said)))
    finally:
        p.kill()


def key_of(line):
    """The key of a line, which stands first in it."""
    return json.loads(line[len('{"key":'):line.index(",")])


FIELDS = ("article", "title", "date", "lang", "text")


def from_row(row):
    """A row of a table as an article."""
    row = row.asDict()
    return json.dumps({k: str(row[k]) for k in FIELDS if row.get(k) is not None}, ensure_ascii=False)


def from_warc(name, part):
    """The pages of an archive of a crawl as articles.

    fasti's own importer reads the archive; it needs a folder to work in.
    """
    import tempfile

    path, data = part
    with tempfile.TemporaryDirectory() as folder:
        fasti = binary(name)
        file = os.path.join(folder, os.path.basename(path))
        with open(file, "wb") as f:
            f.write(data)
        subprocess.run([fasti, "new", "-q", os.path.join(folder, "site")], check=True, stdout=subprocess.DEVNULL)
        articles = os.path.join(folder, "site", "content", "articles")
        for example in os.listdir(articles):
            os.remove(os.path.join(articles, example))
        subprocess.run([fasti, "-q", "-C", os.path.join(folder, "site"), "add", file], check=False, stdout=subprocess.DEVNULL)
        for article in sorted(os.listdir(articles)):
            with open(os.path.join(articles, article), encoding="utf-8") as f:
                yield as_line(os.path.basename(path), article, f.read())


def as_line(archive, file, text):
    """An article that `fasti add` wrote as a line of JSON."""
    out = {"article": "%s-%s" % (archive.split(".")[0], file[: -len(".md")])}
    if text.startswith("---\n"):
        front, _, text = text[4:].partition("\n---\n")
        for line in front.split("\n"):
            key, _, value = line.partition(": ")
            if key in FIELDS and value:
                out[key] = json.loads(value) if value.startswith('"') else value
    out["text"] = text.strip()
    return json.dumps(out, ensure_ascii=False)


def read(spark, args):
    """The articles as lines of JSON."""
    form = args.input_format
    if form == "auto":
        form = next((f for e, f in ((".parquet", "parquet"), (".warc", "warc"), (".warc.gz", "warc")) if args.articles.rstrip("/").endswith(e)), "jsonl")
    if form == "parquet":
        lines = spark.read.parquet(args.articles).rdd.map(from_row)
    elif form == "warc":
        fasti = args.fasti
        lines = spark.sparkContext.binaryFiles(args.articles).flatMap(lambda part: from_warc(fasti, part))
    else:
        lines = spark.sparkContext.textFile(args.articles)
    return lines.repartition(args.parts) if args.parts else lines


EVENT = StructType([
    StructField("key", StringType()), StructField("id", StringType()), StructField("when", StringType()),
    StructField("title", StringType()), StructField("lang", StringType()), StructField("kind", StringType()),
    StructField("status", StringType()), StructField("confidence", IntegerType()), StructField("articles", IntegerType()),
    StructField("actors", ArrayType(StructType([StructField(n, StringType()) for n in ("id", "name", "kind", "role")]))),
    StructField("places", ArrayType(StringType())),
    StructField("line", StringType()),  # the whole line, for fasti merge and fasti import-events
])


def as_event(line):
    """A line as a row of the table of events."""
    all_ = json.loads(line)
    e = all_["event"]
    actors = [(a["id"], a["name"], a["kind"], a["role"]) for a in e["actors"]]
    return (all_["key"], e["id"], e["when"], e["title"], e["lang"], e["kind"], e["status"], e["confidence"], e["articles"], actors, e["places"], line)


def run(spark, args):
    """Make events of articles; give how many lines could not be read."""
    sc = spark.sparkContext
    faults = sc.accumulator(0)
    fasti, split, parts = args.fasti, str(args.split), args.reducers or sc.defaultParallelism

    reports = read(spark, args).mapPartitions(lambda lines: through(fasti, ["extract", "--reports", "--split", split, "-"], lines, faults))
    # Sorted by key first, so that a part never ends within a key; then by the
    # whole line, as LC_ALL=C sort does.
    keyed = reports.map(lambda line: (line, None))
    ordered = keyed.repartitionAndSortWithinPartitions(parts, partitionFunc=lambda line: spread(key_of(line)), keyfunc=lambda line: line.encode("utf-8"))
    events = ordered.mapPartitions(lambda pairs: through(fasti, ["merge", "-"], (line for line, _ in pairs), faults))
    if args.output_format == "parquet":
        spark.createDataFrame(events.map(as_event), EVENT).write.mode("overwrite").parquet(args.events)
    else:
        events.saveAsTextFile(args.events)
    return faults.value


def spread(key):
    """A number for a key that is the same in every process (Python's hash is not)."""
    import zlib

    return zlib.crc32(key.encode("utf-8"))


def main(argv=None):
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("articles", help="articles: a file, a folder or a pattern that Spark can read")
    p.add_argument("events", help="where the events go; a folder")
    p.add_argument("--fasti", default="fasti", help="the binary, by the name under which --files ships it (default: fasti)")
    p.add_argument("--input-format", choices=("auto", "jsonl", "parquet", "warc"), default="auto")
    p.add_argument("--output-format", choices=("jsonl", "parquet"), default="jsonl")
    p.add_argument("--split", type=int, default=1, help="cut the reports of a day into N parts by who takes part")
    p.add_argument("--parts", type=int, default=0, help="cut the articles into N parts (default: as Spark reads them)")
    p.add_argument("--reducers", type=int, default=0, help="merge in N parts (default: the cores of the cluster)")
    args = p.parse_args(argv)
    spark = SparkSession.builder.appName("fasti").getOrCreate()
    try:
        faults = run(spark, args)
        if faults:
            print("fasti: %d lines could not be read and were left out (a part that ran twice counts twice)" % faults, file=sys.stderr)
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
