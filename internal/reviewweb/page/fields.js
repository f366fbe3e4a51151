// The fields of an event, as the desk and the pages of serve correct them.
import { h } from "./dom.js";
import { get } from "./api.js";
import { t, w, named } from "./words.js";

/** What each field is called where one corrects it. */
export const labels = {
  title: w("Title"), when: w("Date (2024-02-06, 2024-02, 2024-02-05/2024-02-08 …)"), kind: w("Kind"), status: w("Did it take place?"), places: w("Places, with commas"),
  question: w("Question to a colleague"), note: w("Note"), actors: w("Who: name or id"), text: w("Your own text (Markdown)"), key: w("On the home page?"),
  "image.path": w("Picture: its path in static/ (pics/quay.jpg)"), "image.alt": w("What the picture shows"), "image.credit": w("Who made the picture"), "image.license": w("License of the picture"),
};

/** What a field is called here; short without how it is written. */
export const labelOf = (name, short) => { const l = t(labels[name] || name); return short ? l.replace(/ \(.*/, "") : l; };

/** A control for a field with its old value: one line, a text, or a choice. */
export function control(name, old, meta) {
  const label = labelOf(name);
  const options = { kind: meta.kinds, status: meta.statuses, key: ["false", "true"] }[name];
  if (options) {
    return h("select", { "aria-label": label }, options.map((o) => { const x = h("option", { value: o }, name === "key" ? (o === "true" ? t("yes") : t("no")) : named(name, o)); x.selected = o === old; return x; }));
  }
  if (name === "text") return h("textarea", { "aria-label": label, rows: "5", dir: "auto", value: old });
  return h("input", { type: "text", "aria-label": label, value: name === "actors" ? "" : old, list: name === "actors" ? "known" : undefined, autocomplete: "off", dir: "auto" });
}

/** A choice of the parts that one takes. */
export const roleChoice = (meta, label, now) => h("select", { "aria-label": label }, meta.roles.map((r) => { const o = h("option", { value: r }, named("role", r)); o.selected = r === now; return o; }));

let people = null;

/** The names of all actors, for the control of actors. */
export async function known() {
  people = people || (await get("people")).actors;
  return h("datalist", { id: "known" }, people.map((p) => h("option", { value: p.name })));
}

/** Those of whom a text is the name or id, else those of whose name it is a part. */
async function called(text) {
  await known();
  const low = text.toLowerCase();
  const names = (p) => [p.id, p.name.toLowerCase(), ...(p.known_as || []).map((n) => n.toLowerCase())];
  const same = people.filter((p) => names(p).includes(low));
  return same.length ? same : people.filter((p) => names(p).some((n) => n.includes(low)));
}

/** Finds who is meant by what somebody typed: of whom it is the name, else the only
 * one of whose name it is a part. A name that nobody has is asked about once, by
 * say, and taken when it comes again. */
export function whom(say) {
  let asked = "";
  return async (typed) => {
    const hits = await called(typed);
    if (hits.length === 1) return hits[0].id;
    if (typed === asked) return typed;
    asked = typed;
    say((hits.length ? t("Several are called so: {0}.", hits.slice(0, 5).map((p) => p.name).join(", ")) : t("Nobody is called “{0}”.", typed)) + " " + t("Enter again puts in a new name."));
    return "";
  };
}

/** What puts somebody in, by name or id: value and name of a request. */
export async function partOf(name, role) {
  await known();
  const low = name.toLowerCase();
  const hit = people.find((p) => p.id === low || p.name.toLowerCase() === low || (p.known_as || []).some((n) => n.toLowerCase() === low));
  const id = hit ? hit.id : low.normalize("NFD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  people = null;
  return { value: `${id} ${role}`, name: hit ? undefined : name };
}
