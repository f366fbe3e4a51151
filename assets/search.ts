// The search of a site, over scripts that each bring the events of one year.
// It works from a folder: nothing is fetched, the scripts are only loaded.

type Row = [title: string, href: string, when: string, who: string, more: string, text: string, from: string, to: string, status: string, lang: string, textLang: string];
/** What is looked through of a row: title, then who and where, then its text, as one run of folded words. */
type Entry = { row: Row; all: string; side: number; body: number };

const list = document.getElementById("results") as HTMLElement;
const found = document.getElementById("found") as HTMLElement;
const field = document.getElementById("q") as HTMLInputElement;
const extra = Array.from(document.querySelectorAll<HTMLInputElement | HTMLSelectElement>("#narrow [name]"));
const entries: Entry[] = [];
const words: { [initial: string]: Set<string> } = {};
let unread = 0; // the first of the entries whose words are not in words yet
const most = 60;
const first = 8; // hits that a letter shows at once; the others follow when the reader pauses
/** A number with the marks of the page's language between thousands, in plain digits as all numbers of the page. */
const figure = (n: number): string => (/^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(document.documentElement.lang) ? n.toLocaleString(document.documentElement.lang + "-u-nu-latn") : String(n));
const notWord = /[^\p{L}\p{N}]+/u;

/** Case and marks do not count. */
const fold = (s: string): string => (/^[\x00-\x7f]*$/.test(s) ? s.toLowerCase() : s.toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, "").replace(/ß/g, "ss"));

const spaced = (s: string): string => " " + fold(s).split(notWord).join(" ");

/** Ends of German and English words that a search should not insist on. */
const ends = /(ungen|ung|ingen|ing|ern|ers|er|en|es|ed|em|e|n|s)$/;

function stem(word: string): string {
  const short = word.replace(ends, "");
  return short.length >= 4 ? short : word;
}

/** Where a word of short length begins, or a longer one stands at all, at or behind a place. */
const find = (text: string, word: string, at = 0): number => (word.length > 3 ? text.indexOf(word, at) : text.indexOf(" " + word, at) + 1 || -1);

/**
 * Points for a word in the first field that has it: more in a title than in a
 * text, more at the beginning of a word than inside of one, a part of a compound.
 */
function points(entry: Entry, word: string): number {
  const { all, side, body } = entry;
  const at = find(all, word);
  if (at < 0) return 0;
  const [whole, end] = at < side ? [6, side] : at < body ? [4, body] : [2, all.length];
  const start = all[at - 1] === " " ? at : all.indexOf(" " + word, at);
  return start >= 0 && start < end ? whole : whole - 1;
}

function score(entry: Entry, asked: string[][]): number {
  let sum = 0;
  for (const choices of asked) {
    let best = 0;
    for (const word of choices) best = Math.max(best, points(entry, word));
    if (!best) return 0;
    sum += best;
  }
  return sum;
}

type Hit = { row: Row; sum: number; at: number };

/** The entries that have all that is asked, the best first, equal ones in the order of time. */
function ranked(pool: Entry[], asked: string[][]): Hit[] {
  const hits: Hit[] = [];
  pool.forEach((e, at) => {
    const sum = asked.length ? score(e, asked) : 1;
    if (sum) hits.push({ row: e.row, sum, at });
  });
  return hits.sort((a, b) => b.sum - a.sum || a.at - b.at);
}

/** Takes the words of some entries more into the list that slips are looked for in. */
function read(most: number): void {
  for (const end = Math.min(entries.length, unread + most); unread < end; unread++) {
    for (const w of entries[unread].all.split(/\s+/)) if (w.length > 2) (words[w[0]] || (words[w[0]] = new Set())).add(w);
  }
}

/** Reads on while the reader is not busy, and tries the search, so that it is compiled by the first letter. */
function readOn(): void {
  const from = unread;
  read(200);
  ranked(entries.slice(from, unread), [["a"]]);
  if (unread < entries.length) setTimeout(readOn, 10);
}

/** One letter too many, too few, another one, or two in the wrong order. */
function near(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  let x = a.length;
  let y = b.length;
  while (x > i && y > i && a[x - 1] === b[y - 1]) x--, y--;
  return (x - i <= 1 && y - i <= 1) || (x - i === 2 && y - i === 2 && a[i] === b[i + 1] && a[i + 1] === b[i]);
}

/** The words of the index that a word without hits may be a slip of. */
function meant(word: string): string[] {
  read(entries.length);
  const out: string[] = [];
  if (word.length > 3) for (const w of words[word[0]] || []) if (near(word, w) && out.length < 6) out.push(w);
  return out;
}

/** A day, month or year as a number in the order of time. */
function day(s: string, last?: boolean): number {
  const m = /^Y?(-?\d+)(?:-(\d\d?))?(?:-(\d\d?))?$/.exec(s.trim());
  return m ? +m[1] * 1e4 + +(m[2] || (last ? 12 : 1)) * 100 + +(m[3] || (last ? 31 : 1)) : NaN;
}

const wish = (name: string): string => extra.filter((f) => f.name === name).map((f) => f.value)[0] || "";

function within(row: Row, from: number, to: number, status: string): boolean {
  return (isNaN(from) || day(row[7]) >= from) && (isNaN(to) || day(row[6]) <= to) && (!status || row[8] === status);
}

/** The words around the first hit of a text, with the hits marked; null without one. */
function snippet(text: string, asked: string[]): HTMLElement | null {
  const hits: number[][] = [];
  for (const m of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const word = fold(m[0]);
    if (asked.some((a) => word.indexOf(a) === 0 || (a.length > 3 && word.indexOf(a) > 0))) hits.push([m.index, m.index + m[0].length]);
  }
  if (!hits.length) return null;
  const from = hits[0][0] > 90 ? text.lastIndexOf(" ", hits[0][0] - 60) + 1 : 0;
  const to = text.length - from > 260 ? text.lastIndexOf(" ", from + 240) : text.length;
  const p = document.createElement("p");
  let at = from;
  if (from) p.append("… ");
  for (const [a, b] of hits) {
    if (a < at || b > to) continue;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(a, b);
    p.append(text.slice(at, a), mark);
    at = b;
  }
  p.append(text.slice(at, to) + (to < text.length ? " …" : ""));
  p.className = "snip";
  p.dir = "auto";
  return p;
}

function item(row: Row, asked: string[]): HTMLElement {
  const li = document.createElement("li");
  const title = document.createElement("h2");
  const link = document.createElement("a");
  const meta = document.createElement("p");
  link.href = row[1];
  link.textContent = row[0];
  if (row[9]) link.lang = row[9];
  meta.className = "meta";
  meta.textContent = row[2] + (row[3] ? " · " + row[3] : "");
  title.append(link);
  li.append(title, meta);
  const snip = snippet(row[5], asked);
  if (snip) {
    if (row[10]) snip.lang = row[10];
    li.append(snip);
  }
  return li;
}

let rest = 0; // the timer of the hits that are not shown yet

/** Shows some hits, the first of them at once: whoever types on waits for no others. */
function shown(hits: Row[], asked: string[]): void {
  const add = (rows: Row[]) => list.append(...rows.map((row) => item(row, asked)));
  add(hits.slice(0, first));
  rest = setTimeout(() => add(hits.slice(first)), 120);
}

function show(): void {
  clearTimeout(rest);
  const asked = fold(field.value.trim()).split(notWord).filter(Boolean);
  const from = day(wish("from"));
  const to = day(wish("to"), true);
  const status = wish("status");
  const d = found.dataset;
  list.textContent = "";
  if (!asked.length && isNaN(from) && isNaN(to) && !status) {
    found.textContent = d.hint || "";
    return;
  }
  const pool = isNaN(from) && isNaN(to) && !status ? entries : entries.filter((e) => e.row[6] && within(e.row, from, to, status));
  const known = asked.map((w) => {
    const s = stem(w);
    return entries.some((e) => find(e.all, s) >= 0) ? [s] : meant(w);
  });
  const hits = known.every((k) => k.length) ? ranked(pool, known) : [];
  const flat = known.reduce((all, some) => all.concat(some), []);
  shown(hits.slice(0, most).map((hit) => hit.row), flat);
  const n = hits.length;
  const said = n > most ? d.limited : n === 1 ? d.single : n ? d.other : d.none;
  const other = known.some((k, i) => k[0] !== stem(asked[i])) && n ? " " + (d.meant || "").replace("{words}", known.filter((k, i) => k[0] !== stem(asked[i])).map((k) => k.join(", ")).join(", ")) : "";
  found.textContent = (said || "{n}").replace("{n}", figure(n)).replace("{k}", figure(most)) + other;
}

let waiting = 0;
(window as unknown as { fastiIndex: (more: Row[]) => void }).fastiIndex = (more) => {
  for (const row of more) {
    const head = spaced(row[0]);
    const side = spaced(row[3] + " " + row[4] + " " + row[2]);
    entries.push({ row, all: head + "\n" + side + "\n" + spaced(row[5]), side: head.length, body: head.length + side.length + 1 });
  }
  clearTimeout(waiting);
  waiting = setTimeout(() => (show(), readOn()), 30); // once for scripts that come close together
};
for (const shard of (list.dataset.shards || "").split(" ")) {
  if (!shard) continue;
  const script = document.createElement("script");
  script.src = encodeURIComponent(shard);
  script.async = false; // in the order of time
  document.head.append(script);
}

const fields = [field, ...extra];
const asked = new URLSearchParams(location.search);
for (const f of fields) f.value = asked.get(f.name) || "";
if (extra.some((f) => f.value)) document.getElementById("narrow")?.setAttribute("open", "");
for (const f of fields) {
  f.addEventListener("input", () => {
    show();
    try {
      history.replaceState(null, "", "?" + fields.filter((x) => x.value).map((x) => x.name + "=" + encodeURIComponent(x.value)).join("&"));
    } catch {
      /* a folder may forbid it */
    }
  });
}
field.form?.addEventListener("submit", (e) => e.preventDefault());
field.focus();
show();
