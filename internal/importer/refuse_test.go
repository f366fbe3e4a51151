package importer_test

import (
	"errors"
	"strings"
	"testing"

	"fasti/internal/diag"
	"fasti/internal/importer"
)

// noise is what a binary file goes on with behind its first bytes.
var noise = func() string {
	var b strings.Builder
	for i := range 2048 {
		b.WriteByte(byte(i))
	}
	return b.String()
}()

// TestNoArticles gives the importer what is no article: each is refused with
// one line that says what it is.
func TestNoArticles(t *testing.T) {
	im := newImporter(t)
	teasers := strings.Repeat(`<article class="teaser"><h2><a href="/1">Meldung Nummer eins des Tages</a></h2><p>Am 3. Mai 2031 geschah in Ulm etwas. <a href="/1">mehr</a></p></article>`, 9)
	for name, data := range map[string]string{
		"photo.jpg": "\xff\xd8\xff\xe0\x00\x10JFIF\x00" + noise, "logo.png": "\x89PNG\r\n\x1a\n" + noise, "anim.gif": "GIF89a" + noise,
		"pic.webp": "RIFF\x00\x10\x00\x00WEBPVP8 " + noise, "song.mp3": "ID3\x04\x00\x00" + noise, "clip.mp4": "\x00\x00\x00 ftypisom" + noise,
		"talk.wav": "RIFF\x24\x08\x00\x00WAVEfmt " + noise, "talk.ogg": "OggS\x00\x02" + noise, "old.doc": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise,
		"prog.exe": "MZ\x90\x00\x03" + noise, "lib.so": "\x7fELF\x02\x01" + noise, "mod.wasm": "\x00asm\x01" + noise, "font.woff2": "wOF2" + noise,
		"db.sqlite": "SQLite format 3\x00" + noise, "noext": noise, "dump.gz": "\x1f\x8b\x08\x00" + noise,
		"icon.svg": `<svg xmlns="http://www.w3.org/2000/svg"><text>Am 7. Oktober 2023 wurde das Rathaus eröffnet.</text></svg>`,
		"data.csv": "date,title\n2024-01-01,Neujahr\n", "cal.ics": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Sitzung\n",
		"cal.txt": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Sitzung\n", "card.vcf": "BEGIN:VCARD\nFN:Petra Sonnleitner\nEND:VCARD\n",
		"conf.yaml": "title: x\n", "hugo.toml": "title = \"x\"\n", "app.js": "function a() { return 1 }\n", "style.css": "body { color: red }\n",
		"main.py": "import os\n", "script": "#!/bin/sh\necho hello\n", "query.sql": "SELECT * FROM a;\n", "server.log": "2024-01-01 INFO started\n",
		"film.srt": "1\n00:00:01,000 --> 00:00:02,000\nHallo\n", "any.json": `{"a":[1,2,3]}`, "list.jsonl": "{\"a\":1}\n{\"a\":2}\n",
		"map.geojson": `{"type":"FeatureCollection","features":[]}`, "track.gpx": `<?xml version="1.0"?><gpx><trk><name>Tour</name></trk></gpx>`,
		"sitemap.xml": `<?xml version="1.0"?><urlset><url><loc>https://a.example/1</loc></url></urlset>`, "pom.xml": "<project><artifactId>a</artifactId></project>",
		"subs.opml": `<opml version="2.0"><body><outline text="Bote"/></body></opml>`, "refs.bib": "@article{a, title={Der Rat}}",
		"key.pem": "-----BEGIN CERTIFICATE-----\nMIIDdzCCAl\n-----END CERTIFICATE-----\n", "base64.txt": strings.Repeat("TWFuIGlzIGRpc3Rpbmd1aXNoZWQsIG5vdCBvbmx5IGJ5IGhpcw==\n", 20),
		"empty.html": "", "blank.txt": " \n\n\t\n", "scan.pdf": "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
		"login.html":   `<html lang="de"><title>Intern</title><form><input name="u"><input type="password"><button>Anmelden</button></form><p>Passwort vergessen?</p></html>`,
		"404.html":     `<html lang="de"><title>404 – Seite nicht gefunden</title><body><h1>Seite nicht gefunden</h1><p>Die angeforderte Seite existiert nicht.</p></body></html>`,
		"captcha.html": `<html lang="en"><title>Just a moment...</title><body><h1>bote.example</h1><p>Verify you are human by completing the action below.</p></body></html>`,
		"app.html":     `<html><title>App</title><body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>`,
		"list.html":    `<html lang="de"><title>Nachrichten | Bote</title><body><h1>Nachrichten</h1>` + teasers + `</body></html>`,
		"moved.html":   `<html><head><meta http-equiv="refresh" content="0; url=https://a.example/"></head><body></body></html>`,
		"frames.html":  `<html><head><title>Gemeinde</title></head><frameset cols="20,80"><frame src="a.htm"><noframes>Ihr Browser zeigt keine Frames.</noframes></frameset></html>`,
	} {
		found, err := im.Read([]byte(data), importer.Options{Source: name})
		var d diag.Diagnostic
		if err == nil {
			t.Errorf("%s became an article: %q", name, found.Articles[0].Body)
		} else if !errors.As(err, &d) || d.Message == "" || strings.Contains(d.Message, "\n") {
			t.Errorf("%s: %v is no line for a person", name, err)
		}
	}
}
