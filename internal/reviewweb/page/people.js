// The actors' desk: who may be one, who may be two, and all names.
import { h, button, $ } from "./dom.js";
import { get, post } from "./api.js";
import { shown } from "./keys.js";
import { t } from "./words.js";

let stage, tools;
let cards = []; // what is asked, each {el, keys: {name: fn}}
let at = 0;
const later = new Set();

export async function showPeople(where, more) {
  stage = where;
  tools = more;
  const p = await get("people");
  cards = [];
  const joins = p.joins.filter((j) => !later.has(j.a.id + " " + j.b.id)).map((j) => join(j));
  const splits = p.splits.filter((s) => !later.has(s.actor.id + " " + s.name)).map((s) => split(s));
  stage.replaceChildren(h("div", {}, h("h1", { id: "heading", tabindex: "-1", class: "people" }, t("Actors")),
    h("section", { class: "sec", "aria-labelledby": "s-joins" }, h("h2", { id: "s-joins" }, t("One or two? {0} to decide", joins.length + splits.length)), joins, splits,
      joins.length + splits.length ? null : h("p", { class: "empty" }, t("Nothing waits."))),
    h("section", { class: "sec", "aria-labelledby": "s-all" }, h("h2", { id: "s-all" }, t("All {0} actors", p.actors.length)), p.actors.map((a) => row(a, p.actors)))));
  choose(Math.min(at, Math.max(0, cards.length - 1)));
  $("heading").focus({ preventScroll: true });
}

/** Does something and draws the list anew. */
const act = (body, told) => tools.track(send)(body, told);

async function send(body, told) {
  try {
    const r = await post("do", body);
    if (r.group) tools.done(r.group);
    tools.say(r.left && r.left.length ? r.left[0].why : told);
    tools.fault(null);
    await showPeople(stage, tools);
  } catch (e) {
    tools.fault(e);
  }
}

function choose(i) {
  at = i;
  cards.forEach((c, k) => (k === i ? c.el.setAttribute("aria-current", "true") : c.el.removeAttribute("aria-current")));
  if (cards[i]) cards[i].el.scrollIntoView({ block: "nearest" });
}

/** A key of the desk; true if it was something here. */
export function peopleKey(name) {
  if (name === "up" || name === "down") {
    const to = at + (name === "up" ? -1 : 1);
    if (to < 0 || to >= cards.length) return false;
    choose(to);
    return true;
  }
  const f = cards[at] && cards[at].keys[name];
  if (f) f();
  return Boolean(f);
}

function card(content, keys) {
  const el = h("div", { class: "pcard" }, content);
  const i = cards.push({ el, keys }) - 1;
  el.addEventListener("click", () => i !== at && choose(i));
  return el;
}

const some = (n) => (n === 1 ? t("1 event") : t("{0} events", n));

const mentions = (list) => list.map((m) => h("blockquote", { dir: "auto" }, m.segs.map((s) => (s.mark ? h("mark", { class: "m-actor" }, s.text) : s.text)), h("span", { class: "meta" }, ` ${m.article}, ${m.sentence}`)));

function side(p) {
  return h("div", {}, h("h3", { dir: "auto" }, p.name), h("p", { class: "meta" }, [p.kind, p.id, p.events ? some(p.events) : ""].filter(Boolean).join(" · ")), mentions(p.mentions));
}

function join(j) {
  const same = () => act({ do: "actor-merge", actor: j.b.id, into: j.a.id }, t("{0} is {1}", j.b.name, j.a.name));
  const never = () => act({ do: "actor-not", actor: j.a.id, name: j.b.name }, t("{0} is never {1}", j.b.name, j.a.name));
  const two = () => act({ do: "actor-apart", actor: j.a.id, into: j.b.id }, t("{0} and {1} stay two", j.a.id, j.b.id));
  const skip = () => { later.add(j.a.id + " " + j.b.id); showPeople(stage, tools); };
  const known = j.b.path ? same : () => act({ do: "actor-rename", actor: j.a.id, key: "known_as", value: j.b.name }, t("{0} is {1}", j.b.name, j.a.name));
  const apart = j.b.path ? two : never; // one who has no file yet is a name alone
  return card([h("p", { class: "label" }, j.evidence), h("div", { class: "pairrow" }, side(j.a), side(j.b)),
    h("div", { class: "btns" }, button(t("Same"), shown("merge"), known), button(t("Two, for ever"), shown("apart"), apart), button(t("Later"), shown("skip"), skip))],
  { merge: known, accept: known, apart, skip });
}

function split(s) {
  const two = () => act({ do: "actor-split", actor: s.actor.id, name: s.name }, t("{0} is somebody else", s.name));
  const skip = () => { later.add(s.actor.id + " " + s.name); showPeople(stage, tools); };
  return card([h("p", { class: "label" }, s.evidence), h("div", { class: "pairrow" }, side(s.actor), h("div", {}, h("h3", { dir: "auto" }, s.name), mentions(s.mentions))),
    h("div", { class: "btns" }, button(t("Somebody else"), shown("split"), two), button(t("Later"), shown("skip"), skip))], { split: two, apart: two, skip });
}

function line(label, names, go) {
  const inputs = names.map((n) => h("input", { type: "text", "aria-label": n, placeholder: n, autocomplete: "off", dir: "auto" }));
  const send = () => inputs.every((i) => i.value.trim()) && go(...inputs.map((i) => i.value.trim()));
  return h("div", { class: "editor", onkeydown: (e) => { if (e.key === "Enter") { e.preventDefault(); send(); } } }, inputs, button(label, "", send));
}

function row(a, all) {
  const d = h("details", { class: "actorrow" }, h("summary", { dir: "auto" }, h("b", {}, a.name), h("span", { class: "meta" }, ` ${[a.kind, some(a.events), ...(a.known_as || [])].filter(Boolean).join(" · ")}`)));
  d.addEventListener("toggle", () => {
    if (d.open && d.children.length < 2) d.append(h("div", {}, mentions(a.mentions), forms(a, all, act, tools.say)));
  });
  return d;
}

/** All that can be corrected in an actor; act(body, told) does it. */
export function forms(a, all, act, say) {
  const named = (s) => all.find((o) => o.id === s || o.name === s);
  return [
    Object.keys(a.names || {}).length ? h("p", { class: "meta" }, Object.entries(a.names).map(([l, n]) => `${l}: ${n}`).join(" · ")) : null,
    (a.not || []).length ? h("p", { class: "meta" }, t("Not: {0}", a.not.join(", "))) : null,
    line(t("Rename"), [t("New name")], (v) => act({ do: "actor-rename", actor: a.id, value: v }, t("renamed"))),
    line(t("Name in a language"), [t("Language (de, en …)"), t("Name")], (l, v) => act({ do: "actor-rename", actor: a.id, key: "names." + l, value: v }, t("named"))),
    line(t("Also called"), [t("Another name")], (v) => act({ do: "actor-rename", actor: a.id, key: "known_as", value: v }, t("noted"))),
    line(t("Join with"), [t("Name or id of the actor that stays")], (v) => (named(v) ? act({ do: "actor-merge", actor: a.id, into: named(v).id }, t("joined")) : say(t("There is no such actor")))),
    line(t("Keep apart from"), [t("Name or id of another actor")], (v) => (named(v) ? act({ do: "actor-apart", actor: a.id, into: named(v).id }, t("kept apart")) : say(t("There is no such actor")))),
    line(t("Split off a name"), [t("Name that is somebody else")], (v) => act({ do: "actor-split", actor: a.id, name: v }, t("parted"))),
    line(t("Never this name"), [t("Name that is not theirs")], (v) => act({ do: "actor-not", actor: a.id, name: v }, t("noted"))),
  ].filter(Boolean);
}
