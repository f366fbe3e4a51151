package refer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Feature is a template with up to four values.
type Feature uint64

// field is a sort of value of a feature.
type field []string

// The sorts of values. A number beyond the names is written as it is.
var (
	whatField  = field(whatNames)
	caseField  = field(caseNames)
	kindField  = field{"other", "person", "body", "state", "place", "group"}
	formField  = field{"name", "noun", "pronoun", "adjective"}
	detField   = field{"bare", "the", "this", "a", "owner"}
	placeField = field{"-", "subject", "object", "oblique", "owner", "passive"}
	matchField = field{"unknown", "yes", "no"}
	boolField  = field{"no", "yes"}
	countField = field{"0", "1", "2", "3", "4", "5", "more"}
	distField  = field{"here", "1", "2", "3", "4", "far", "ahead"}
	voiceField = field{"-", "speaker", "quoted", "outside"}
)

// template is a sort of feature: what it is called and what its values are.
type template struct {
	name   string
	fields []field
}

// The templates. Those of "none" are of the choice that nobody is meant.
const (
	tNone uint8 = iota
	tNoneRivals
	tNoneCue
	tNoneDet
	tNonePlace
	tNoneQuote
	tNoneCueRivals
	tKind
	tGender
	tDist
	tDistPlace
	tRank
	tForm
	tPlace
	tParallel
	tCount
	tFrequent
	tTitle
	tClause
	tVoice
	tFit
	tBetween
	tHead
	tHeadDet
	tInName
	tParagraph
	tSubject
	tOnly
	tCue
	tKindDist
	tNameless
	tModified
	tOwn
	tClass
	templates
)

var table = [templates]template{
	tNone:          {"none", []field{whatField, caseField}},
	tNoneRivals:    {"none-rivals", []field{whatField, caseField, countField}},
	tNoneCue:       {"none-cue", []field{whatField, nil, nil}},
	tNoneDet:       {"none-det", []field{whatField, detField, boolField}},
	tNonePlace:     {"none-place", []field{whatField, placeField, boolField}},
	tNoneQuote:     {"none-quote", []field{whatField, boolField, countField}},
	tNoneCueRivals: {"none-cue-rivals", []field{whatField, nil, countField}},
	tKind:          {"kind", []field{whatField, caseField, kindField, boolField}},
	tGender:        {"gender", []field{whatField, kindField, matchField, matchField}},
	tDist:          {"distance", []field{whatField, caseField, distField}},
	tDistPlace:     {"distance-place", []field{whatField, caseField, distField, placeField}},
	tRank:          {"rank", []field{whatField, countField, distField}},
	tForm:          {"form", []field{whatField, formField, distField}},
	tPlace:         {"place", []field{whatField, placeField, kindField}},
	tParallel:      {"parallel", []field{whatField, placeField, placeField, distField}},
	tCount:         {"count", []field{whatField, countField, kindField}},
	tFrequent:      {"most-named", []field{whatField, boolField, distField}},
	tTitle:         {"title", []field{whatField, boolField, kindField}},
	tClause:        {"same-clause", []field{whatField, caseField, boolField, placeField}},
	tVoice:         {"voice", []field{whatField, voiceField, distField}},
	tFit:           {"fit", []field{whatField, countField, countField, distField}},
	tBetween:       {"between", []field{whatField, countField, caseField}},
	tHead:          {"head", []field{whatField, boolField, kindField, distField}},
	tHeadDet:       {"head-det", []field{whatField, boolField, detField, boolField}},
	tInName:        {"in-name", []field{whatField, boolField, detField, kindField}},
	tParagraph:     {"paragraph", []field{whatField, boolField, distField}},
	tSubject:       {"subject-before", []field{whatField, caseField, boolField}},
	tOnly:          {"only", []field{whatField, boolField, kindField, detField}},
	tCue:           {"cue", []field{whatField, nil, kindField}},
	tKindDist:      {"kind-distance", []field{whatField, kindField, distField, caseField}},
	tNameless:      {"nameless", []field{whatField, boolField, kindField, distField}},
	tModified:      {"modified", []field{whatField, boolField, boolField, kindField}},
	tClass:         {"class", []field{whatField, matchField, kindField, detField}},
	tOwn:           {"own", []field{whatField, boolField, detField, boolField}},
}

// feature makes a feature of a template and its values.
func feature(t uint8, values ...uint8) Feature {
	f := Feature(t) << 32
	for i, v := range values {
		f |= Feature(v) << (8 * (3 - i))
	}
	return f
}

// String is the feature as the tables have it: its template and values.
func (f Feature) String() string {
	t := int(f >> 32)
	if t >= len(table) {
		return "?"
	}
	var b strings.Builder
	b.WriteString(table[t].name)
	for i, names := range table[t].fields {
		b.WriteByte(' ')
		v := int(f >> (8 * (3 - i)) & 255)
		if v < len(names) {
			b.WriteString(names[v])
		} else {
			b.WriteString(strconv.Itoa(v))
		}
	}
	return b.String()
}

// parseFeature reads what String writes.
func parseFeature(s string) (Feature, error) {
	words := fields(s)
	if len(words) == 0 {
		return 0, fmt.Errorf("no feature")
	}
	t := slices.IndexFunc(table[:], func(x template) bool { return x.name == words[0] })
	if t < 0 || len(words)-1 != len(table[t].fields) {
		return 0, fmt.Errorf("feature %q: no such template or not as many values as it has", s)
	}
	var values []uint8
	for i, w := range words[1:] {
		v := slices.Index(table[t].fields[i], w)
		if v < 0 {
			n, err := strconv.Atoi(w)
			if err != nil || n < len(table[t].fields[i]) || n > 255 {
				return 0, fmt.Errorf("feature %q: value %q is none of its template", s, w)
			}
			v = n
		}
		values = append(values, uint8(v))
	}
	return feature(uint8(t), values...), nil
}

func fields(s string) []string { return strings.Fields(s) }

// bit is 1 for true.
func bit(b bool) uint8 {
	if b {
		return 1
	}
	return 0
}

// upTo counts to the last name of countField.
func upTo(n int) uint8 { return uint8(max(0, min(n, len(countField)-1))) }
