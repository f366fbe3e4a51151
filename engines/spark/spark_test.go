// Package spark_test runs fasti on a small cluster of Apache Spark on this
// machine and holds that it gives the bytes of one process.
package spark_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// pyspark is what is installed if the machine has none.
const pyspark = "pyspark==4.3.0"

// articles is how many are generated; FASTI_SPARK_ARTICLES says otherwise.
const articles = 20_000

// need skips the test with a line that says why, or fails it where
// FASTI_SPARK=required says that it must run.
func need(t *testing.T, err error, what string) {
	t.Helper()
	switch {
	case err == nil:
	case os.Getenv("FASTI_SPARK") == "required":
		t.Fatalf("%s: %v", what, err)
	default:
		t.Skipf("the test on Spark is skipped: %s: %v (FASTI_SPARK=required makes it fail)", what, err)
	}
}

// python gives a Python that has PySpark: FASTI_SPARK_PYTHON, or one in a
// folder of its own that is kept in the user's cache.
func python(t *testing.T) string {
	if p := os.Getenv("FASTI_SPARK_PYTHON"); p != "" {
		return p
	}
	if os.Getenv("FASTI_SPARK") != "required" {
		need(t, exec.Command("python3", "-c", "import pyspark").Run(), "python3 has no pyspark")
		return "python3"
	}
	cache, err := os.UserCacheDir()
	need(t, err, "a folder for PySpark")
	dir := filepath.Join(cache, "fasti-test", pyspark)
	p := filepath.Join(dir, "bin", "python3")
	if exec.Command(p, "-c", "import pyspark").Run() == nil {
		return p
	}
	command(t, "python3", "-m", "venv", dir)
	command(t, p, "-m", "pip", "install", "-q", pyspark)
	return p
}

func command(t *testing.T, name string, args ...string) {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	need(t, err, fmt.Sprintf("%s %s: %s", name, strings.Join(args, " "), out))
}

// ready gives a Python with PySpark, the program, built in a folder of this test,
// and the folder.
func ready(t *testing.T) (py, fasti, dir string) {
	t.Helper()
	_, err := exec.LookPath("java")
	need(t, err, "there is no Java")
	py, dir = python(t), t.TempDir()
	fasti = filepath.Join(dir, "fasti")
	if out, err := exec.Command("go", "build", "-o", fasti, "fasti/cmd/fasti").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return py, fasti, dir
}

func TestSparkGivesTheBytesOfOneMachine(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes")
	}
	py, fasti, dir := ready(t)
	input := generate(t, filepath.Join(dir, "articles.jsonl"))

	start := time.Now()
	whole := pipe(t, fasti+" extract --reports --split 2 - < "+input+" | LC_ALL=C sort | "+fasti+" merge -")
	t.Logf("one machine: %d events in %.0f s", bytes.Count(whole, []byte("\n")), time.Since(start).Seconds())

	start = time.Now()
	out := filepath.Join(dir, "events")
	killed := submit(t, py, fasti, input, out)
	t.Logf("Spark, local-cluster[2,1,1024], executor %d killed: %.0f s", killed, time.Since(start).Seconds())

	parts, err := filepath.Glob(filepath.Join(out, "part-*"))
	if err != nil || len(parts) < 2 {
		t.Fatalf("%d parts, error %v", len(parts), err)
	}
	if got := pipe(t, "cat "+filepath.Join(out, "part-*")+" | LC_ALL=C sort | "+fasti+" merge -"); !bytes.Equal(got, whole) {
		t.Errorf("Spark gave %d events, one machine %d, or other bytes", bytes.Count(got, []byte("\n")), bytes.Count(whole, []byte("\n")))
	}
}

func pipe(t *testing.T, line string) []byte {
	t.Helper()
	cmd := exec.Command("bash", "-o", "pipefail", "-c", line)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s: %v\n%s", line, err, errs.String())
	}
	if out.Len() == 0 {
		t.Fatalf("%s gives nothing", line)
	}
	return out.Bytes()
}

// submit runs the job on a cluster of two workers in processes of their own, and
// kills the first executor that is seen at work. It gives the executor's number
// as a process.
func submit(t *testing.T, py, fasti, input, out string) (killed int) {
	t.Helper()
	script, err := filepath.Abs("fasti_spark.py")
	if err != nil {
		t.Fatal(err)
	}
	home, err := exec.Command(py, "-c", "import os, pyspark; print(os.path.dirname(pyspark.__file__))").Output()
	need(t, err, "PySpark")
	spark := strings.TrimSpace(string(home))
	cmd := exec.Command(filepath.Join(spark, "bin", "spark-submit"),
		"--master", "local-cluster[2,1,1024]", "--conf", "spark.executor.memory=1024m", "--conf", "spark.ui.enabled=false",
		"--conf", "spark.task.maxFailures=8", "--files", fasti, script, input, out, "--parts", "16", "--reducers", "4", "--split", "2")
	cmd.Env = append(os.Environ(), "SPARK_HOME="+spark, "PYSPARK_PYTHON="+py, "PYSPARK_DRIVER_PYTHON="+py, "SPARK_LOCAL_IP=127.0.0.1")
	cmd.Dir = t.TempDir() // Spark keeps the workers' folders here
	var log bytes.Buffer
	cmd.Stdout, cmd.Stderr = &log, &log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	for tick := time.NewTicker(100 * time.Millisecond); ; {
		select {
		case err := <-done:
			tick.Stop()
			if err != nil {
				t.Fatalf("spark-submit: %v\n%s", err, last(log.String(), 4000))
			}
			if killed == 0 {
				t.Fatal("no executor was seen at work, so none was killed")
			}
			return killed
		case <-tick.C:
			if killed == 0 {
				killed = killOne(cmd.Process.Pid)
			}
		}
	}
}

// killOne kills an executor below a process that has a fasti at work; it gives
// its number, or 0 if there is none.
func killOne(root int) int {
	parents, lines := processes()
	for pid, line := range lines {
		if !strings.Contains(line, "extract\x00--reports") {
			continue
		}
		for p := parents[pid]; p > 1 && p != root; p = parents[p] {
			if strings.Contains(lines[p], "CoarseGrainedExecutorBackend") && under(p, root, parents) {
				if syscall.Kill(p, syscall.SIGKILL) == nil {
					return p
				}
			}
		}
	}
	return 0
}

func under(p, root int, parents map[int]int) bool {
	for ; p > 1; p = parents[p] {
		if p == root {
			return true
		}
	}
	return false
}

// processes gives the parents and the command lines of all processes.
func processes() (parents map[int]int, lines map[int]string) {
	parents, lines = map[int]int{}, map[int]string{}
	dirs, _ := filepath.Glob("/proc/[0-9]*") // the pattern is right
	for _, d := range dirs {
		pid, err := strconv.Atoi(filepath.Base(d))
		stat, err2 := os.ReadFile(filepath.Join(d, "stat"))
		line, err3 := os.ReadFile(filepath.Join(d, "cmdline"))
		if err != nil || err2 != nil || err3 != nil {
			continue
		}
		_, rest, _ := strings.Cut(string(stat), ") ")
		if f := strings.Fields(rest); len(f) > 1 {
			parents[pid], _ = strconv.Atoi(f[1]) // a number, as the kernel writes it
		}
		lines[pid] = string(line)
	}
	return parents, lines
}

func last(s string, n int) string { return s[max(0, len(s)-n):] }

// generate writes invented articles. Each reports some of a pool of happenings,
// so that most happenings stand in several articles.
func generate(t *testing.T, path string) string {
	t.Helper()
	n := articles
	if v, err := strconv.Atoi(os.Getenv("FASTI_SPARK_ARTICLES")); err == nil {
		n = v
	}
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriter(f)
	r := rand.New(rand.NewPCG(3, uint64(n)))
	for i := range n {
		day := time.Date(2023, 1, 2+r.IntN(700), 0, 0, 0, 0, time.UTC)
		var text []string
		for range 3 {
			text = append(text, happening(r, day.AddDate(0, 0, -1-r.IntN(5))))
		}
		b, err := json.Marshal(map[string]string{
			"article": fmt.Sprintf("report-%06d", i), "title": "News of the day", "date": day.Format(time.DateOnly), "lang": "en", "text": strings.Join(text, "\n\n"),
		})
		if err != nil {
			t.Fatal(err)
		}
		w.Write(append(b, '\n')) // Flush tells
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// happening words one of the happenings of a day in one of several ways.
func happening(r *rand.Rand, day time.Time) string {
	of := rand.New(rand.NewPCG(uint64(day.Unix()), uint64(r.IntN(12))))
	givens, families := strings.Fields("Anna Boris Clara David Emma Frank"), strings.Fields("Kolbe Marsh Brandis Tolmin Weyer Sandor Lunde Farkas")
	towns := strings.Fields("Norvik Tarnau Velora Selmar Orlov Brenn")
	who, town := givens[of.IntN(6)]+" "+families[of.IntN(8)], towns[of.IntN(6)]
	when := day.Format("2 January 2006")
	ways := [][]string{
		{"%s opened the new bridge of %s on %s.", "On %[3]s the new bridge of %[2]s was opened by %[1]s."},
		{"%s resigned as mayor of %s on %s.", "The mayor of %[2]s, %[1]s, resigned on %[3]s."},
		{"%s was elected chair of the council of %s on %s.", "On %[3]s the council of %[2]s elected %[1]s as its chair."},
	}
	way := ways[of.IntN(len(ways))]
	return fmt.Sprintf(way[r.IntN(len(way))], who, town, when)
}

// The generator must give the same happening in several articles, or the test
// would show nothing.
func TestHappeningsAreReportedTwice(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	day := time.Date(2023, 5, 5, 0, 0, 0, 0, time.UTC)
	var all []string
	for range 60 {
		all = append(all, happening(r, day))
	}
	slices.Sort(all)
	if n := len(slices.Compact(all)); n > 24 || n < 6 {
		t.Errorf("%d wordings of 12 happenings", n)
	}
}
