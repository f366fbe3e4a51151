package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// README's lines for a timeline of one's own, word for word, give what they
// promise, with files of the names that stand there.
func TestReadmeLines(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, text, ok := strings.Cut(string(readme), "## Your own timeline\n")
	if !ok {
		t.Fatal("README has no such part")
	}
	dir := t.TempDir()
	t.Chdir(dir)
	files := map[string]string{
		"article.txt": "Neue Fähre\n\nDer Stadtrat von Norrum beschloss am Dienstag den Bau einer Fähre.\n",
		"page.html":   "<html lang=\"en\"><head><title>Mill burns</title><meta property=\"article:published_time\" content=\"2024-03-01\"></head><body><article><h1>Mill burns</h1><p>The old mill of Brenn burned down on 9 May 2020.</p></article></body></html>\n",
		"feed.xml":    "<rss version=\"2.0\"><channel><title>Bote</title><item><title>Brücke</title><link>https://bote.example/1</link><pubDate>Wed, 06 Mar 2024 09:00:00 +0100</pubDate><description>Der Rat von Orla beschloss am 5. März 2024 eine Brücke.</description></item></channel></rss>\n",
	}
	said, ran := "", 0
	for _, line := range strings.Split(text, "\n") {
		command, _, _ := strings.Cut(strings.TrimPrefix(line, "    "), "#")
		command = strings.TrimSpace(command)
		switch {
		case !strings.HasPrefix(line, "    ") || command == "":
		case strings.HasPrefix(command, "go install"), command == "fasti serve":
		case strings.HasPrefix(command, "cd "):
			t.Chdir(filepath.Join(dir, strings.TrimPrefix(command, "cd ")))
			for name, data := range files {
				if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		case strings.HasPrefix(command, "fasti "):
			var out bytes.Buffer
			if code := run(context.Background(), strings.Fields(command)[1:], streams{strings.NewReader(""), &out, &out}); code != 0 {
				t.Fatalf("%s: exit code %d\n%s", command, code, out.String())
			}
			said, ran = said+out.String(), ran+1
		}
	}
	if ran < 3 || !strings.Contains(said, "3 articles added") {
		t.Errorf("%d commands: %s", ran, said)
	}
	page, err := os.ReadFile("public/events.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, quote := range []string{"Bau einer Fähre", "mill of Brenn burned", "beschloss am 5. März 2024", "approved the repairs in June 2022"} {
		if !strings.Contains(string(page), quote) {
			t.Errorf("the site has no event with %q", quote)
		}
	}
	// A page and an item of a feed keep the day that they say.
	for name, day := range map[string]string{"mill-burns": "2024-03-01", "bruecke": "2024-03-06"} {
		paths, err := filepath.Glob("content/articles/*" + name + ".md")
		if err != nil || len(paths) != 1 {
			t.Fatalf("%s: %v, %v", name, paths, err)
		}
		b, err := os.ReadFile(paths[0])
		if err != nil || !strings.Contains(string(b), "date: \""+day) {
			t.Errorf("%s: %v\n%s", name, err, b)
		}
	}
}
