package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fasti/internal/decisions"
	"fasti/internal/ledger"
)

// Sentences are moved and taken out, events kept apart, notes and questions
// written, each by its key, and each taken back by one.
func TestDeskSentencesInBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser takes its time")
	}
	dir := deskSiteDir(t)
	home, token, stop := serving(t, dir)
	var r struct {
		Note, Question          []string
		Wenton                  bool
		Joined, Out, OutBack    int
		Moved, MovedBack, Twins []int
		Parted                  []int
	}
	deskJob{Address: home + "_review/#token=" + token, Part: "sentences", Tasks: map[string]any{"join": []string{"residents protest", "Einwohner"}, "to": "sign an agreement"}}.drive(t, &r)
	stop()
	if !slices.Equal(r.Note, []string{"Note: Ask the harbour office."}) || !slices.Contains(r.Question, "Question: Was it Monday?") || !r.Wenton {
		t.Errorf("note and question: %+v", r)
	}
	if r.Joined != 2 || !slices.Equal(r.Moved, []int{1, 1}) || !slices.Equal(r.MovedBack, []int{2, 0}) || r.Out != 1 || r.OutBack != 2 || !slices.Equal(r.Parted, []int{1, 1}) {
		t.Errorf("sentences: %+v", r)
	}
	if len(r.Twins) != 2 || r.Twins[0] == 0 || r.Twins[1] != 0 {
		t.Errorf("kept apart: %v", r.Twins)
	}
	c, found := ledger.Load(dir)
	if len(found) > 0 {
		t.Fatal(found)
	}
	if !slices.ContainsFunc(c.Log().Live(), func(a ledger.Act) bool { return a.Act == decisions.Apart && a.By == "Anna" }) {
		t.Error("the log does not say who kept two apart")
	}
	if slices.ContainsFunc(c.Log().Live(), func(a ledger.Act) bool {
		return a.Act == decisions.Move || a.Act == decisions.Drop || a.Act == decisions.Remove
	}) {
		t.Error("what was taken back holds")
	}
}

// Actors are named in a language, parted, joined and kept from a name at their
// desk, and every event follows.
func TestDeskActorsInBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser takes its time")
	}
	dir := deskSiteDir(t)
	if err := os.MkdirAll(filepath.Join(dir, "content/actors"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"ada-lund": "---\ntitle: Ada Lund\nkind: person\nknown_as: [Ada Lind]\n---\n",
		"a-lund":   "---\ntitle: A. Lund\nkind: person\nnot: [Axel Lund]\n---\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, "content/actors", name+".md"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(filepath.Join(dir, "content/events/2031"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "content/events/2031/visit.md"), []byte("---\ntitle: A. Lund comes\nwhen: \"2031-02-01\"\nactors: [{id: a-lund, role: actor}]\n---\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	home, token, stop := serving(t, dir)
	var r []struct{ Name, Toast, Fault string }
	deskJob{Address: home + "_review/#token=" + token, Part: "people", Tasks: map[string]any{"forms": [][]any{
		{"Ada Lund", []string{"Language (de, en …)", "Name"}, []string{"de", "Ada von Lund"}},
		{"Ada Lund", []string{"Name that is not theirs"}, []string{"Ida Lund"}},
		{"Ada Lund", []string{"Name that is somebody else"}, []string{"Ada Lind"}},
		{"A. Lund", []string{"Name or id of the actor that stays"}, []string{"Ada Lund"}},
	}}}.drive(t, &r)
	stop()
	for _, x := range r {
		if x.Fault != "" || x.Toast == "" {
			t.Errorf("%+v", x)
		}
	}
	c, found := ledger.Load(dir)
	if len(found) > 0 {
		t.Fatal(found)
	}
	of := map[string]*ledger.Actor{}
	for _, a := range c.Actors {
		of[a.ID] = a
	}
	ada := of["ada-lund"]
	if ada == nil || of["a-lund"] != nil || of["ada-lind"] == nil {
		t.Fatalf("%+v", r)
	}
	if ada.Names["de"] != "Ada von Lund" || !slices.Contains(ada.Not, "Ida Lund") || !slices.Contains(ada.Not, "Ada Lind") || !slices.Contains(ada.Not, "Axel Lund") || !slices.Contains(ada.KnownAs, "A. Lund") || slices.Contains(ada.KnownAs, "Ada Lind") {
		t.Errorf("%+v", ada)
	}
	b, err := os.ReadFile(filepath.Join(dir, "content/events/2031/visit.md"))
	if err != nil || !strings.Contains(string(b), "id: ada-lund") {
		t.Errorf("the event does not follow: %v\n%s", err, b)
	}
}

// With two readers an event waits for the second, who signs beside the first.
func TestDeskSecondReaderInBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser takes its time")
	}
	dir := deskSiteDir(t)
	conf := filepath.Join(dir, "hugo.yaml")
	b, err := os.ReadFile(conf)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(conf, append(b, "    publish: {reviewed: 2}\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, said, code := fastiOn(t, dir, "extract"); code != 0 {
		t.Fatal(said)
	}
	if _, said, code := fastiOn(t, dir, "accept", "--where", "title~agreement lang=en"); code != 0 {
		t.Fatal(said)
	}
	c, _ := ledger.Load(dir)
	i := slices.IndexFunc(c.Events, func(e *ledger.Event) bool { return slices.Equal(e.ReviewedBy, []string{"Anna"}) })
	if i < 0 {
		t.Fatal("nobody has accepted it")
	}
	id := c.Events[i].ID
	home, token, stop := servingTo(t, dir, "Bea")
	if _, page := got(t, home+"events.json", ""); strings.Contains(page, id) {
		t.Error("it is shown before the second reader")
	}
	var r struct {
		Waited       bool
		Toast, Fault string
	}
	deskJob{Address: home + "_review/#token=" + token, Part: "second", Tasks: map[string]any{"event": id}}.drive(t, &r)
	stop()
	if !r.Waited || r.Fault != "" {
		t.Errorf("%+v", r)
	}
	c, _ = ledger.Load(dir)
	for _, e := range c.Events {
		if e.ID == id && !slices.Equal(e.ReviewedBy, []string{"Anna", "Bea"}) {
			t.Errorf("signed by %v", e.ReviewedBy)
		}
	}
}
