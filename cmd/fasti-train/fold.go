package main

import (
	"fmt"
	"strconv"
	"strings"
)

// fold is one of several equal parts of the articles: "2/5" is the third of
// five. The zero value is none.
type fold struct{ number, of int }

func (f *fold) String() string {
	if f.of == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", f.number, f.of)
}

// Set reads K/N.
func (f *fold) Set(s string) error {
	k, n, _ := strings.Cut(s, "/")
	number, err := strconv.Atoi(k)
	if err != nil {
		return fmt.Errorf("%q is no fold (write 0/5 to 4/5)", s)
	}
	of, err := strconv.Atoi(n)
	if err != nil || of < 2 || number < 0 || number >= of {
		return fmt.Errorf("%q is no fold (write 0/5 to 4/5)", s)
	}
	f.number, f.of = number, of
	return nil
}
