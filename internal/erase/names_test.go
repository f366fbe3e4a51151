package erase

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestText(t *testing.T) {
	p := Person{ID: "joerg-muessig", Names: []string{"Jörg Müßig", "Müßig"}}
	p.compile()
	klein := Person{ID: "klein", Names: []string{"Eva Klein", "Klein"}}
	klein.compile()
	for _, c := range []struct {
		who      Person
		in, want string
	}{
		{p, "Jörg Müßig und Ida Holm", "███ und Ida Holm"},
		{p, "Jörg\nMüßig kam.", "███ kam."},
		{p, "JÖRG MÜSSIG, Joerg Muessig, Jorg Mußig", "███, ███, ███"},
		{p, norm.NFD.String("Jörg Müßig") + " kam", "███ kam"},
		{p, "J&ouml;rg M&#252;&szlig;ig kam", "███ kam"},
		{p, "Jörg\u00a0Müßig und Mü\u00adßig", "███ und ███"},
		{p, "**Jörg** Müßig und _Müßig_", "**███** und _███_"},
		{p, "<b>Jörg</b> Müßig", "<b>███</b>"},
		{p, "Müßigs Anwalt, der Müßigsche Fall, Müßig’s, Müßig-Affäre", "███ Anwalt, der ███ Fall, ███, ███-Affäre"},
		{p, `{"title":"J\u00f6rg M\u00fc\u00dfig"}`, `{"title":"███"}`},
		{p, `title: "J\xF6rg M\xFC\xDFig"`, `title: "███"`},
		{p, "https://e.org/J%C3%B6rg_M%C3%BC%C3%9Fig?n=J%c3%b6rg+M%c3%bc%c3%9fig", "https://e.org/erased?n=erased"},
		{p, "/e/2031-02-06-joerg-muessig-tritt-ab/", "/e/2031-02-06-erased-tritt-ab/"},
		{p, "/e/2031-02-06-wegen-muessigs-fall/", "/e/2031-02-06-wegen-erased-fall/"},
		{p, "Müßig, Müßig, Müßig", "███, ███, ███"},
		{p, "- Jörg\n- Müßig", "- Jörg\n- ███"},
		{p, "Sie traf Jörg. Müßig kam.", "Sie traf Jörg. ███ kam."},
		{p, "Müßiggang und übermüßig", "Müßiggang und übermüßig"},
		{p, "es ist müßig, das zu fragen", "es ist müßig, das zu fragen"},
		{klein, "Eva Klein hat ein klein wenig Kleingeld.", "███ hat ein klein wenig Kleingeld."},
		{klein, "{id: klein, role: actor}", "{id: erased, role: actor}"},
		{klein, "KLEIN und Kleins Haus, /a/klein/", "███ und ███ Haus, /a/erased/"},
	} {
		if got := string(c.who.Text([]byte(c.in))); got != c.want {
			t.Errorf("%q: got %q, want %q", c.in, got, c.want)
		}
		if c.in != c.want && c.who.In([]byte(c.want)) {
			t.Errorf("%q still holds the name", c.want)
		}
	}
}

func FuzzText(f *testing.F) {
	p := Person{ID: "joerg-muessig", Names: []string{"Jörg Müßig", "Müßig"}}
	p.compile()
	f.Add([]byte("Jörg Müßig%C3 &uuml; \\u00"))
	f.Fuzz(func(t *testing.T, b []byte) {
		out := p.Text(b)
		if !p.In(b) && string(out) != string(b) {
			t.Errorf("%q became %q", b, out)
		}
	})
}
