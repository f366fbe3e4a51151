package segment

// abbreviates tells whether the dot at i belongs to the word text[start:i].
func (s *scanner) abbreviates(start, i int) bool {
	switch s.abbrevs[s.text[start:i]] {
	case title, may, stop:
		return true
	case before:
		return s.numberFollows(i + 1)
	case after:
		return s.numberStands()
	case either:
		return s.numberFollows(i+1) || s.numberStands()
	}
	return s.initial(start, i)
}

// numberFollows tells whether a digit comes next.
func (s *scanner) numberFollows(i int) bool {
	k, _ := kindAt(s.text, skipBlanks(s.text, i))
	return k == digit
}

// numberStands tells whether the last token is a number or the dot of an
// ordinal.
func (s *scanner) numberStands() bool {
	n := len(s.tokens)
	if n > s.first && s.tokens[n-1].Class == Punct && s.tokens[n-1].Of(s.text) == "." {
		n--
	}
	return n > s.first && s.tokens[n-1].Class == Number
}

// initial tells a single capital with a dot before another capital ("W. Bush";
// a word that surely begins a sentence makes it none: "Vitamin C. Die") or at the
// beginning of a sentence ("T. soll"), and the single letters of an abbreviation with blanks
// ("z. B.", "i. d. R.", "v. Chr.").
func (s *scanner) initial(start, i int) bool {
	k, n := kindAt(s.text, start)
	if !isLetter(k) || start+n != i {
		return false
	}
	j := skipBlanks(s.text, i+1)
	next := wordAt(s.text, j)
	if _, width := kindAt(s.text, j); next != "" && len(next) == width && j+width < len(s.text) && s.text[j+width] == '.' {
		return true
	}
	if s.behindLetter(k) || k == small && s.abbreviated(next, j+len(next)) {
		return true
	}
	after, _ := kindAt(s.text, j)
	return k == large && (after == large && !s.starters[next] || after == small && s.heads())
}

// abbreviated tells a word with a dot behind it, at i, that is an abbreviation.
func (s *scanner) abbreviated(word string, i int) bool {
	return i < len(s.text) && s.text[i] == '.' && s.abbrevs[word] != noAbbreviation
}

// heads tells whether the word in hand is the first of the text or stands
// behind a mark: "arrested on Monday. T. had fled."
func (s *scanner) heads() bool {
	n := len(s.tokens)
	return n == s.first || s.tokens[n-1].Class == Punct
}

// behindLetter tells whether the last token is a letter with its dot, and the
// letter in hand, of kind k, may go on with it: "z. B.", "A. d.", not "J. R.",
// whose second letter stands for itself.
func (s *scanner) behindLetter(k kind) bool {
	n := len(s.tokens)
	if n == s.first {
		return false
	}
	w := s.tokens[n-1].Of(s.text)
	return len(w) == 2 && w[1] == '.' && ('a' <= w[0] && w[0] <= 'z' || k == small && 'A' <= w[0] && w[0] <= 'Z')
}

// clitic splits the word at the first clitic of the language that fits.
func (s *scanner) clitic(start, end int, w shape) int {
	for _, c := range s.clitics {
		if c.front {
			if n := matchFold(s.text[start:end], c.text, true); n > 0 && start+n < end {
				var head, tail shape
				head.see(s.text, start, start+n)
				tail.see(s.text, start+n, end)
				s.add(start, start+n, head.class(s.text[start:start+n]))
				return s.add(start+n, end, tail.class(s.text[start+n:end]))
			}
			continue
		}
		if n := matchFold(s.text[start:end], c.text, false); n > 0 && start < end-n {
			var head shape
			head.see(s.text, start, end-n)
			s.add(start, end-n, head.class(s.text[start:end-n]))
			return s.add(end-n, end, Lower)
		}
	}
	return s.add(start, end, w.class(s.text[start:end]))
}

// matchFold tells how many bytes of word match the clitic at the word's front
// or back, without regard to case and the form of the apostrophe; 0 if none.
func matchFold(word, clitic string, front bool) int {
	i, n := 0, len(clitic)
	if !front {
		i = len(word)
	}
	for k := 0; k < n; k++ {
		c := clitic[k]
		if !front {
			c = clitic[n-1-k]
		}
		width := 1
		switch {
		case c == '\'' && front:
			width = apostrophe(word, i)
		case c == '\'' && i > 0 && word[i-1] == '\'':
		case c == '\'':
			if width = 3; i < 3 || apostrophe(word, i-3) != 3 {
				return 0
			}
		case front && (i >= len(word) || word[i]|0x20 != c):
			return 0
		case !front && (i <= 0 || word[i-1]|0x20 != c):
			return 0
		}
		if width == 0 {
			return 0
		}
		if front {
			i += width
		} else {
			i -= width
		}
	}
	if front {
		return i
	}
	return len(word) - i
}

// skipBlanks is the offset of the first character from i on that is no blank.
func skipBlanks(text string, i int) int {
	for i < len(text) {
		k, n := kindAt(text, i)
		if k != blank {
			break
		}
		i += n
	}
	return i
}

// wordAt is the run of letters from i on.
func wordAt(text string, i int) string {
	end := i
	for end < len(text) {
		k, n := kindAt(text, end)
		if !isLetter(k) {
			break
		}
		end += n
	}
	return text[i:end]
}
