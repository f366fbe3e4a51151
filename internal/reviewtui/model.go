// Package reviewtui is the review desk in a terminal: one event a screen, one
// key a decision, the same core and the same keys as the page of serve.
package reviewtui

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"fasti/internal/ledger"
	"fasti/internal/review"
)

// Site is the site that is reviewed.
type Site interface {
	// Look gives the desk over the site as it stands on the disk now.
	Look(ctx context.Context) (*review.Desk, error)
	// Change writes what plan says, while nobody else writes to the site.
	Change(ctx context.Context, by string, plan func(*review.Desk, ledger.Options) (p *ledger.Plan, renew bool, err error)) (*ledger.Plan, error)
	// Words gives the titles that were weighed, see [review.Words].
	Words(d *review.Desk) review.Words
}

// Model is the state of the desk. Use [New].
type Model struct {
	ctx    context.Context
	site   Site
	who    string
	filter review.Filter

	desk    *review.Desk
	queue   review.Queue
	item    *review.Item
	chosen  int // sentence
	skipped map[string]bool
	trail   []string    // events that were looked at
	done    [][2]string // group and event of what was decided here
	said    string
	fault   string
	help    bool

	width, height int // of the terminal; 0 if it does not say

	field string // that is being corrected; "" if none
	typed []rune
}

// New begins a review of the events that a filter picks.
func New(ctx context.Context, s Site, who string, f review.Filter) (*Model, error) {
	m := &Model{ctx: ctx, site: s, who: who, filter: f, skipped: map[string]bool{}}
	if err := m.load(); err != nil {
		return nil, err
	}
	m.first("")
	return m, nil
}

// Init implements [tea.Model].
func (m *Model) Init() tea.Cmd { return nil }

// Update implements [tea.Model].
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if size, ok := msg.(tea.WindowSizeMsg); ok {
		m.width, m.height = size.Width, size.Height
	}
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return m, nil
	}
	m.fault = ""
	switch s := k.String(); {
	case s == "ctrl+c":
		return m, tea.Quit
	case m.field != "":
		m.edit(k)
	case s == "esc" && !m.help, s == "Q":
		return m, tea.Quit
	default:
		m.Key(s)
	}
	return m, nil
}

// View implements [tea.Model].
func (m *Model) View() tea.View {
	v := tea.NewView(fit(m.Screen(), m.width, m.height))
	v.AltScreen = true
	return v
}

// load reads the queue anew.
func (m *Model) load() error {
	d, err := m.site.Look(m.ctx)
	if err != nil {
		return err
	}
	m.desk, m.queue = d, d.Queue(m.filter)
	return nil
}

// first shows the first event that waits, behind another one if that is named.
func (m *Model) first(after string) {
	from := 0
	for i, e := range m.queue.Entries {
		if e.ID == after {
			from = i + 1
		}
	}
	n := len(m.queue.Entries)
	for i := range n {
		if e := m.queue.Entries[(from+i)%n]; !m.skipped[e.ID] && e.ID != after {
			m.show(e.ID)
			return
		}
	}
	m.item = nil
}

func (m *Model) show(id string) {
	if m.item != nil && m.item.ID != id {
		m.trail = append(m.trail, m.item.ID)
	}
	m.item, m.chosen = m.desk.Item(id, m.site.Words(m.desk)), 0
	if m.item == nil {
		return
	}
	for i, q := range m.item.Quotes {
		if q.Waits {
			m.chosen = i
			break
		}
	}
}

// do has a request done; stay says whether the event stays on the screen.
func (m *Model) do(q review.Request, stay bool) {
	it := m.item
	if q.Event == "" {
		q.Event, q.Base = it.ID, it.Fields
	}
	next := m.after(it.ID)
	var out review.Outcome
	p, err := m.site.Change(m.ctx, m.who, func(d *review.Desk, opt ledger.Options) (*ledger.Plan, bool, error) {
		var err error
		if out, err = d.Plan(q, opt); err != nil {
			return nil, false, err
		}
		if len(out.Clashes) > 0 {
			c := out.Clashes[0]
			return nil, false, fmt.Errorf("changed meanwhile: %s was %q and is %q; look again", c.Field, c.Base, c.Now)
		}
		return out.Plan, out.Renew, nil
	})
	if err == nil {
		err = m.tell(p, it.ID)
	}
	if bad := m.load(); err == nil {
		err = bad
	}
	if err != nil {
		m.fault = err.Error()
		m.show(it.ID)
		return
	}
	if stay {
		m.show(it.ID)
		return
	}
	if next != "" && m.desk.Event(next) != nil {
		m.show(next)
		return
	}
	m.first(it.ID)
}

// tell says what was done, or why not.
func (m *Model) tell(p *ledger.Plan, id string) error {
	for _, f := range p.Findings {
		if p.Empty() {
			return fmt.Errorf("%s (%s)", f.Message, f.Hint)
		}
	}
	if p.Empty() && len(p.Left) > 0 {
		return fmt.Errorf("%s", p.Left[0].Why)
	}
	if g := p.Group(); g != "" {
		m.done = append(m.done, [2]string{g, id})
	}
	m.said = ""
	for _, a := range p.Acts {
		if a.Act.Human() {
			m.said = ledger.Tell(a)
			break
		}
	}
	return nil
}

// after is the event behind another one in the queue; "" if there is none.
func (m *Model) after(id string) string {
	for i, e := range m.queue.Entries {
		if e.ID != id {
			continue
		}
		for _, n := range m.queue.Entries[i+1:] {
			if !m.skipped[n.ID] {
				return n.ID
			}
		}
	}
	return ""
}

func (m *Model) undo() {
	group, id := "", ""
	if n := len(m.done); n > 0 {
		group, id = m.done[n-1][0], m.done[n-1][1]
		m.done = m.done[:n-1]
	}
	_, err := m.site.Change(m.ctx, m.who, func(d *review.Desk, opt ledger.Options) (*ledger.Plan, bool, error) {
		p, err := d.Undo(group, opt)
		return p, false, err
	})
	if bad := m.load(); err == nil {
		err = bad
	}
	if err != nil {
		m.fault = err.Error()
		return
	}
	m.said = "taken back"
	if id != "" {
		m.show(id)
	} else {
		m.first("")
	}
}

// edit takes a key while a field is corrected.
func (m *Model) edit(k tea.KeyPressMsg) {
	switch k.String() {
	case "esc":
		m.field = ""
	case "enter":
		field, v := m.field, strings.TrimSpace(string(m.typed))
		m.field = ""
		if m.item != nil && v != m.item.Fields[field] {
			m.do(review.Request{Do: "set", Key: field, Value: v}, true)
		}
	case "backspace":
		if n := len(m.typed); n > 0 {
			m.typed = m.typed[:n-1]
		}
	case "ctrl+u":
		m.typed = nil
	default:
		m.typed = append(m.typed, []rune(k.Text)...)
	}
}
