// The search of a site, over scripts that each bring the events of one year.
// It works from a folder: nothing is fetched, the scripts are only loaded.

type Row = [title: string, href: string, when: string, who: string, text: string];

const list = document.getElementById("results") as HTMLElement;
const found = document.getElementById("found") as HTMLElement;
const field = document.getElementById("q") as HTMLInputElement;
const rows: Row[] = [];
const most = 60;

/** The index folds words in the same way. */
const fold = (s: string): string => s.toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, "").replace(/ß/g, "ss");

/** Ends of German and English words that a search should not insist on. */
const ends = /(ungen|ung|ingen|ing|ern|ers|er|en|es|ed|em|e|n|s)$/;

function stem(word: string): string {
  const short = word.replace(ends, "");
  return short.length >= 4 ? short : word;
}

/** The words of the title stand first in a row's text, before a stroke. */
function score(row: Row, words: string[]): number {
  let points = 0;
  const text = row[4];
  for (const word of words) {
    const at = text.indexOf(word);
    if (at < 0) return 0;
    points += at < text.indexOf("|") ? 3 : 1;
  }
  return points;
}

function show(): void {
  const query = field.value.trim();
  const words = fold(query).split(/[^\p{L}\p{N}]+/u).filter(Boolean).map((w) => " " + stem(w));
  list.textContent = "";
  const d = found.dataset;
  if (!words.length) {
    found.textContent = d.hint || "";
    return;
  }
  const hits: Row[][] = []; // by points, each in the order of time
  let n = 0;
  for (const row of rows) {
    const points = score(row, words);
    if (!points) continue;
    n++;
    const equal = hits[points] || (hits[points] = []);
    if (equal.length < most) equal.push(row);
  }
  for (const row of hits.reverse().reduce<Row[]>((all, some) => all.concat(some), []).slice(0, most)) {
    const item = document.createElement("li");
    const title = document.createElement("h3");
    const link = document.createElement("a");
    const meta = document.createElement("p");
    link.href = row[1];
    link.textContent = row[0];
    meta.className = "meta";
    meta.textContent = row[2] + (row[3] ? " · " + row[3] : "");
    title.appendChild(link);
    item.append(title, meta);
    list.appendChild(item);
  }
  found.textContent = n ? ((n === 1 ? d.single : d.other) || "{n}").replace("{n}", String(n)) : d.none || "";
}

(window as unknown as { fastiIndex: (more: Row[]) => void }).fastiIndex = (more) => {
  for (const row of more) rows.push(row);
  show();
};
for (const shard of (list.dataset.shards || "").split(" ")) {
  if (!shard) continue;
  const script = document.createElement("script");
  script.src = encodeURIComponent(shard);
  script.async = false; // in the order of time
  document.head.appendChild(script);
}
field.value = new URLSearchParams(location.search).get("q") || "";
field.addEventListener("input", () => {
  show();
  try {
    history.replaceState(null, "", "?q=" + encodeURIComponent(field.value));
  } catch {
    /* a folder may forbid it */
  }
});
field.form?.addEventListener("submit", (e) => e.preventDefault());
field.focus();
show();
