package conflict

import "testing"

func TestLine(t *testing.T) {
	for text, want := range map[string]int{
		"a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\n":             2,
		"<<<<<<< a\r\n||||||| base\r\nx\r\n=======\r\ny\r\n>>>>>>> b": 1,
		"Title\n=======\n\ntext\n":                                    0,
		"<<<<<<< only\n":                                              0,
		"<<<<<<<< a\n========\n>>>>>>>> b\n":                          0,
		"":                                                            0,
		"> a\n>>>>>>> deep quote\n<<<<<<< x\n":                        0,
	} {
		if got := Line([]byte(text)); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}
