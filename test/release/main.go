// Command release makes the archives of a release as .goreleaser.yaml asks for
// them, and their checksums.txt, with nothing but the go command: where
// goreleaser is not at hand, and to see that what the configuration names is what
// a site's ci/install-fasti.sh loads.
//
//	go run ./test/release v1.2.3 dist
//	go run ./test/release -targets linux_amd64 v1.2.3 dist
package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"text/template"
	"time"

	"gopkg.in/yaml.v3"
)

// recipe is what is read of .goreleaser.yaml.
type recipe struct {
	Builds []struct {
		Main    string
		Env     []string
		Flags   []string
		Ldflags []string
		Targets []string
	}
	Archives []struct {
		Name  string `yaml:"name_template"`
		Files []string
	}
	Checksum struct {
		Name string `yaml:"name_template"`
	}
}

var plain bool

// target is one platform of a release, and what templates know of it.
type target struct{ Tag, Version, Os, Arch string }

func main() {
	only := flag.String("targets", "", "build these `platforms` alone, OS_ARCH with commas")
	flag.BoolVar(&plain, "plain", false, "with cgo and without -trimpath, so that what is compiled already need not be compiled anew: for a test")
	flag.Parse()
	if flag.NArg() != 2 || !strings.HasPrefix(flag.Arg(0), "v") {
		fmt.Fprintln(os.Stderr, "usage: release [-targets OS_ARCH,…] vVERSION DIR")
		os.Exit(2)
	}
	if err := release(flag.Arg(0), flag.Arg(1), *only); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

func release(tag, dir, only string) error {
	src, err := os.ReadFile(".goreleaser.yaml")
	if err != nil {
		return err
	}
	var r recipe
	if err := yaml.Unmarshal(src, &r); err != nil {
		return fmt.Errorf(".goreleaser.yaml: %w", err)
	}
	if len(r.Builds) != 1 || len(r.Archives) != 1 {
		return fmt.Errorf(".goreleaser.yaml has %d builds and %d archives; this knows one of each", len(r.Builds), len(r.Archives))
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	var sums []string
	for _, name := range r.Builds[0].Targets {
		if only != "" && !slices.Contains(strings.Split(only, ","), name) {
			continue
		}
		goos, arch, _ := strings.Cut(name, "_")
		file, sum, err := r.archive(target{tag, strings.TrimPrefix(tag, "v"), goos, arch}, dir)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		fmt.Println(file)
		sums = append(sums, sum+"  "+file+"\n")
	}
	slices.SortFunc(sums, func(a, b string) int { return strings.Compare(a[64:], b[64:]) })
	return os.WriteFile(filepath.Join(dir, r.Checksum.Name), []byte(strings.Join(sums, "")), 0o644)
}

// archive builds the program for one platform and packs it.
func (r recipe) archive(t target, dir string) (file, sum string, err error) {
	program := "fasti"
	if t.Os == "windows" {
		program += ".exe"
	}
	made, err := os.MkdirTemp("", "release")
	if err != nil {
		return "", "", err
	}
	defer os.RemoveAll(made)
	b := r.Builds[0]
	args := append([]string{"build", "-o", filepath.Join(made, program)}, b.Flags...)
	env := b.Env
	if plain {
		env = nil
		args = slices.DeleteFunc(args, func(a string) bool { return a == "-trimpath" })
	}
	flags, err := t.fill(strings.Join(b.Ldflags, " "))
	if err != nil {
		return "", "", err
	}
	cmd := exec.Command("go", append(args, "-ldflags", flags, b.Main)...)
	cmd.Env = append(append(os.Environ(), env...), "GOFLAGS=", "GOOS="+t.Os, "GOARCH="+t.Arch)
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	name, err := t.fill(r.Archives[0].Name)
	if err != nil {
		return "", "", err
	}
	packed, err := pack(filepath.Join(made, program), program, r.Archives[0].Files)
	if err != nil {
		return "", "", err
	}
	file = name + ".tar.gz"
	return file, fmt.Sprintf("%x", sha256.Sum256(packed)), os.WriteFile(filepath.Join(dir, file), packed, 0o644)
}

// fill fills a template of goreleaser's in.
func (t target) fill(text string) (string, error) {
	m, err := template.New("").Option("missingkey=error").Parse(text)
	if err != nil {
		return "", err
	}
	var out strings.Builder
	err = m.Execute(&out, t)
	return out.String(), err
}

// pack makes a tar.gz of the program and the files beside it. No time of the
// clock is in it.
func pack(path, name string, globs []string) ([]byte, error) {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	w := tar.NewWriter(z)
	add := func(path, name string, mode int64) error {
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		info, err := f.Stat()
		if err != nil {
			return err
		}
		if err := w.WriteHeader(&tar.Header{Name: name, Mode: mode, Size: info.Size(), ModTime: time.Unix(0, 0)}); err != nil {
			return err
		}
		_, err = io.Copy(w, f)
		return err
	}
	if err := add(path, name, 0o755); err != nil {
		return nil, err
	}
	for _, g := range globs {
		files, err := filepath.Glob(g)
		if err != nil || len(files) == 0 {
			return nil, fmt.Errorf("no file fits %s: %w", g, err)
		}
		for _, f := range files {
			if err := add(f, filepath.ToSlash(f), 0o644); err != nil {
				return nil, err
			}
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
