// What the pages can do with a script. Every part is optional: without it each
// page is complete. A classic script, because browsers load no modules from a
// folder.

const doc = document;
const root = doc.documentElement;

/** A number with the marks of the page's language between thousands, in plain digits as all numbers of the page. */
const figure = (n: number): string => (/^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(root.lang) ? n.toLocaleString(root.lang + "-u-nu-latn") : String(n));
root.classList.add("js");

const all = <T extends Element = HTMLElement>(selector: string, from: ParentNode = doc): T[] =>
  Array.from(from.querySelectorAll<T>(selector));

/** Storage can be forbidden; then nothing is remembered. */
const memory = (store: () => Storage) => ({
  get(key: string): string {
    try {
      return store().getItem("fasti:" + key) || "";
    } catch {
      return "";
    }
  },
  set(key: string, value: string): void {
    try {
      store().setItem("fasti:" + key, value);
    } catch {
      /* not remembered */
    }
  },
});
const lasting = memory(() => localStorage);
const passing = memory(() => sessionStorage);

// --- filters, kept in the address behind # so that they can be shared ---

type Filter = { [name: string]: string };

const names = ["actor", "kind", "place", "status", "lang", "from", "to", "reviewed"];

function readFilter(): Filter {
  const filter: Filter = {};
  for (const part of location.hash.slice(1).split("&")) {
    const [name, value] = part.split("=");
    if (value && names.indexOf(name) >= 0) {
      try {
        filter[name] = decodeURIComponent(value);
      } catch {
        /* a broken address filters nothing */
      }
    }
  }
  return filter;
}

function writeFilter(filter: Filter): void {
  const hash = names
    .filter((n) => filter[n])
    .map((n) => n + "=" + encodeURIComponent(filter[n]))
    .join("&");
  if (hash) location.hash = hash;
  else {
    try {
      history.pushState(null, "", location.pathname + location.search);
    } catch {
      location.hash = ""; // a folder may forbid the other
    }
    applyFilter();
  }
}

/** A day, month or year as a number in the order of time; what is open is the first of it, or the last. */
function day(s: string | undefined, last?: boolean): number {
  const m = /^Y?(-?\d+)(?:-(\d\d))?(?:-(\d\d))?$/.exec(s || "");
  return m ? +m[1] * 1e4 + +(m[2] || (last ? 12 : 1)) * 100 + +(m[3] || (last ? 31 : 1)) : NaN;
}

const has = (list: string | undefined, word: string): boolean => (" " + (list || "") + " ").indexOf(" " + word + " ") >= 0;

function passes(item: HTMLElement, f: Filter): boolean {
  const d = item.dataset;
  const from = day(f.from);
  const to = day(f.to, true);
  return (
    (!f.actor || has(d.a, f.actor)) &&
    (!f.kind || d.k === f.kind) &&
    (!f.place || has(d.p, f.place)) &&
    (!f.status || d.s === f.status) &&
    (!f.lang || has(d.l, f.lang)) &&
    (isNaN(from) || day(d.to) >= from) &&
    (isNaN(to) || day(d.from) <= to) &&
    (!f.reviewed || (d.r === "1") === (f.reviewed !== "0"))
  );
}

const form = doc.querySelector<HTMLFormElement>(".filters");
const fields = all<HTMLInputElement | HTMLSelectElement>(".filters [name]");
const count = doc.getElementById("fcount");
const whole = doc.getElementById("fall") as HTMLAnchorElement | null;

function applyFilter(): void {
  const filter = readFilter();
  const on = names.filter((n) => filter[n]);
  let shown = 0;
  for (const item of all("li[data-id]")) {
    item.hidden = !passes(item, filter);
    if (!item.hidden) shown++;
  }
  for (const day of all(".day")) day.hidden = !day.querySelector("li[data-id]:not([hidden])");
  for (const month of all(".month")) month.hidden = on.length > 0 && !month.querySelector(".day:not([hidden])");
  for (const button of all("[data-f]")) button.setAttribute("aria-pressed", String((filter.actor || "") === button.dataset.f));
  for (const field of fields) if (field.value !== (filter[field.name] || "")) field.value = filter[field.name] || "";
  if (!form || !count || !whole) return;
  const d = count.dataset;
  count.textContent = on.length ? ((shown ? (shown === 1 ? d.single : d.other) : d.none) || "{n}").replace("{n}", figure(shown)) : "";
  (form.querySelector("[type=reset]") as HTMLElement).hidden = !on.length;
  // With one filter on, the way to all that it finds beyond this page.
  const field = fields.filter((x) => x.name === on[0])[0] as HTMLSelectElement | undefined;
  const choice = on.length === 1 && field && field.selectedOptions && field.selectedOptions[0];
  const href = choice && choice.dataset.h;
  whole.hidden = !href;
  if (choice && href) {
    whole.href = href;
    whole.textContent = choice.dataset.all || "";
  }
  if (on.some((n) => n !== "actor" || !all("[data-f]").length)) form.querySelector("details")?.setAttribute("open", "");
}

function choose(name: string, value: string): void {
  const filter = readFilter();
  filter[name] = value;
  writeFilter(filter);
}

for (const button of all("[data-f]")) button.addEventListener("click", () => choose("actor", button.dataset.f || ""));
for (const field of fields) field.addEventListener("change", () => choose(field.name, field.value));
if (form) {
  form.addEventListener("submit", (e) => e.preventDefault());
  form.addEventListener("reset", (e) => {
    e.preventDefault();
    writeFilter({});
  });
  addEventListener("hashchange", applyFilter);
  applyFilter();
  // The months keep the filter: within the page by scrolling, beyond it in the address.
  doc.addEventListener("click", (e) => {
    const link = (e.target as Element).closest<HTMLAnchorElement>(".rail a, .prevnext a, .parts a");
    const filter = readFilter();
    if (!link || !names.some((n) => filter[n])) return;
    const here = (link.getAttribute("href") || "")[0] === "#" && doc.getElementById(link.hash.slice(1));
    if (here) {
      e.preventDefault();
      here.scrollIntoView();
    } else if (!link.hash) link.hash = location.hash;
  });
}

// --- keys: / to search, j and k from event to event; can be switched off ---

const keySwitch = doc.getElementById("keys") as HTMLInputElement | null;
let keysOn = lasting.get("keys") !== "off";
if (keySwitch) {
  keySwitch.checked = keysOn;
  keySwitch.addEventListener("change", () => {
    keysOn = keySwitch.checked;
    lasting.set("keys", keysOn ? "on" : "off");
  });
}

function step(by: number): void {
  const links = all<HTMLAnchorElement>(".h-event h3 a, .results h2 a").filter((a) => a.offsetParent);
  const at = links.indexOf(doc.activeElement as HTMLAnchorElement);
  const next = links[Math.max(0, Math.min(at + by, links.length - 1))];
  if (next) {
    next.focus();
    (next.closest("article") || next).scrollIntoView({ block: "center" });
  }
}

addEventListener("keydown", (e) => {
  const target = e.target as HTMLElement;
  if (!keysOn || e.ctrlKey || e.metaKey || e.altKey || target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName)) return;
  if (e.key === "/") {
    const field = doc.getElementById("q");
    if (field) {
      e.preventDefault();
      field.focus();
    }
  } else if (e.key === "j") step(1);
  else if (e.key === "k") step(-1);
});

// --- new since the last visit: the days of changes, compared on this machine ---

const site = root.dataset.site || "";
const newest = root.dataset.changed || "";
if (site && newest) {
  const before = passing.get("before " + site) || lasting.get("seen " + site);
  passing.set("before " + site, before || newest);
  lasting.set("seen " + site, newest);
  for (const line of all("[data-log]")) {
    let n = 0;
    for (const entry of (line.dataset.log || "").split(" ")) {
      const [at, entries] = entry.split(":");
      if (before && at > before) n += +entries;
    }
    if (!n) continue;
    (line.firstChild as HTMLElement).textContent = figure(n);
    line.hidden = (line.previousElementSibling as HTMLElement).hidden = false;
  }
  if (before && before < newest) {
    const word = root.dataset.new || "new";
    for (const item of all("[data-u]")) {
      if ((item.dataset.u || "") <= before) continue;
      const label = item.querySelector(".label, .word");
      const badge = doc.createElement("span");
      badge.className = "new";
      badge.textContent = word;
      if (label) label.appendChild(badge);
    }
  }
}

// --- copy: the words of an element, or the address of the page ---

for (const button of all<HTMLButtonElement>("[data-copy]")) {
  button.hidden = !navigator.clipboard; // a page without https has none
  button.addEventListener("click", () => {
    const from = button.dataset.copy ? doc.querySelector(button.dataset.copy) : null;
    const link = doc.querySelector<HTMLLinkElement>("link[rel=canonical]");
    const text = from ? (from.textContent || "").trim() : link ? link.href : location.href.split("#")[0];
    navigator.clipboard.writeText(text).then(
      () => (button.textContent = button.dataset.done || ""),
      () => undefined,
    );
  });
}

// On a phone the months stand in one line that scrolls: the open one is brought
// into view, and the page stays where it is.
for (const now of all(".rail [aria-current]")) {
  const rail = now.closest(".rail") as HTMLElement;
  const [a, b] = [now.getBoundingClientRect(), rail.getBoundingClientRect()];
  rail.scrollLeft += a.left + a.width / 2 - (b.left + b.width / 2);
}
