#!/usr/bin/env python3
"""An example of an engine for --names-cmd: it takes words of two capitals in a
row for people. Read a line of JSON, answer with a line of JSON, and flush."""
import json
import re
import sys

for line in sys.stdin:
    question = json.loads(line)
    names = []
    for m in re.finditer(r"[A-Z]\w+ [A-Z]\w+", question["text"]):
        start = len(question["text"][: m.start()].encode())
        names.append({"start": start, "end": start + len(m.group().encode()), "text": m.group(), "type": "PER"})
    print(json.dumps({"names": names}), flush=True)
