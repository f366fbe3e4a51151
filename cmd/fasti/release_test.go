package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// releases are the archives of a release that .goreleaser.yaml asks for, by
// platform.
func releases(t *testing.T, version string) map[string]string {
	t.Helper()
	src, err := os.ReadFile("../../.goreleaser.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var r struct {
		Builds []struct {
			Env, Targets []string
		}
		Archives []struct {
			Formats []string
			Name    string `yaml:"name_template"`
		}
		Checksum struct {
			Name      string `yaml:"name_template"`
			Algorithm string
		}
	}
	if err := yaml.Unmarshal(src, &r); err != nil {
		t.Fatal(err)
	}
	if len(r.Builds) != 1 || len(r.Archives) != 1 || !slices.Equal(r.Archives[0].Formats, []string{"tar.gz"}) || r.Checksum.Name != "checksums.txt" || r.Checksum.Algorithm != "sha256" {
		t.Fatalf("%+v", r)
	}
	if !slices.Contains(r.Builds[0].Env, "CGO_ENABLED=0") {
		t.Error("the program of a release is not static")
	}
	out := map[string]string{}
	for _, target := range r.Builds[0].Targets {
		goos, arch, _ := strings.Cut(target, "_")
		name := strings.NewReplacer("{{ .Version }}", version, "{{ .Os }}", goos, "{{ .Arch }}", arch).Replace(r.Archives[0].Name)
		out[target] = name + ".tar.gz"
	}
	return out
}

// What a site's CI loads is what a release has, on every machine that there is
// a release for.
func TestReleaseNames(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("SKIPPED: the installer is for sh")
	}
	archives := releases(t, "9.9.9")
	if len(archives) != 5 {
		t.Errorf("%d platforms: %v", len(archives), archives)
	}
	machines := map[string][2]string{
		"linux_amd64": {"Linux", "x86_64"}, "linux_arm64": {"Linux", "aarch64"},
		"darwin_amd64": {"Darwin", "x86_64"}, "darwin_arm64": {"Darwin", "arm64"},
	}
	for target, m := range machines {
		dir := t.TempDir()
		put := func(name, text string, mode os.FileMode) {
			if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), mode); err != nil {
				t.Fatal(err)
			}
		}
		script, err := starter.ReadFile("starter/ci/install-fasti.sh")
		if err != nil {
			t.Fatal(err)
		}
		put("ci/install-fasti.sh", string(script), 0o644)
		put("ci/fasti.env", "FASTI_VERSION=v9.9.9\nFASTI_RELEASES=https://example.org/{version}/\n", 0o644)
		put("bin/uname", fmt.Sprintf("#!/bin/sh\n[ \"$1\" = -s ] && echo %s || echo %s\n", m[0], m[1]), 0o755)
		put("bin/curl", "#!/bin/sh\nfor a; do last=$a; done\necho \"$last\" >> asked\nexit 22\n", 0o755)
		cmd := exec.Command("sh", "ci/install-fasti.sh")
		cmd.Dir, cmd.Env = dir, append(os.Environ(), "PATH="+filepath.Join(dir, "bin")+":"+os.Getenv("PATH"))
		out, err := cmd.CombinedOutput()
		asked, _ := os.ReadFile(filepath.Join(dir, "asked"))
		if want := "https://example.org/v9.9.9/" + archives[target] + "\n"; err == nil || string(asked) != want {
			t.Errorf("%s: asked for %q, the release has %q: %v\n%s", target, asked, want, err, out)
		}
	}
}

// A release as the configuration says it is loaded, compared with its checksum
// and runs, and says which it is; one byte less and it is not taken. By default
// for this machine alone; FASTI_RELEASE=all builds the five platforms.
func TestRelease(t *testing.T) {
	if testing.Short() || runtime.GOOS == "windows" {
		t.Skip("it links the program")
	}
	platform := runtime.GOOS + "_" + runtime.GOARCH
	archives := releases(t, "9.9.9")
	if archives[platform] == "" {
		t.Skipf("SKIPPED: there is no release for %s", platform)
	}
	c := newCI(t)
	dist := filepath.Join(c.dir, "dist")
	args := []string{"run", "./test/release"}
	if os.Getenv("FASTI_RELEASE") != "all" {
		args = append(args, "-plain", "-targets", platform)
		archives = map[string]string{platform: archives[platform]}
	}
	cmd := exec.Command("go", append(args, "v9.9.9", dist)...)
	cmd.Dir = "../.."
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	sums := c.read(filepath.Join(dist, "checksums.txt"))
	for target, name := range archives {
		if !regexp.MustCompile(`(?m)^[0-9a-f]{64}  ` + regexp.QuoteMeta(name) + `$`).MatchString(sums) {
			t.Errorf("%s: checksums.txt does not name %s:\n%s", target, name, sums)
		}
	}
	desk := c.clone("main")
	env := filepath.Join(desk, "ci/fasti.env")
	c.edit(env, filepath.Join(c.dir, "releases", "{version}"), dist)
	out, err := c.try(desk, c.env, "sh", "ci/install-fasti.sh")
	if err != nil || !strings.Contains(out, "fasti v9.9.9 (go") {
		t.Errorf("%v\n%s", err, out)
	}
	if out, err := c.try(desk, c.env, ".fasti/bin/fasti", "--now", "2024-04-01", "build"); err != nil {
		t.Errorf("the installed fasti does not build: %v\n%s", err, out)
	}
	archive := filepath.Join(dist, archives[platform])
	bytes := c.read(archive)
	c.write(archive, bytes[:len(bytes)-1])
	c.check(os.RemoveAll(filepath.Join(desk, ".fasti")))
	if out, err := c.try(desk, c.env, "sh", "ci/install-fasti.sh"); err == nil || !strings.Contains(out, "is not what its checksum says") {
		t.Errorf("a cut archive: %v\n%s", err, out)
	}
}

// The image of the Dockerfile has one static program and no root.
func TestDockerfile(t *testing.T) {
	b, err := os.ReadFile("../../Dockerfile")
	if err != nil {
		t.Fatal(err)
	}
	text := string(b)
	last := text[strings.LastIndex(text, "\nFROM ")+1:]
	for _, want := range []string{"FROM scratch\n", "\nUSER 65532:65532\n", "ENTRYPOINT [\"/fasti\"]"} {
		if !strings.Contains(last, want) {
			t.Errorf("the image lacks %q", want)
		}
	}
	if !strings.Contains(text, "CGO_ENABLED=0 go build") || !strings.Contains(text, "-X main.release=$VERSION") {
		t.Error("the program is not static, or does not know its version")
	}
}
