package namekey

import "testing"

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Antony Blinken":   "antony-blinken",
		"Ägypten":          "aegypten",
		"Sana'a":           "sanaa",
		"Łukasz Żal":       "lukasz-zal",
		"Владимир Путин":   "vladimir-putin",
		"Mohammed al-Sisi": "mohammed-al-sisi",
		"  CDU/CSU ":       "cdu-csu",
		"A\u0308gypten":    "aegypten",
		"東京":               "",
	} {
		if got := Slug(name); got != want {
			t.Errorf("Slug(%q) = %q, want %q", name, got, want)
		}
	}
}

// The pairs are spellings of one name in two languages' newspapers.
func TestSkeletonMeets(t *testing.T) {
	for _, p := range [][2]string{
		{"Netanjahu", "Netanyahu"},
		{"Selenskyj", "Zelensky"}, {"Selenskyj", "Zelenskiy"}, {"Selenski", "Zelenskyy"},
		{"Hisbollah", "Hezbollah"},
		{"Kiew", "Kyiv"},
		{"Joaw", "Yoav"},
		{"Chamenei", "Khamenei"},
		{"Charkiw", "Kharkiv"},
		{"Jelzin", "Yeltsin"},
		{"Schoigu", "Shoigu"},
		{"Lawrow", "Lavrov"},
		{"Schewtschenko", "Shevchenko"},
		{"Tschechow", "Chekhov"},
		{"Milošević", "Milosevic"},
		{"Schukow", "Zhukov"},
		{"Nawalny", "Navalny"},
		{"Prigoschin", "Prigozhin"},
		{"Jewgeni", "Yevgeny"},
		{"Erdoğan", "Erdogan"},
		{"Müller", "Mueller"},
	} {
		if a, b := Skeleton(p[0]), Skeleton(p[1]); a != b {
			t.Errorf("%s %q and %s %q differ", p[0], a, p[1], b)
		}
	}
}

func TestSkeletonTellsApart(t *testing.T) {
	for _, p := range [][2]string{
		{"Merkel", "Merz"}, {"Scholz", "Schäuble"}, {"Biden", "Baerbock"}, {"Blinken", "Blanck"}, {"Kiew", "Kairo"},
	} {
		if a, b := Skeleton(p[0]), Skeleton(p[1]); a == b {
			t.Errorf("%s and %s share %q", p[0], p[1], a)
		}
	}
}

func TestAgree(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want Agreement
	}{
		{"Benjamin Netanjahu", "Benjamin Netanyahu", Heard},
		{"Bibi Netanyahu", "Benjamin Netanyahu", Heard},
		{"Antony Blinken", "Antony Blinken", Spelled},
		{"Tony Blinken", "Antony Blinken", Heard},
		{"Antony J. Blinken", "Antony Blinken", Spelled},
		{"Wolodymyr Selenskyj", "Volodymyr Zelensky", Heard},
		{"Blinken", "Antony Blinken", Possible},
		{"A. Blinken", "Antony Blinken", Possible},
		{"Angela Merkel", "Una Merkel", Differ},
		{"Benny Gantz", "Bruno Ganz", Differ},
		{"Ursula von der Leyen", "Ursula von der Leyen", Spelled},
		{"George W. Bush", "George H. Bush", Possible},
		{"Abdel Fattah al-Sisi", "Abdel Fattah El-Sisi", Heard},
		{"Mohammed bin Salman", "Mohamed bin Salman", Heard},
		{"", "Antony Blinken", Differ},
	} {
		if got := Agree(c.a, c.b); got != c.want {
			t.Errorf("Agree(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
		if got := Agree(c.b, c.a); got != c.want {
			t.Errorf("Agree(%q, %q) = %d, want %d", c.b, c.a, got, c.want)
		}
	}
}

func TestBody(t *testing.T) {
	for name, want := range map[string]string{
		"Apple Inc.":              "apple",
		"The Walt Disney Company": "walt disney company",
		"Müller GmbH & Co. KG":    "mueller gmbh co",
		"AG":                      "ag",
		"The Hague":               "hague",
	} {
		if got := Body(name); got != want {
			t.Errorf("Body(%q) = %q, want %q", name, got, want)
		}
	}
}

func FuzzKeys(f *testing.F) {
	for _, s := range []string{"Selenskyj", "Abd al-Fattah as-Sisi", "東京", "Ⅳ", "İstanbul", "\xff"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if Fold(Fold(a)) != Fold(a) {
			t.Errorf("Fold is not idempotent on %q: %q, %q", a, Fold(a), Fold(Fold(a)))
		}
		if s := Slug(a); Slug(s) != s {
			t.Errorf("Slug is not idempotent on %q", a)
		}
		if Agree(a, b) != Agree(b, a) {
			t.Errorf("Agree(%q, %q) depends on the order", a, b)
		}
		if Skeleton(Fold(a)) != Skeleton(a) {
			t.Errorf("Skeleton(%q) depends on folding", a)
		}
	})
}
