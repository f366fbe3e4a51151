package timex

// raw is an expression as it was recognised, before its value is worked out.
type raw struct {
	first, last int32 // items [first, last)
	start, end  int32 // bytes
	block       int32
	rule        int32
	tense       tense
	sentence    int32 // counted within the block
	joined      bool  // a range's second end, right behind its first
	opens       bool  // stands at the beginning of a sentence
	aside       bool  // belongs to something still to come
	bare        bool  // a year of four digits and nothing else, and no word before it leaves no doubt
	over        bool  // a word before it says that it is in its course
	stamp       bool  // and it may be a clock time: "from 1530"
	thing       bool  // and it may be the number of the noun before it
	near        bool  // a word before it says that it is about then
	unsure      bool  // or that it may be then
	leads       int8  // 1 if the word before it looks ahead to it ("until", "für den"), -1 if it looks back ("since")
	shared      side  // an elliptic member of a list: its other parts stand elsewhere
	parts       parts
}

// side tells where the rest of an elliptic member stands.
type side int8

const (
	whole  side = iota
	before      // the member stands before the one with all parts
	behind      // behind it
)
