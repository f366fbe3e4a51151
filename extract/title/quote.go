package title

import (
	"strings"
	"unicode/utf8"

	"fasti/extract/article"
	"fasti/extract/event"
	"fasti/extract/segment"
)

// quoteLimit is the greatest length of a quotation, in characters, without
// its marks.
const quoteLimit = 120

// leastQuote is the length of whole clauses, in characters, below which they say too little
// and what stands beside them is taken in: "Ein Sprecher teilte mit".
const leastQuote = 40

// quote makes the quotation of an event: the words of its first report around
// the trigger, byte for byte, cut only where a clause begins or ends; what is
// left out at an end is marked. It is "" if the event has no sentence.
func (w *Writer) quote(in Input, e *event.Event) string {
	n := in.Doc.SentenceAt(e.Trigger.Start)
	if n < 0 {
		return ""
	}
	s := &in.Doc.Sentences[n]
	whole := article.Span{Start: in.Doc.Tokens[s.Lead].Start, End: s.End}
	cut := w.clauseRun(in.Doc, s, whole, e.Trigger)
	text := oneLine(cut.Of(in.Doc.Text))
	if cut.End == s.End && !strings.HasSuffix(text, "...") {
		text = strings.TrimRight(text, ".")
	}
	var b strings.Builder
	b.WriteString(w.marks.open)
	if cut.Start > whole.Start {
		b.WriteString(w.marks.more + " ")
	}
	b.WriteString(strings.TrimRight(text, " ,;:–—-"))
	if cut.End < whole.End {
		b.WriteString(" " + w.marks.more)
	}
	b.WriteString(w.marks.close)
	return b.String()
}

// clauseRun is the longest run of whole clauses around the trigger that a
// title has room for; of equally long ones the first. A single clause that is
// too long is cut between words.
func (w *Writer) clauseRun(doc *segment.Doc, s *segment.Sentence, whole, trigger article.Span) article.Span {
	if length(doc, whole) <= quoteLimit {
		return whole
	}
	ends := w.borders(doc, s)
	best := article.Span{}
	for i, from := range ends[:len(ends)-1] {
		for _, to := range ends[i+1:] {
			run := article.Span{Start: from, End: to}
			if !run.Contains(trigger) || length(doc, run) > quoteLimit {
				continue
			}
			if run.Len() > best.Len() {
				best = run
			}
		}
	}
	if best.Len() > 0 && length(doc, best) < leastQuote {
		best = w.longer(doc, ends, best)
	}
	if best.Len() > 0 {
		return trim(doc.Text, best)
	}
	return w.undangle(doc, s, trim(doc.Text, w.pairs(doc, s, wordRun(doc, s, whole, trigger), trigger)), trigger)
}

// longer is the shortest run of whole clauses around one that says too little for a title of
// its own; if even that is too long and the run begins the sentence, there is none.
func (w *Writer) longer(doc *segment.Doc, ends []int, run article.Span) article.Span {
	best := article.Span{}
	for i, from := range ends[:len(ends)-1] {
		for _, to := range ends[i+1:] {
			next := article.Span{Start: from, End: to}
			n := length(doc, next)
			if next.Contains(run) && n >= leastQuote && n <= farLimit && (best.Len() == 0 || next.Len() < best.Len()) {
				best = next
			}
		}
	}
	if best.Len() == 0 && run.Start > ends[0] {
		return run
	}
	return best
}

// undangle takes words that lead to something off the end of a run that was
// cut between words.
func (w *Writer) undangle(doc *segment.Doc, s *segment.Sentence, run, trigger article.Span) article.Span {
	for i := s.Last - 1; i > s.Lead; i-- {
		t := doc.Tokens[i]
		if t.End > run.End {
			continue
		}
		if t.Start < trigger.End || t.Class != segment.Punct && !w.words.is("opening", strings.ToLower(doc.Word(i))) {
			break
		}
		run.End = doc.Tokens[i-1].End
	}
	return run
}

// pairs shortens a run so that no bracket or quotation mark loses its other
// half, unless the trigger stands within them.
func (w *Writer) pairs(doc *segment.Doc, s *segment.Sentence, run, trigger article.Span) article.Span {
	var open []int
	for i := s.Lead; i < s.Last; i++ {
		t := doc.Tokens[i]
		if t.Class != segment.Punct || !run.Contains(t.Span) {
			continue
		}
		switch m := doc.Word(i); {
		case m == "\"" && len(open) > 0 || m == ")" || m == "]" || m == w.marks.close:
			if len(open) == 0 && t.End <= trigger.Start {
				run.Start = t.End
			}
			open = open[:max(0, len(open)-1)]
		case m == "\"" || m == "(" || m == "[" || m == w.marks.open:
			open = append(open, t.Start)
		}
	}
	if len(open) > 0 && open[0] >= trigger.End {
		run.End = open[0]
	}
	return run
}

// borders are the offsets at which a quotation may be cut: the sentence's own
// ends and those behind commas, semicolons, colons and dashes, but not within
// brackets or quotation marks.
func (w *Writer) borders(doc *segment.Doc, s *segment.Sentence) []int {
	out := []int{doc.Tokens[s.Lead].Start}
	depth, quoted := 0, false
	for i := s.Lead; i < s.Last; i++ {
		if doc.Tokens[i].Class != segment.Punct {
			continue
		}
		switch m := doc.Word(i); m {
		case "(", "[", "„", w.marks.open:
			depth++
		case ")", "]", "”", w.marks.close:
			depth = max(0, depth-1)
		case "\"":
			quoted = !quoted
		case ",", ";", ":", "–", "—", "--":
			if depth == 0 && !quoted && i+1 < s.Last {
				out = append(out, doc.Tokens[i].End)
			}
		}
	}
	return append(out, s.End)
}

// wordRun is the run of whole words around the trigger that fills the room: from
// the clause's beginning, or from as far before the trigger as there is room.
func wordRun(doc *segment.Doc, s *segment.Sentence, whole, trigger article.Span) article.Span {
	run := trigger
	grow := func(from, to int) bool {
		next := article.Span{Start: from, End: to}
		if length(doc, next) > quoteLimit {
			return false
		}
		run = next
		return true
	}
	for i := s.Last - 1; i >= s.Lead; i-- {
		if t := doc.Tokens[i]; t.End <= trigger.Start && !grow(t.Start, run.End) {
			break
		}
	}
	for i := s.Lead; i < s.Last; i++ {
		if t := doc.Tokens[i]; t.Start >= trigger.End && !grow(run.Start, t.End) {
			break
		}
	}
	return run
}

// trim takes blanks and marks that lead nowhere off the ends of a span.
func trim(text string, s article.Span) article.Span {
	for s.Start < s.End && strings.IndexByte(" \n\t,;:", text[s.Start]) >= 0 {
		s.Start++
	}
	for s.End > s.Start && strings.IndexByte(" \n\t,;:", text[s.End-1]) >= 0 {
		s.End--
	}
	return s
}

func length(doc *segment.Doc, s article.Span) int { return utf8.RuneCountInString(s.Of(doc.Text)) }
