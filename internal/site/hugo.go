package site

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"

	"github.com/bep/logg"
	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/spf13/afero"
)

// hugoDir is where the site lies inside the file system of memory that Hugo
// sees. Hugo never gets a real folder, so nothing can be written beside the
// output.
const hugoDir = "/site"

// render runs Hugo over files, a site by path ("hugo.json", "content/…",
// "layouts/…"), and returns what it published by path. Both maps have paths
// with slashes and without a leading one.
func render(files map[string][]byte) (map[string][]byte, []string, error) {
	src := afero.NewMemMapFs()
	for _, name := range sortedKeys(files) {
		if err := writeMem(src, path.Join(hugoDir, name), files[name]); err != nil {
			return nil, nil, err
		}
	}
	var messages bytes.Buffer
	logger := loggers.New(loggers.Options{
		StdOut: &messages, StdErr: &messages,
		Level: logg.LevelWarn, DistinctLevel: logg.LevelWarn,
	})
	flags := config.New()
	flags.Set("workingDir", hugoDir)
	flags.Set("publishDir", "public")
	configs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Fs: src, Logger: logger, Flags: flags, Filename: "hugo.json",
		Environment: "production",
		// An empty list would mean the whole environment of the process.
		Environ: []string{"HUGO_ENVIRONMENT=production"},
	})
	if err != nil {
		return nil, nil, fmt.Errorf("configuration: %w", err)
	}
	hfs := hugofs.NewFrom(src, configs.LoadingInfo.BaseConfig)
	sites, err := hugolib.NewHugoSites(deps.DepsCfg{
		Configs: configs, Fs: hfs, LogLevel: logger.Level(), StdOut: &messages, StdErr: &messages,
	})
	if err != nil {
		return nil, nil, faultOf("templates", fault(err, nil))
	}
	defer sites.Close()
	err = sites.Build(hugolib.BuildCfg{NoBuildLock: true})
	warnings := ownWords(lines(messages.String()))
	if err != nil {
		return nil, nil, faultOf("rendering", fault(err, warnings))
	}
	out, err := readMem(hfs.PublishDir)
	return out, warnings, err
}

func writeMem(to afero.Fs, name string, data []byte) error {
	if err := to.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	return afero.WriteFile(to, name, data, 0o644)
}

func readMem(from afero.Fs) (map[string][]byte, error) {
	out := map[string][]byte{}
	err := afero.Walk(from, "", func(name string, info fs.FileInfo, err error) error {
		if name == "" && errors.Is(err, fs.ErrNotExist) {
			return nil // Hugo has made nothing: a page that its own keys hold back
		}
		if err != nil || info.IsDir() {
			return err
		}
		data, err := afero.ReadFile(from, name)
		out[strings.TrimPrefix(path.Clean("/"+name), "/")] = data
		return err
	})
	return out, err
}

// page is one page as Hugo reads it: front matter in JSON, then the editor's
// Markdown.
func page(front map[string]any, body string) ([]byte, error) {
	b, err := json.Marshal(front)
	if err != nil {
		return nil, err
	}
	return append(append(b, "\n\n"...), body...), nil
}

// fault words an error of Hugo's: what templates and shortcodes complain of
// stands in its log, with paths inside of the memory that it was given.
func fault(err error, log []string) string {
	s := err.Error()
	for _, l := range log {
		if rest, ok := strings.CutPrefix(l, "ERROR "); ok {
			s = strings.TrimSpace(rest)
			break
		}
	}
	return strings.NewReplacer("\""+hugoDir+"/", "\"", hugoDir+"/", "").Replace(s)
}

// rawHTML stands before the name of a page of which Hugo has left out HTML.
const rawHTML = "raw HTML in "

// ownWords says Hugo's most likely warning as fasti means it: the setting that
// Hugo advises is one that fasti does not take.
func ownWords(warnings []string) []string {
	var out []string
	for _, w := range warnings {
		if strings.HasPrefix(w, "You can suppress this warning") || strings.HasPrefix(w, "ignoreLogs =") {
			continue
		}
		_, rest, ok := strings.Cut(w, "Raw HTML omitted while rendering \"")
		if name, _, quoted := strings.Cut(rest, "\""); ok && quoted {
			w = rawHTML + strings.TrimPrefix(name, hugoDir+"/")
		}
		out = append(out, w)
	}
	return out
}

func lines(s string) []string {
	var out []string
	for l := range strings.Lines(s) {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
