// Corrects what a page of serve shows, where it stands. Pens beside the title,
// the date, each quotation … open a field in its place; a list at the foot of
// the page has all of them. What is saved goes through the same interface as at
// the desk.
import { h, button } from "./dom.js";
import { get, post, takeToken, hasToken } from "./api.js";
import { labelOf, control, roleChoice, known, partOf, whom } from "./fields.js";
import { forms } from "./people.js";
import { t, w, named } from "./words.js";

const bar = document.querySelector(".fasti-bar");
const here = { kind: bar.dataset.kind, id: bar.dataset.id };
const doing = { accept: w("accepted"), reject: w("rejected"), split: w("a sentence made an event of its own"), move: w("a sentence given to another"), misread: w("a sentence misread"), drop: w("a sentence taken out"), keep: w("words kept"), follow: w("words taken from the report") };
const editing = "fasti-editing"; // kept for the tab: a page that was built anew goes on
const st = { meta: null, on: false, again: false };

const said = h("p", { role: "status", class: "fasti-said" });
const fields = h("div");
const panel = h("details", { class: "fasti-panel", hidden: true }, h("summary", {}, t("All that can be corrected")), fields);
function fill(open, ...content) {
  fields.replaceChildren(...content.flat().filter(Boolean));
  panel.hidden = false;
  panel.open = open;
}
const toggle = button(t("Edit here"), "", () => (st.on ? off() : track(on())), { "aria-expanded": "false" });
bar.append(toggle, said, panel);

const tasks = new Set();
const live = new Map(); // the events that can be corrected here, as they stand now
async function event(id) {
  live.set(id, await get("item/" + encodeURIComponent(id)));
  return live.get(id);
}
/** Waits until nothing is under way; for those who drive the page. */
window.fastiIdle = async () => { while (tasks.size) await Promise.allSettled([...tasks]); };
function track(p) {
  tasks.add(p);
  p.catch(() => {}).finally(() => tasks.delete(p));
  return p;
}

function say(text, label, then) {
  said.replaceChildren(text, ...(label ? [" ", button(label, "", then)] : []));
}

function fault(e) {
  if (e.status === 401) return say(t("Open the address that fasti serve printed, with its token, once in this browser; then come back."));
  say([e.message, ...(e.fields || []).map((f) => `${labelOf(f.field, true)}: ${f.now}`), e.hint].filter(Boolean).join(" — "));
}

/** Saves; the page is built anew then, and loads again. */
async function save(body, told) {
  try {
    const r = await post("do", body);
    if (r.left && r.left.length) return say(r.left[0].why);
    if (live.has(body.event)) Object.assign(live.get(body.event), await get("item/" + encodeURIComponent(body.event)));
    say(t("Saved: {0}. The page is being built anew.", told), t("Undo"), () => track(post("undo", { group: r.group }).then(() => say(t("Taken back. The page is being built anew.")), fault)));
    shut();
  } catch (e) {
    fault(e);
  }
}

/** One open form at a time; while it is open the page does not load again. */
let open = null;
function shut() {
  if (open) {
    open.form.remove();
    if (open.from.isConnected) open.from.focus({ preventScroll: true });
  }
  open = null;
  if (st.again) location.reload();
}
document.addEventListener("fasti-reload", (e) => {
  if (!open) return;
  e.preventDefault();
  st.again = true;
});

/** Puts a form behind the button that asked for it. */
function show(from, controls, go, ...more) {
  shut();
  const done = () => track(Promise.resolve(go()));
  const form = h("div", { class: "fasti-form", onkeydown: (e) => {
    if (e.key === "Escape") { e.preventDefault(); e.stopPropagation(); shut(); }
    if (e.key === "Enter" && (e.target.tagName === "INPUT" || e.target.tagName === "SELECT" || e.ctrlKey || e.metaKey)) { e.preventDefault(); done(); }
  } }, controls, button(t("Save"), "", done, { class: "btn first" }), ...more, button(t("Leave it"), "", shut));
  open = { form, from };
  (from.closest("main h1,main .bigdate,main .phead .label,main .cardtitle") || from).after(form);
  form.scrollIntoView({ block: "center" });
  form.querySelector("input,select,textarea,button").focus();
}

const pen = (label, onclick) => h("button", { type: "button", class: "fasti-pen", "aria-label": label, title: label, onclick }, "✎");

/** Corrects one field of an event. */
function field(it, name, from) {
  const old = it.fields[name] || "";
  const input = control(name, old, st.meta);
  show(from, [h("span", {}, labelOf(name)), input], () => {
    const v = input.value.trim();
    if (v === old) return shut();
    return save({ do: "set", event: it.id, base: it.fields, key: name, value: v }, labelOf(name, true));
  });
  if (input.select) input.select();
}

/** Corrects, or takes out, somebody who takes part. */
function part(it, p, from) {
  const role = roleChoice(st.meta, t("Role of {0}", p.name), p.role);
  const set = (value, told) => save({ do: "set", event: it.id, base: it.fields, key: "actors", was: p.id, value }, told);
  show(from, [h("span", {}, p.name), role], () => set(`${p.id} ${role.value}`, p.name), button(t("Take out"), "", () => track(set("", t("{0} taken out", p.name)))));
}

function addPart(it, from) {
  const input = control("actors", "", st.meta);
  const role = roleChoice(st.meta, t("Role"));
  const who = whom(say);
  show(from, [h("span", {}, labelOf("actors")), input, role], async () => {
    if (!input.value.trim()) return shut();
    const id = await who(input.value.trim());
    if (!id) return undefined;
    const p = await partOf(id, role.value);
    return save({ do: "set", event: it.id, base: it.fields, key: "actors", was: "", ...p }, input.value.trim());
  });
  known().then((list) => open && open.form.append(list));
}

/** What can be said of one sentence. */
function source(it, q, from) {
  const tell = (what, more = {}) => track(save({ do: what, event: it.id, source: q.source, base: it.fields, ...more }, t(doing[what])));
  const to = h("input", { type: "text", "aria-label": t("Give it to another event: its id, or words of its title"), placeholder: t("words of another event’s title"), autocomplete: "off", dir: "auto" });
  const move = async () => {
    if (!to.value.trim()) return shut();
    const hit = (await get("find", { q: to.value.trim() })).find((e) => e.id !== it.id);
    if (!hit) return say(t("There is no such event."));
    return tell("move", { into: hit.id });
  };
  show(from, [q.waits ? button(t("Keep these words"), "", () => tell("keep")) : null, q.waits && q.now ? button(t("Take the new ones"), "", () => tell("follow")) : null,
    button(t("Misread"), "", () => tell("misread")), it.quotes.length > 1 ? button(t("Event of its own"), "", () => tell("split")) : null, button(t("Take out"), "", () => tell("drop")), to].filter(Boolean), move);
}

/** The pens beside what an event's own page shows. */
function pens(it) {
  const at = (selector, name) => document.querySelectorAll(selector).forEach((el, i) => i === 0 && beside(el, labelOf(name, true), (from) => field(it, name, from)));
  at("main h1", "title");
  at("main .bigdate", "when");
  at("main .phead .p-category", "kind");
  at("main .phead .p-location", "places");
  at("main .phead .state", "status");
  at("main .p-summary", "text");
  at("main figure figcaption", "image.credit");
  for (const el of document.querySelectorAll("main .p-attendee")) {
    const p = it.parts.find((x) => (el.getAttribute("href") || "").includes(`/a/${x.id}/`)) || it.parts.find((x) => x.name === el.textContent);
    if (p) beside(el, p.name, (from) => part(it, p, from));
  }
  for (const q of it.quotes) {
    const el = document.getElementById("q-" + q.source);
    if (el) beside(el.querySelector("blockquote"), t("This sentence"), (from) => source(it, q, from));
  }
}

function beside(el, what, onclick) {
  const b = pen(t("Correct: {0}", what), () => onclick(b));
  if (/^(H1|H2|P)$/.test(el.tagName)) el.append(b);
  else el.after(b);
}

/** All fields of an event, as a list. */
function list(it) {
  const rows = ["title", "when", "kind", "status", "places", "text", "key", "question", "note", "image.path", ...Object.keys(it.fields).filter((k) => k.includes(".") && k !== "image.path")].map((name) => {
    const b = button(labelOf(name, true), "", () => field(it, name, b));
    return h("li", {}, b, " ", h("span", { dir: "auto" }, it.fields[name] || "–"));
  });
  const add = button(t("Put somebody in"), "", () => addPart(it, add));
  const decide = (what) => button(what === "accept" ? t("Accept") : t("Reject"), "", () => track(save({ do: what, event: it.id, base: it.fields, reopen: what === "reject" && it.state !== "proposed" }, t(doing[what]))));
  return [
    h("p", { class: "fasti-acts" }, it.state === "accepted" ? null : decide("accept"), it.state === "rejected" ? null : decide("reject"), add),
    h("ul", {}, it.parts.map((p) => { const b = button(p.name, "", () => part(it, p, b)); return h("li", {}, b, " ", h("span", {}, named("role", p.role))); })),
    h("ul", {}, it.quotes.map((q, i) => { const b = button(t("Sentence {0}", i + 1), "", () => source(it, q, b)); return h("li", {}, b, " ", h("span", { dir: "auto", lang: q.lang }, q.segs.map((s) => s.text).join(""))); })),
    h("ul", {}, rows),
  ];
}

/** On a page with many events a pen beside each link opens its fields. */
function lines() {
  for (const a of document.querySelectorAll("main a[href]")) {
    if (!(a instanceof HTMLAnchorElement) || !/\/e\/[^/]+\/(index\.html)?$/.test(a.pathname) || !a.textContent.trim()) continue;
    beside(a, a.textContent.trim(), () => track(anEvent(a)));
  }
}

async function anEvent(a) {
  try {
    const to = await get("at", { address: a.pathname });
    if (to.kind !== "event") return say(t("That is no event of this site now."));
    const it = await event(to.id);
    const title = h("h2", { tabindex: "-1", dir: "auto" }, it.title);
    fill(true, title, list(it));
    title.focus();
  } catch (e) {
    fault(e);
  }
}

async function anActor() {
  const all = (await get("people")).actors;
  const a = all.find((x) => x.id === here.id);
  if (!a) return;
  const act = (body, told) => track(save(body, told));
  const set = (key, label, old) => {
    const b = button(label, "", () => {
      const input = key === "kind" ? h("select", { "aria-label": label }, ["person", "organisation", "state", "place", "group"].map((k) => { const o = h("option", { value: k }, k); o.selected = k === old; return o; })) : key === "text" ? h("textarea", { "aria-label": label, rows: "5", value: old }) : h("input", { type: "text", "aria-label": label, value: old, autocomplete: "off" });
      show(b, [h("span", {}, label), input], () => save({ do: "actor-set", actor: a.id, key, value: input.value.trim() }, label));
    });
    return h("li", {}, b, " ", h("span", { dir: "auto" }, old || "–"));
  };
  beside(document.querySelector("main h1"), t("Name"), (from) => {
    const input = h("input", { type: "text", "aria-label": t("Name"), value: a.name, autocomplete: "off", dir: "auto" });
    show(from, [h("span", {}, t("Name")), input], () => (input.value.trim() === a.name ? shut() : save({ do: "actor-rename", actor: a.id, value: input.value.trim() }, t("renamed"))));
  });
  fill(false, h("ul", {}, set("kind", t("Kind"), a.kind || ""), set("country", t("Country (DE, EG …)"), a.country || ""), set("wikidata", t("Wikidata (Q…)"), a.wikidata || ""), set("text", t("Your own text (Markdown)"), a.text || "")), forms(a, all, act, say));
}

/** What is said of a report; its text is the paper's and stays. */
async function anArticle() {
  const a = await get("article/" + encodeURIComponent(here.id));
  const names = { title: t("Title"), date: t("Day of publication (2024-02-07)"), publisher: t("Publisher"), author: t("Author"), link: t("Address of the original") };
  const edit = (key, from) => {
    const input = h("input", { type: "text", "aria-label": names[key], value: a.fields[key] || "", autocomplete: "off", dir: "auto" });
    show(from, [h("span", {}, names[key]), input], () => {
      const v = input.value.trim();
      return v === (a.fields[key] || "") ? shut() : save({ do: "article-set", article: a.name, base: a.fields, key, value: v }, names[key]);
    });
  };
  for (const [at, key] of [["h1", "title"], [".bigdate", "date"], [".phead .label", "publisher"]]) {
    const el = document.querySelector("main " + at);
    if (el) beside(el, names[key].replace(/ \(.*/, ""), (from) => edit(key, from));
  }
  fill(false, h("ul", {}, Object.keys(names).map((key) => {
    const b = button(names[key], "", () => edit(key, b));
    return h("li", {}, b, " ", h("span", { dir: "auto" }, a.fields[key] || "–"));
  })), h("p", {}, t("The text is what the paper wrote: it is corrected in its file. What was read in it can be corrected beside each event.")));
}

async function on() {
  if (!hasToken()) return fault({ status: 401 });
  try {
    st.meta = st.meta || (await get("meta"));
    if (here.kind === "event") {
      const it = await event(here.id);
      pens(it);
      fill(false, list(it));
    } else if (here.kind === "actor") await anActor();
    else if (here.kind === "article") await anArticle();
    if (here.kind !== "event") lines();
    st.on = true;
    sessionStorage.setItem(editing, "1");
    toggle.setAttribute("aria-expanded", "true");
    toggle.textContent = t("Done");
  } catch (e) {
    fault(e);
  }
}

function off() {
  shut();
  document.querySelectorAll(".fasti-pen").forEach((b) => b.remove());
  panel.hidden = true;
  fields.replaceChildren();
  st.on = false;
  sessionStorage.removeItem(editing);
  toggle.setAttribute("aria-expanded", "false");
  toggle.textContent = t("Edit here");
}

takeToken();
if (sessionStorage.getItem(editing) && hasToken()) track(on());
