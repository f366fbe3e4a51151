// The review desk: one event a screen. Looking decides nothing; a decision
// goes to the next at once, and is sent while one reads that.
import { $, h, button, openDialog } from "./dom.js";
import { get, post, takeToken } from "./api.js";
import { listen, showKeys, shown } from "./keys.js";
import { drawItem } from "./item.js";
import { showPeople, peopleKey } from "./people.js";
import { labelOf, control, roleChoice, known, partOf, whom } from "./fields.js";
import { t, w, translate } from "./words.js";

const place = "fasti-review-place";
const st = { meta: null, where: "", queue: [], counts: {}, open: 0, decided: 0, item: null, chosen: 0, skipped: new Set(), done: [], trail: [], view: "events", ahead: null, waiting: Promise.resolve() };
const tasks = new Set(); // what is under way
const track = (f) => (...args) => {
  const p = Promise.resolve(f(...args));
  tasks.add(p);
  p.catch(() => {}).finally(() => tasks.delete(p));
  return p;
};
/** Waits until nothing is under way; for those who drive the page. */
window.fastiIdle = async () => { while (tasks.size) await Promise.allSettled([...tasks]); };

const remember = () => localStorage.setItem(place, JSON.stringify({ where: st.where, id: st.item && st.item.id, skipped: [...st.skipped] }));

/** Says something for a moment, with a way to act on it. */
let timer = 0;
function say(text, label, then) {
  $("toast").replaceChildren(text, ...(label ? [" ", h("button", { type: "button", onclick: then }, label)] : []));
  clearTimeout(timer);
  timer = setTimeout(() => $("toast").replaceChildren(), label ? 12000 : 5000);
}

/** Takes back what was said: something newer stands on the screen. */
const hush = () => $("toast").replaceChildren();

/** What was done with an event, in words, for one who takes it back. */
const doing = { accept: w("accepted"), reject: w("rejected"), merge: w("joined"), apart: w("kept apart"), split: w("a sentence made an event of its own"), move: w("a sentence given to another"), misread: w("a sentence misread"), drop: w("a sentence taken out"), keep: w("words kept"), follow: w("words taken from the report") };

function fault(e) {
  $("fault").hidden = !e;
  $("fault").textContent = e ? [reason(e), e.hint].filter(Boolean).join(" — ") : "";
  if (e) $("fault").scrollIntoView({ block: "nearest" });
}

/** What is wrong, without the act and the id that it was asked of: they are on the screen. */
const reason = (e) => e.message.replace(/^[a-z]+ [a-z0-9-]+: /, "");

async function loadQueue() {
  const q = await get("queue", { where: st.where });
  Object.assign(st, { queue: q.entries, counts: q.counts, open: q.open, decided: q.decided, total: q.total });
  progress();
  chips();
}

function progress() {
  const n = st.open + st.decided;
  $("progress").max = Math.max(1, n);
  $("progress").value = st.decided;
  $("progress-text").textContent = t("{0} decided · {1} wait", st.decided, st.open) + (st.where ? " · " + t("{0} fit the conditions", st.queue.length) : "");
}

function chips() {
  const wide = ["group", "kind", "lang", "basis", "publisher", "actor", "source"];
  const row = (name) => {
    const values = Object.entries(st.counts[name] || {}).sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, 12);
    if (values.length < 2 && !st.where.includes(name + "=")) return null;
    return h("div", { class: "chips" }, h("span", { class: "label" }, name), values.map(([v, n]) => {
      const cond = `${name}=${/[\s,"']/.test(v) ? JSON.stringify(v) : v}`;
      const on = st.where.split(/\s+/).includes(cond);
      return h("button", { type: "button", class: "chip", "aria-pressed": String(on), onclick: () => setWhere(on ? st.where.replace(cond, "") : st.where + " " + cond) }, v + " ", h("small", {}, String(n)));
    }));
  };
  const open = $("chips").querySelector("details")?.open;
  const d = h("details", {}, h("summary", { class: "meta" }, t("Narrow down")), wide.map(row), st.where ? h("div", { class: "btns" }, button(t("All"), "", () => setWhere(""))) : null);
  d.open = Boolean(open);
  $("chips").replaceChildren(d);
}

const setWhere = track(async function setWhere(where) {
  where = where.trim().replace(/\s+/g, " ");
  const before = st.where;
  try {
    st.where = where;
    await loadQueue();
    fault(null);
    $("where").value = where;
    await first();
  } catch (e) {
    st.where = before;
    fault(e);
  }
});

/** The event that is next to be decided on. */
function nextID(after) {
  const at = st.queue.findIndex((e) => e.id === after);
  const order = [...st.queue.slice(at + 1), ...st.queue.slice(0, Math.max(0, at))].filter((e) => e.id !== after);
  return (order.find((e) => !st.skipped.has(e.id)) || {}).id;
}

async function first(id) {
  const to = id || (st.queue.find((e) => !st.skipped.has(e.id)) || {}).id;
  if (to) await show(to);
  else nothing();
}

function nothing() {
  st.item = null;
  $("acts-foot").hidden = true;
  const later = st.queue.filter((e) => st.skipped.has(e.id)).length;
  $("stage").replaceChildren(h("div", { class: "empty" }, h("h1", { id: "heading", tabindex: "-1" }, st.where ? t("Nothing that fits waits.") : t("Nothing waits.")),
    h("p", {}, later ? t("{0} were left for later.", later) : st.open > st.queue.length ? t("Without the conditions {0} wait.", st.open) : t("All that fasti proposes is decided.")),
    h("div", { class: "btns" }, later ? button(t("Look at them"), "", () => { st.skipped.clear(); first(); }) : null, st.where ? button(t("All conditions off"), "", () => setWhere("")) : null)));
  acts();
  $("heading").focus();
  remember();
}

const fetchItem = (id) => get("item/" + encodeURIComponent(id));

const show = track(async function show(id, back) {
  const ahead = st.ahead && st.ahead.id === id ? st.ahead.got : null;
  st.ahead = null;
  try {
    const it = (ahead && (await ahead)) || (await fetchItem(id));
    if (st.item && !back && st.item.id !== id) st.trail.push(st.item.id);
    st.item = it;
    st.chosen = Math.max(0, it.quotes.findIndex((q) => q.waits));
    fault(null);
    draw();
    $("heading").focus({ preventScroll: true });
    scrollTo(0, 0);
    remember();
    history.replaceState(null, "", "#event=" + encodeURIComponent(id));
    const next = nextID(id);
    if (next) st.ahead = { id: next, got: fetchItem(next).catch(() => null) };
  } catch (e) {
    fault(e);
    if (e.status === 404) {
      await loadQueue();
      await first();
    }
  }
});

function draw() {
  $("stage").replaceChildren(drawItem(st.item, st.meta, st.chosen, act));
  acts();
}

function acts() {
  const on = st.view === "events" && st.item;
  $("acts-foot").hidden = !on;
  if (!on) return;
  const b = (name, text, more) => button(text, shown(name), () => run(name), { "data-act": name, ...more });
  $("acts").replaceChildren(b("accept", t("Accept"), { class: "btn first" }), b("reject", t("Reject")), b("skip", t("Later")), b("question", t("Ask")), b("note", t("Note")), b("undo", t("Undo")), b("back", t("Back")), b("bulk", t("All listed")));
}

/** Sends one request after the other. */
function send(body) {
  const p = st.waiting.then(() => post("do", body));
  st.waiting = p.catch(() => {});
  return p;
}

/** Decides and goes on: the event leaves the list at once. */
const decide = track(async function decide(body) {
  const it = st.item;
  const next = nextID(it.id);
  const sent = send({ ...body, event: it.id, base: it.fields });
  const was = st.queue.find((e) => e.id === it.id);
  st.queue = st.queue.filter((e) => e.id !== it.id);
  if (was) { st.open--; st.decided++; }
  progress();
  if (next) show(next);
  else nothing();
  try {
    const r = await sent;
    if (r.group) st.done.push({ group: r.group, id: it.id, what: `${it.title}: ${t(doing[body.do])}` });
    if (r.left && r.left.length && !r.group) say(r.left[0].why, t("Look"), () => show(it.id));
    else say(`${it.title}: ${t(doing[body.do])}`, t("Undo"), () => run("undo"));
    if (!next) { await loadQueue(); if (st.queue.some((e) => !st.skipped.has(e.id))) first(); }
  } catch (e) {
    if (was) { st.queue.unshift(was); st.open++; st.decided--; }
    progress();
    refused(e, it, { ...body, event: it.id, base: it.fields });
  }
});

/** Does something with the event and stays at it, or goes where to says. One
 * change waits for the one before, whose words it builds on: else quick hands
 * would be told that somebody else changed the event. */
let turn = Promise.resolve();
const change = track(function change(body, to) {
  const it = st.item;
  const done = turn.then(() => changeInTurn(it, body, to));
  turn = done.catch(() => {});
  return done;
});

async function changeInTurn(it, body, to) {
  const seen = st.item && st.item.id === it.id ? st.item : it;
  const asked = { event: it.id, base: seen.fields, ...body };
  try {
    const r = await send(asked);
    if (r.group) st.done.push({ group: r.group, id: it.id, what: `${it.title}: ${body.key ? labelOf(body.key, true) : t(doing[body.do] || body.do)}` });
    hush();
    if (r.left && r.left.length) say(r.left[0].why);
    else if (r.merged && r.merged.length) say(t("Done. Somebody else changed {0} meanwhile; that stands.", r.merged.map((f) => labelOf(f, true)).join(", ")));
    await loadQueue();
    st.ahead = null;
    await (to ? show(to) : to === "" ? first() : show(it.id, true));
  } catch (e) {
    refused(e, it, asked);
  }
}

function refused(e, it, asked) {
  if (e.status !== 409) {
    fault(e);
    if (!st.item || st.item.id !== it.id) say(t("{0}: not done. {1}", it.title, reason(e)), t("Look"), () => show(it.id));
    return;
  }
  openDialog("ask", h("h2", { id: "ask-title" }, t("Changed meanwhile")), h("p", { dir: "auto" }, it.title),
    h("table", {}, h("thead", {}, h("tr", {}, [t("Field"), t("When you looked"), t("Now"), t("Yours")].map((x) => h("th", { scope: "col" }, x)))),
      h("tbody", {}, e.fields.map((f) => h("tr", {}, [labelOf(f.field, true), f.base, f.now, f.yours].map((x) => h("td", { dir: "auto" }, x || "–")))))),
    h("div", { class: "btns" }, button(t("Look again"), "", () => { $("ask").close(); show(it.id); }, { class: "btn first" }),
      button(t("Do it all the same"), "", () => { $("ask").close(); send({ ...asked, force: true }).then(loadQueue).then(() => first()).catch(fault); })));
}

/** What the drawing of an event may ask for. */
const act = {
  edit,
  choose(i) { if (i !== st.chosen) { st.chosen = i; draw(); } },
  take: (key, value) => change({ do: "set", key, value }),
  part: (was, value, name) => change({ do: "set", key: "actors", was, value, name }),
  merge(d) {
    // What a person has reviewed stays; of two that nobody has, the one that is open.
    if (d.state === "accepted" || d.state === "corrected") return change({ do: "merge", into: d.id }, nextID(st.item.id) || "");
    return change({ do: "merge", event: d.id, into: st.item.id, base: undefined });
  },
  apart: (d) => change({ do: "apart", into: d.id }),
  source(what) {
    const q = st.item.quotes[st.chosen];
    if (!q) return;
    if (what === "move") return findEvent(t("Give the sentence to"), (e) => change({ do: "move", source: q.source, into: e.id }));
    const leaves = (what === "drop" || what === "split") && st.item.quotes.length === 1;
    return change({ do: what, source: q.source }, leaves ? "" : undefined);
  },
};

/** Asks for another event by words of its title. */
function findEvent(title, then) {
  const input = h("input", { type: "search", "aria-label": t("Words of its title, or its id"), autocomplete: "off" });
  const hits = h("div", { class: "hits" });
  let asked = 0; // an answer that comes late is none to what is typed by now
  let looked = Promise.resolve([]);
  const take = (e) => { $("ask").close(); then(e); };
  const look = track(async () => {
    const mine = ++asked;
    const found = (await get("find", { q: input.value }).catch(() => [])).filter((e) => e.id !== st.item.id);
    if (mine === asked) hits.replaceChildren(...found.map((e) => h("button", { type: "button", class: "btn", onclick: () => take(e) }, `${e.when || t("undated")} · ${e.title}`)));
    return found;
  });
  input.addEventListener("input", () => { looked = look(); });
  input.addEventListener("keydown", track(async (e) => {
    if (e.key !== "Enter") return;
    e.preventDefault();
    const found = await looked;
    if (found.length) take(found[0]);
  }));
  openDialog("ask", h("h2", { id: "ask-title" }, title), h("div", { class: "editor" }, input), hits);
  input.focus();
  looked = look();
}

/** Opens a field for correction, in its place. */
function edit(name) {
  if (!st.item) return;
  const it = st.item;
  const old = it.fields[name] || "";
  const close = () => { $("editor").replaceChildren(); $("heading").focus({ preventScroll: true }); };
  const label = labelOf(name);
  const input = control(name, old, st.meta);
  const role = name === "actors" ? roleChoice(st.meta, t("Role")) : null;
  const who = whom(say);
  const save = async () => {
    const v = input.value.trim();
    if (name === "actors") {
      if (!v) return close();
      const id = await who(v);
      return id && addPart(id, role.value);
    }
    if (v === old) return close();
    const go = name === "question" ? nextID(it.id) : undefined;
    if (name === "question") st.skipped.add(it.id);
    return change({ do: "set", key: name, value: v }, go);
  };
  const keys = (e) => {
    if (e.key === "Enter") { e.preventDefault(); track(save)(); }
    if (e.key === "Escape") { e.preventDefault(); close(); }
  };
  const form = h("div", { class: "editor", onkeydown: keys }, h("span", { class: "label" }, label), input, role, button(t("Save"), "Enter", track(save), { class: "btn first" }), button(t("Leave it"), "Esc", close));
  $("editor").replaceChildren(form);
  if (name === "actors") known().then((list) => form.append(list));
  input.focus();
  if (input.select && name !== "actors") input.select();
}

const addPart = track(async function addPart(name, role) {
  const p = await partOf(name, role);
  await act.part("", p.value, p.name);
});

const undo = track(async function undo() {
  await st.waiting;
  const last = st.done.pop();
  try {
    const r = await post("undo", last ? { group: last.group } : {});
    say(t("Taken back: {0}", (last && last.what) || r.told[0] || t("nothing")));
    st.ahead = null;
    if (st.view === "actors") return openView("actors");
    await loadQueue();
    if (last) { st.skipped.delete(last.id); await show(last.id, true); } else await first();
  } catch (e) {
    if (last) st.done.push(last);
    fault(e);
  }
});

/** The same for all that are listed: first shown, then asked for by number. */
const bulk = track(async function bulk() {
  await st.waiting;
  if (!st.queue.length) return say(t("Nothing waits that could be decided."));
  const draw = async (what) => {
    let list;
    try { list = await post("bulk", { do: what, where: st.where }); } catch (e) { return fault(e); }
    const go = track(async () => {
      $("ask").close();
      try {
        const r = await post("bulk", { do: what, where: st.where, expect: list.expect });
        if (r.group) st.done.push({ group: r.group, id: st.item && st.item.id, what: `${list.total} ${t(doing[what])}` });
        say(`${list.total} ${t(doing[what])}`, t("Undo"), () => run("undo"));
        await loadQueue();
        await first();
      } catch (e) { fault(e.status === 409 ? { message: t("The list is another one now"), hint: t("look at it again") } : e); }
    });
    openDialog("ask", h("h2", { id: "ask-title", tabindex: "-1", autofocus: true }, what === "accept" ? t("Accept {0} events", list.total) : t("Reject {0} events", list.total)),
      h("p", { class: "meta" }, st.where ? t("All that nobody has decided on and that fit: {0}", st.where) : t("All that nobody has decided on. Conditions make them fewer.")),
      h("div", { class: "btns" }, button(what === "accept" ? t("Accept {0}", list.total) : t("Reject {0}", list.total), "", go, { class: "btn first", disabled: list.total === 0 }), button(what === "accept" ? t("Reject them instead") : t("Accept them instead"), "", () => draw(what === "accept" ? "reject" : "accept")), button(t("Leave it"), "Esc", () => $("ask").close())),
      h("div", { class: "tablewrap", tabindex: "0", role: "region", "aria-label": t("The events") }, h("table", {}, h("thead", {}, h("tr", {}, [t("Date"), t("Title"), t("Sure"), t("Change")].map((x) => h("th", { scope: "col" }, x)))), h("tbody", {}, list.entries.map((e) => h("tr", {}, h("td", {}, e.when || "–"), h("td", { dir: "auto" }, e.title), h("td", {}, e.confidence + "%"), h("td", {}, `review: ${e.state} → ${what}ed`)))))));
  };
  await draw("accept");
});

/** Does what a key or a button says; true if it was something. */
function run(name) {
  if (name === "help") { showKeys(() => st.item && draw()); return true; }
  if (name === "undo") { undo(); return true; }
  if (name === "filter") { $("where").focus(); $("where").select(); return true; }
  if (st.view === "actors") return peopleKey(name);
  if (name === "bulk") { bulk(); return true; }
  if (name === "back") { const id = st.trail.pop(); if (id) show(id, true); return true; }
  const it = st.item;
  if (!it) return false;
  switch (name) {
    case "accept":
      decide({ do: "accept", seen: (it.doubts || []).map((d) => d.sign).filter(Boolean) });
      return true;
    case "reject":
      decide({ do: "reject" });
      return true;
    case "skip": {
      st.skipped.add(it.id);
      const next = nextID(it.id);
      if (next) show(next); else nothing();
      return true;
    }
    case "merge": if (it.doubles[0]) act.merge(it.doubles[0]); return true;
    case "apart": if (it.doubles[0]) act.apart(it.doubles[0]); return true;
    case "join": findEvent(t("Join with"), (e) => act.merge(e)); return true;
    case "up": case "down": {
      const n = st.chosen + (name === "up" ? -1 : 1);
      if (n < 0 || n >= it.quotes.length) return false;
      act.choose(n);
      document.querySelector(".qcard[aria-current]").scrollIntoView({ block: "nearest" });
      return true;
    }
    case "split": case "move": case "misread": case "keep": case "follow": case "drop":
      act.source(name);
      return true;
  }
  edit(name);
  return true;
}

function digit(n) {
  const b = document.querySelector(`[data-number="${n}"]`);
  if (!b || st.view !== "events") return false;
  b.click();
  return true;
}

const openView = track(async function openView(view, id) {
  st.view = view;
  for (const v of ["events", "actors"]) $("tab-" + v).toggleAttribute("aria-current", v === view);
  for (const v of ["events", "actors"]) if (v === view) $("tab-" + v).setAttribute("aria-current", "page");
  $("chips").hidden = document.querySelector(".desk-head").hidden = view !== "events";
  try {
    fault(null);
    if (view === "actors") {
      $("acts-foot").hidden = true;
      st.item = null;
      await showPeople($("stage"), { fault, say, track, done: (g) => st.done.push({ group: g }) });
    } else {
      await loadQueue();
      await first(id);
    }
  } catch (e) {
    fault(e);
  }
});

async function start() {
  translate(document);
  const hash = takeToken();
  const last = JSON.parse(localStorage.getItem(place) || "{}");
  try {
    st.meta = await get("meta");
  } catch (e) {
    return fault(e);
  }
  $("site").textContent = st.meta.site || t("Review desk");
  document.title = t("Review desk") + " – " + (st.meta.site || "fasti");
  st.where = hash.has("event") ? "" : hash.get("where") || last.where || "";
  st.skipped = new Set(last.skipped || []);
  $("where").value = st.where;
  $("conditions").addEventListener("submit", (e) => { e.preventDefault(); setWhere($("where").value); $("where").blur(); });
  $("open-keys").addEventListener("click", () => run("help"));
  for (const v of ["events", "actors"]) $("tab-" + v).addEventListener("click", (e) => { e.preventDefault(); openView(v); });
  listen(run, digit);
  if (hash.has("actors") || location.hash === "#actors") return openView("actors");
  st.view = "events";
  $("tab-events").setAttribute("aria-current", "page");
  try {
    await loadQueue();
  } catch (e) {
    st.where = "";
    fault(e);
    await loadQueue();
  }
  const id = hash.get("event") || (st.queue.some((e) => e.id === last.id) ? last.id : undefined);
  await first(id);
}

start();
