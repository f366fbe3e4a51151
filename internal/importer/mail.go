package importer

import (
	"bytes"
	"net/mail"
	"regexp"
	"strings"
	"time"

	"github.com/jhillyerd/enmime/v2"

	"fasti/internal/diag"
)

// mailHead finds the lines that a mail or a page saved as MHTML begins with.
var mailHead = regexp.MustCompile(`(?i)^(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}`)

// isMail tells the head of a mail: only header fields, with those that every
// mail has.
func isMail(head []byte) bool {
	m := mailHead.Find(bytes.ReplaceAll(head, []byte("\r\n"), []byte("\n")))
	m = bytes.ToLower(append([]byte("\n"), m...))
	return bytes.Contains(m, []byte("\nfrom:")) && (bytes.Contains(m, []byte("\nmime-version:")) || bytes.Contains(m, []byte("\nsubject:")) && bytes.Contains(m, []byte("\ndate:")))
}

// isMailbox tells a file of many mails by the line that each begins with.
func isMailbox(head []byte) bool {
	line, rest, _ := bytes.Cut(head, []byte("\n"))
	return bytes.HasPrefix(line, []byte("From ")) && mailHead.Match(bytes.ReplaceAll(rest, []byte("\r\n"), []byte("\n")))
}

// readMail reads a mail, or a page that a browser saved as MHTML, which is a
// mail with the page's address in its head.
func (im *Importer) readMail(data []byte, opt Options) ([]*Article, error) {
	e, err := enmime.ReadEnvelope(bytes.NewReader(data))
	if err != nil {
		return nil, fault(diag.Unreadable, "the mail could not be read: "+clean(err.Error()), "")
	}
	if link := webLink(first(e.GetHeader("Snapshot-Content-Location"), location(e))); link != "" && e.HTML != "" {
		opt.from = link
		return im.readHTML([]byte(e.HTML), opt)
	}
	a := &Article{Title: first(answered.ReplaceAllString(e.GetHeader("Subject"), "")), Date: mailDay(e), Author: sender(e)}
	switch {
	case e.HTML != "" && (e.Text == "" || generated(e)):
		a.Body = markdown(im.words.prune(a.withoutTitle(fragment(e.HTML)), im.stamps))
	default:
		title := a.Title
		a.readPlain(im.forwarded(a, withoutQuotes(withoutSignature(lines(strings.Map(printable, e.Text))))))
		a.Title = first(title, a.Title)
	}
	if strings.TrimSpace(a.Body) == "" {
		return nil, fault(diag.NoText, "the mail has no text", "")
	}
	return []*Article{a}, nil
}

// generated tells a mail whose plain text was made from its HTML by the
// reader, because it came without one.
func generated(e *enmime.Envelope) bool {
	for _, err := range e.Errors {
		if err.Name == enmime.ErrorPlainTextFromHTML {
			return true
		}
	}
	return false
}

// location is the address of the root part of a page saved as MHTML.
func location(e *enmime.Envelope) string {
	if e.Root == nil {
		return ""
	}
	p := e.Root.BreadthMatchFirst(func(p *enmime.Part) bool { return p.ContentType == "text/html" })
	if p == nil || !strings.HasPrefix(e.Root.ContentType, "multipart/related") {
		return ""
	}
	return p.Header.Get("Content-Location")
}

// mailDay is the day and time of a mail.
func mailDay(e *enmime.Envelope) string {
	t, err := e.Date()
	if err != nil || t.Year() < 1970 {
		return ""
	}
	return t.Format(time.RFC3339)
}

// sender is the name of who sent the mail; an address alone is no name.
func sender(e *enmime.Envelope) string {
	list, err := e.AddressList("From")
	if err != nil || len(list) == 0 {
		return ""
	}
	if family, given, ok := strings.Cut(list[0].Name, ","); ok && len(strings.Fields(family)) == 1 && len(strings.Fields(given)) == 1 {
		return turned(list[0].Name)
	}
	return first(list[0].Name)
}

// answered are the signs before the subject of a mail that was answered or
// passed on.
var answered = regexp.MustCompile(`^(?i:(?:fwd?|wg|tr|aw|re|antw)\s*:\s*)+`)

// withoutQuotes takes out what an answer quotes, with the line before it that
// says of whom; a mail of quotations alone is left as it is.
func withoutQuotes(text string) string {
	var keep []string
	for line := range strings.SplitSeq(text, "\n") {
		if !strings.HasPrefix(line, ">") {
			keep = append(keep, line)
			continue
		}
		for len(keep) > 0 && strings.TrimSpace(keep[len(keep)-1]) == "" {
			keep = keep[:len(keep)-1]
		}
		if len(keep) > 0 && strings.HasSuffix(strings.TrimSpace(keep[len(keep)-1]), ":") {
			keep = keep[:len(keep)-1]
		}
	}
	own := strings.Join(keep, "\n")
	if strings.TrimSpace(own) == "" {
		return text
	}
	return own
}

// passedOn is the head of a mail within another, in whatever language: lines of
// a name and a value, with an address among them.
var passedOn = regexp.MustCompile(`(?m)^(?:-{2,}[^\n]*-{2,}|-{4,})?\n*((?:\*?[\pL -]{2,20}:\*?[ \t][^\n]*\n){3,})`)

// maxBefore is how many bytes whoever passes a mail on may write before it.
const maxBefore = 400

// forwarded takes the head off a mail that was passed on; the day and the
// sender are those of the mail within.
func (im *Importer) forwarded(a *Article, text string) string {
	m := passedOn.FindStringSubmatchIndex(text)
	if m == nil || m[0] > maxBefore {
		return text
	}
	head, day, from := text[m[2]:m[3]], "", ""
	for line := range strings.SplitSeq(head, "\n") {
		_, value, _ := strings.Cut(line, ":")
		value = strings.Trim(value, " \t*")
		if found := im.stamps.read(value, ""); day == "" && len(found) > 0 {
			day = found[0].day
		}
		if list, err := mail.ParseAddressList(value); from == "" && err == nil && len(list) > 0 {
			from = list[0].Name
		}
	}
	if day == "" || !strings.Contains(head, "@") {
		return text
	}
	if a.Date == "" || a.Date[:10] != day {
		a.Date = day
		a.Notes = append(a.Notes, "its date is that of the mail that was passed on")
	}
	a.Author = first(from, a.Author)
	return text[m[3]:]
}

// withoutSignature cuts a mail at the line that begins a signature (RFC 3676).
func withoutSignature(text string) string {
	body, _, _ := strings.Cut(text, "\n-- \n")
	return body
}

// fromLine begins each mail of a mailbox.
var fromLine = regexp.MustCompile(`(?m)^From [^\n]*\d{4}\r?\n`)

// readMailbox reads a file of many mails (mboxrd).
func (im *Importer) readMailbox(data []byte, opt Options) (*Found, error) {
	found := &Found{}
	starts := fromLine.FindAllIndex(data, -1)
	for i, s := range starts {
		end := len(data)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		one, err := im.readMail(quotedFrom.ReplaceAll(data[s[1]:end], []byte("$1")), opt)
		if err != nil {
			found.Notes = append(found.Notes, err.Error()+"; it was left out")
			continue
		}
		found.Articles = append(found.Articles, one...)
	}
	if len(found.Articles) == 0 {
		return nil, fault(diag.NoText, "the mailbox has no mails with text", "")
	}
	return found, nil
}

// quotedFrom is a line of text that a mailbox had to mark, because it begins
// like a mail.
var quotedFrom = regexp.MustCompile(`(?m)^>(>*From )`)
