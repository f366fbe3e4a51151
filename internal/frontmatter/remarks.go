package frontmatter

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// keepRemarks puts the comments that people have written into an item of a list
// into the lines that come in its place: each at the line of its key, as it
// stood. Those of keys that are no more there go to the end.
func (f *File) keepRemarks(item *yaml.Node, from, to int, lines string) string {
	if !remarked(item) || item.Kind != yaml.MappingNode {
		return lines
	}
	if item.Style&yaml.FlowStyle != 0 {
		return f.keepRemark(item, from, to, lines)
	}
	above, behind := f.remarksOf(item, from, to)
	var out strings.Builder
	for l := range strings.Lines(lines) {
		text := strings.TrimRight(l, "\r\n")
		key, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimLeft(text, " "), "- "), ":")
		out.WriteString(above[key])
		out.WriteString(text + behind[key] + l[len(text):])
		delete(above, key)
		delete(behind, key)
	}
	for i := 0; i+1 < len(item.Content); i += 2 { // in their order
		key := item.Content[i].Value
		out.WriteString(above[key])
		if s := strings.TrimLeft(behind[key], " \t"); s != "" {
			out.WriteString(strings.Repeat(" ", item.Column-1) + s + f.eol)
		}
	}
	return out.String()
}

// keepRemark keeps the comment behind an item that stands on one line, if the new
// one does too.
func (f *File) keepRemark(item *yaml.Node, from, to int, lines string) string {
	l := strings.TrimRight(f.line(from), "\r\n \t")
	text := strings.TrimRight(lines, "\r\n")
	before, ok := strings.CutSuffix(l, item.LineComment)
	if !ok || item.LineComment == "" || to != from+1 || strings.Contains(text, "\n") {
		return lines
	}
	return text + l[len(strings.TrimRight(before, " \t")):] + lines[len(text):]
}

// remarksOf are the comments of an item by the key that they are about: lines
// above it, and what stands behind its value with the blanks before it.
func (f *File) remarksOf(item *yaml.Node, from, to int) (above, behind map[string]string) {
	above, behind = map[string]string{}, map[string]string{}
	for i := 0; i+1 < len(item.Content); i += 2 {
		key, v := item.Content[i], item.Content[i+1]
		for n := key.Line - 1; n > from; n-- {
			l := f.line(n)
			if !strings.HasPrefix(strings.TrimLeft(l, " \t"), "#") {
				break
			}
			above[key.Value] = l + above[key.Value]
		}
		remark := v.LineComment
		if remark == "" {
			remark = key.LineComment
		}
		l := strings.TrimRight(f.line(key.Line), "\r\n \t")
		if before, ok := strings.CutSuffix(l, remark); ok && remark != "" && key.Line < to {
			behind[key.Value] = l[len(strings.TrimRight(before, " \t")):]
		}
	}
	return above, behind
}

// line is one line of the file, from 1, with its end.
func (f *File) line(n int) string { return string(f.src[f.lines[n-1]:f.lineEnd(n)]) }
