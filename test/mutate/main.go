// Command mutate says how many small faults the tests of a package notice: it
// puts a sample of faults into its files, one at a time (a comparison turned, a
// condition negated, "and" for "or", a number one higher), and runs the package's
// own tests. The files stay as they are: the compiler is told of the change. The
// same seed gives the same sample, and a change to one function leaves the faults of
// the others in it.
//
//	go run ./test/mutate -n 8 ./extract/event ./extract/merge
//	go run ./test/mutate -n 8 ./extract/event=60     exit code 1 below 60 % noticed
package main

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// mutant is a fault that can be put into a file and taken out again.
type mutant struct {
	file  *ast.File
	path  string
	at    token.Position
	what  string
	place uint64 // in the order of the sample
	apply func() (undo func())
}

// turned gives for an operator the wrong one.
var turned = map[token.Token]token.Token{
	token.EQL: token.NEQ, token.NEQ: token.EQL, token.LSS: token.LEQ, token.LEQ: token.LSS,
	token.GTR: token.GEQ, token.GEQ: token.GTR, token.LAND: token.LOR, token.LOR: token.LAND,
	token.ADD: token.SUB, token.SUB: token.ADD,
}

func main() {
	log.SetFlags(0)
	n := flag.Int("n", 8, "faults a package")
	seed := flag.Uint64("seed", 1, "of the sample")
	limit := flag.Duration("limit", 2*time.Minute, "of one run of tests; one that takes longer has noticed")
	flag.Parse()
	failed := false
	for _, arg := range flag.Args() {
		folder, least, bounded := strings.Cut(arg, "=")
		must, err := strconv.Atoi(least)
		if bounded && err != nil {
			log.Fatalf("%s: no per cent", arg)
		}
		k, m, err := run(folder, *n, *seed, *limit)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s: %d of %d noticed\n", folder, k, m)
		if bounded && 100*k < must*m {
			log.Printf("%s: %d %% must be noticed", folder, must)
			failed = true
		}
	}
	if failed {
		os.Exit(1)
	}
}

// run puts a sample of faults into a package and counts those that its tests
// notice. What does not compile is no fault, and another one is taken.
func run(folder string, n int, seed uint64, limit time.Duration) (noticed, all int, err error) {
	fset := token.NewFileSet()
	mutants, err := find(fset, folder, seed)
	if err != nil {
		return 0, 0, err
	}
	slices.SortStableFunc(mutants, func(a, b mutant) int { return cmp.Compare(a.place, b.place) })
	for i := 0; i < len(mutants) && all < n; i++ {
		m := &mutants[i]
		undo := m.apply()
		var b bytes.Buffer
		err := printer.Fprint(&b, fset, m.file)
		undo()
		if err != nil {
			return noticed, all, err
		}
		compiles, fails, err := test(folder, m.path, b.Bytes(), limit)
		if err != nil {
			return noticed, all, err
		}
		if !compiles {
			continue
		}
		all++
		if fails {
			noticed++
		} else {
			fmt.Printf("%s:%d: nobody notices %s\n", m.path, m.at.Line, m.what)
		}
	}
	return noticed, all, nil
}

// find lists the faults that can be put into a package.
func find(fset *token.FileSet, folder string, seed uint64) ([]mutant, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		return nil, err
	}
	var out []mutant
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(fset, path, nil, 0)
		if err != nil {
			return nil, err
		}
		in, nth := "", map[string]int{}
		ast.Inspect(f, func(x ast.Node) bool {
			add := func(at ast.Node, what string, apply func() func()) {
				key := fmt.Sprintf("%d %s %s %s", seed, filepath.Base(path), in, what)
				nth[key]++
				sum := sha256.Sum256(fmt.Appendf(nil, "%s %d", key, nth[key]))
				out = append(out, mutant{f, path, fset.Position(at.Pos()), what, binary.LittleEndian.Uint64(sum[:]), apply})
			}
			if fn, ok := x.(*ast.FuncDecl); ok {
				in = fn.Name.Name
			}
			switch x := x.(type) {
			case *ast.BinaryExpr:
				if to, ok := turned[x.Op]; ok {
					from := x.Op
					add(x, fmt.Sprintf("%s for %s", to, from), func() func() { x.Op = to; return func() { x.Op = from } })
				}
			case *ast.IfStmt:
				cond := x.Cond
				add(x, "a negated condition", func() func() {
					x.Cond = &ast.UnaryExpr{Op: token.NOT, X: &ast.ParenExpr{X: cond}}
					return func() { x.Cond = cond }
				})
			case *ast.BasicLit:
				if v, err := strconv.Atoi(x.Value); err == nil && x.Kind == token.INT {
					from := x.Value
					add(x, fmt.Sprintf("%d for %d", v+1, v), func() func() { x.Value = strconv.Itoa(v + 1); return func() { x.Value = from } })
				}
			}
			return true
		})
	}
	return out, nil
}

// test runs the tests of a package with another text for one of its files.
func test(folder, path string, text []byte, limit time.Duration) (compiles, fails bool, err error) {
	dir, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return false, false, err
	}
	defer func() { err = orElse(err, os.RemoveAll(dir)) }()
	changed, overlay := filepath.Join(dir, "changed.go"), filepath.Join(dir, "overlay.json")
	whole, err := filepath.Abs(path)
	if err != nil {
		return false, false, err
	}
	list, err := json.Marshal(map[string]map[string]string{"Replace": {whole: changed}})
	if err != nil {
		return false, false, err
	}
	if err := os.WriteFile(changed, text, 0o644); err != nil {
		return false, false, err
	}
	if err := os.WriteFile(overlay, list, 0o644); err != nil {
		return false, false, err
	}
	if exec.Command("go", "build", "-overlay", overlay, folder).Run() != nil {
		return false, false, nil
	}
	ctx, stop := context.WithTimeout(context.Background(), limit)
	defer stop()
	return true, exec.CommandContext(ctx, "go", "test", "-short", "-failfast", "-count=1", "-overlay", overlay, folder).Run() != nil, nil
}

func orElse(a, b error) error {
	if a != nil {
		return a
	}
	return b
}
