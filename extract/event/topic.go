package event

import (
	"fmt"
	"slices"
	"strings"

	"fasti/extract/lang"
)

// readTopics reads the table of what nouns are about.
func (x *lexicon) readTopics(pack *lang.Pack) error {
	x.topics = map[string][]string{}
	for _, r := range pack.Table("event/topics").Rows {
		topic := r.Field(0)
		if topic == "" || r.Field(1) == "" {
			return fmt.Errorf("event/topics:%d: a topic and its words", r.Line)
		}
		for _, w := range strings.Fields(r.Field(1)) {
			w = strings.ReplaceAll(w, "_", " ")
			if !slices.Contains(x.topics[w], topic) {
				x.topics[w] = append(x.topics[w], topic)
			}
		}
	}
	return nil
}

// hasTopic reports whether the table has a topic.
func (x *lexicon) hasTopic(topic string) bool {
	for _, topics := range x.topics {
		if slices.Contains(topics, topic) {
			return true
		}
	}
	return false
}

// shortestTopic is how many bytes the last part of a compound has at least to
// say what the whole is about.
const shortestTopic = 4

// about gives the topics of a word in small letters; a compound has those of
// its last part, if it is a noun.
func (x *lexicon) about(low string, noun bool) []string {
	if len(x.topics) == 0 || len(low) < 3 {
		return nil
	}
	if t := x.inflectedTopic(low); t != nil || !x.verbLast || !noun {
		return t
	}
	for i := 2; i+shortestTopic <= len(low); i++ {
		if low[i]&0xC0 == 0x80 { // inside a letter
			continue
		}
		if t := x.inflectedTopic(low[i:]); t != nil {
			return t
		}
	}
	return nil
}

// inflectedTopic looks a word up, as it is and without the ending of a noun.
func (x *lexicon) inflectedTopic(low string) []string {
	if t := x.topics[low]; t != nil {
		return t
	}
	for _, end := range x.grammar["noun-end"] {
		if base, ok := strings.CutSuffix(low, end); ok && end != "" && len(base) > 2 {
			if t := x.topics[base]; t != nil {
				return t
			}
		}
	}
	return nil
}
