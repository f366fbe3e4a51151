package extract_test

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// pkg is what go list tells of a package.
type pkg struct {
	ImportPath string
	Dir        string
	Standard   bool
	GoFiles    []string
	Imports    []string
}

func goList(t *testing.T, args ...string) []pkg {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Dir,Standard,GoFiles,Imports"}, args...)...)
	cmd.Dir = ".."
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.String())
	}
	var all []pkg
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := d.Decode(&p); err == io.EOF {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// outside are the packages through which a program reaches files, the network,
// other programs or chance. The standard library imports some of them for its
// own ends (fmt imports os), so the rule is on what our packages, and the
// modules that they use, import themselves.
var outside = []string{"os", "os/", "net", "net/http", "syscall", "io/ioutil", "math/rand", "math/rand/v2", "crypto/rand", "plugin", "unsafe", "log", "flag"}

// mayImport are the exceptions of modules.
var mayImport = map[string]string{
	"github.com/yuin/goldmark/util": "unsafe", // strings as bytes without a copy
}

func forbidden(p pkg, imported string) bool {
	for _, o := range outside {
		if imported == o || strings.HasSuffix(o, "/") && strings.HasPrefix(imported, o) {
			return mayImport[p.ImportPath] != imported
		}
	}
	return strings.HasPrefix(imported, "github.com/gohugoio/") || strings.HasPrefix(imported, "fasti/cmd/") ||
		strings.HasPrefix(imported, "fasti/internal/") && imported != "fasti/internal/edtf"
}

// TestPure holds that nothing in extract/ reaches files, clock, network, chance
// or Hugo.
func TestPure(t *testing.T) {
	for _, p := range goList(t, "-deps", "./extract/...") {
		if p.Standard {
			continue
		}
		for _, i := range p.Imports {
			if forbidden(p, i) {
				t.Errorf("%s imports %s", p.ImportPath, i)
			}
		}
		if strings.HasPrefix(p.ImportPath, "fasti/extract") {
			noClock(t, p)
		}
	}
}

// noClock holds that a package does not ask the time of day, which time.Now
// and its kin would tell.
func noClock(t *testing.T, p pkg) {
	asks := map[string]bool{"Now": true, "Since": true, "Until": true, "Sleep": true, "After": true, "Tick": true, "NewTimer": true, "NewTicker": true, "Local": true, "LoadLocation": true}
	for _, name := range p.GoFiles {
		file := filepath.Join(p.Dir, name)
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := s.X.(*ast.Ident); ok && x.Name == "time" && x.Obj == nil && asks[s.Sel.Name] {
					t.Errorf("%s asks time.%s", file, s.Sel.Name)
				}
			}
			return true
		})
	}
}

// TestDirection holds that the stages import one way: what stands later may
// import what stands earlier.
func TestDirection(t *testing.T) {
	order := []string{"internal/edtf", "extract/modelfile", "extract/lang", "extract/count", "extract/article", "extract/segment", "extract/syntax", "extract/timex", "extract/actor", "extract/event", "extract/title", "extract", "extract/merge", "extract/reports"}
	rank := map[string]int{}
	for i, p := range order {
		rank["fasti/"+p] = i
	}
	stage := func(path string) (int, bool) {
		if path == "fasti/extract" {
			return rank[path], true
		}
		for ; strings.HasPrefix(path, "fasti/") && path != "fasti/extract"; path = path[:strings.LastIndexByte(path, '/')] {
			if r, ok := rank[path]; ok {
				return r, true
			}
		}
		return 0, false
	}
	for _, p := range goList(t, "./extract/...") {
		from, ok := stage(p.ImportPath)
		if !ok {
			t.Errorf("%s has no place in the order of stages", p.ImportPath)
		}
		for _, i := range p.Imports {
			if to, ok := stage(i); ok && to > from {
				t.Errorf("%s imports %s, which comes later", p.ImportPath, i)
			}
		}
	}
}

// TestHugoStaysInSite holds that Hugo is imported in one place, so that the
// rest compiles without its 700 packages.
func TestHugoStaysInSite(t *testing.T) {
	for _, p := range goList(t, "./...") {
		for _, i := range p.Imports {
			if strings.HasPrefix(i, "github.com/gohugoio/") && p.ImportPath != "fasti/internal/site" && !strings.HasPrefix(p.ImportPath, "fasti/internal/site/") {
				t.Errorf("%s imports %s; only internal/site may", p.ImportPath, i)
			}
		}
	}
}
