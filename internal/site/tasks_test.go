package site

import (
	"context"
	"encoding/json"
	"path/filepath"
	"testing"

	"fasti/internal/config"
	"fasti/internal/diag"
	"fasti/internal/ledger"
)

// readerTask is a question that somebody has on a phone, with a copy of the site
// in a folder: what they do, and what they must see then.
type readerTask struct {
	name string
	Act  [][]string `json:"act"` // "tap", "type" or "query", where, what; "next" is the field that the keyboard leads on to
	See  []string   `json:"see"`
}

var readerTasks = []readerTask{
	{"what Blinken did on 6 February, and who says so", [][]string{{"tap", "February"}, {"tap", "events in February 2024"}, {"tap", "6 February 2024"}},
		[]string{"Blinken holds talks with al-Sisi in Cairo", "On Tuesday he held talks with President Abdel Fattah al-Sisi", "fasti example desk"}},
	{"all votes of the Council", [][]string{{"tap", "UN Security Council"}},
		[]string{"Security Council adopts Resolution 2712", "vetoes the draft of Brazil", "votes on a draft of the United Arab Emirates", "vetoes the draft of Algeria", "Russia and China veto", "demands a ceasefire for Ramadan"}},
	{"what happened between 20 December and 12 January", [][]string{{"tap", "All events"}, {"type", "css:[name=from]", "2023-12-20"}, {"next", "css:[name=to]", "2024-01-12"}},
		[]string{"South Africa brings a case", "Israel rejects the accusation of genocide", "Mitsotakis receives Blinken on Crete"}},
	{"who met whom", [][]string{{"tap", "Who met whom"}}, []string{"How often", "Blinken meets Erdo\u011fan in Istanbul"}},
	{"what is planned and not confirmed", [][]string{{"tap", "Plans and what became of them"}}, []string{"no report joined to it says what came of it", "Security Council to vote on a draft about aid deliveries"}},
	{"what changed since a day", [][]string{{"tap", "What changed"}}, []string{"30 November 2026"}},
	{"how to cite an event, with its address and state", [][]string{{"tap", "All events"}, {"tap", "Security Council to vote on a draft"}}, []string{"(planned", "https://example.org/e/2023-12-18-security-council-to-vote-on-a"}},
	{"a word of a quotation", [][]string{{"query", "css:#q", "Dringlichkeitssitzung"}}, []string{"UN Security Council meets in emergency session", "zu einer Dringlichkeitssitzung zusammen"}},
	{"all of one article", [][]string{{"tap", "Sources"}, {"tap", "Hamas answers the Paris proposal"}}, []string{"Blinken began the trip on Monday in Riyadh", "Qatar received the answer"}},
	{"where sources disagree", [][]string{{"tap", "Where reports disagree"}}, []string{"120: fasti example desk, 13 Dec 2023", "121: fasti example desk, 26 Jan 2024"}},
}

// The tasks of readers, each within three taps or one query, from the home page
// of the example in a folder.
func TestReaderTasks(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser takes its time")
	}
	c, cfg := exampleSite(t)
	out := filepath.Join(t.TempDir(), "public")
	if _, err := Build(context.Background(), Options{Dir: "../..", Out: out, Content: c, Config: cfg, Version: "1"}); err != nil {
		t.Fatal(err)
	}
	job := browserJob{Root: out}
	for _, task := range readerTasks {
		argument, err := json.Marshal(task)
		if err != nil {
			t.Fatal(err)
		}
		job.Steps = append(job.Steps, [2]string{"task", string(argument)})
	}
	job.Steps = append(job.Steps, [2]string{"railNow", "2024/02/index.html"})
	lines := runBrowser(t, job)
	problems(t, lines)
	i := 0
	for _, l := range lines {
		if saw, ok := l["saw"].(map[string]any); ok && l["step"] == "railNow" && (saw["seen"] != true || saw["top"] != 0.0) {
			t.Errorf("the open month in the line of months: %v", saw)
		}
		if l["step"] != "task" {
			continue
		}
		saw := l["saw"].(map[string]any)
		missing, _ := saw["missing"].([]any)
		if taps := saw["taps"].(float64); taps > 3 || len(missing) > 0 {
			t.Errorf("%s: %v taps to %v, not seen: %v", readerTasks[i].name, taps, saw["at"], missing)
		} else {
			t.Logf("%s: %v taps, %v", readerTasks[i].name, taps, saw["at"])
		}
		i++
	}
	if i != len(readerTasks) {
		t.Errorf("%d of %d tasks were done", i, len(readerTasks))
	}
}

// exampleSite reads the example site's content and configuration.
func exampleSite(t *testing.T) (*ledger.Content, *config.Config) {
	t.Helper()
	c, found := ledger.Load("../..")
	if diag.HasErrors(found) {
		t.Fatal(found)
	}
	cfg, err := config.Load("../..")
	if err != nil {
		t.Fatal(err)
	}
	return c, cfg
}
