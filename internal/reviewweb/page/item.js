// Draws one event. What can be decided comes in as do: {take, edit, choose …}.
import { h, sentence, button, away } from "./dom.js";
import { shown } from "./keys.js";
import { t, w, named } from "./words.js";

/** Where an event stands with its reviewers, in words. */
const states = { proposed: w("proposed"), accepted: w("accepted"), corrected: w("corrected"), rejected: w("rejected"), merged: w("merged"), split: w("split"), withdrawn: w("withdrawn") };
const stateOf = (s) => t(states[s] || s);

const file = (dir, path, line) => "vscode://file" + encodeURI((dir.startsWith("/") ? "" : "/") + dir + "/" + path) + ":" + (line || 1);

export function drawItem(it, meta, chosen, act) {
  const numbers = { next: 1 };
  const side = h("aside", { class: "side", "aria-label": t("About this event") },
    people(it, meta, act), doubtsOf(it), reasons(it), fileOf(it, meta));
  const main = h("div", {}, head(it, act),
    h("section", { "aria-label": it.quotes.length === 1 ? t("The sentence") : t("The sentences") }, h("ol", {}, it.quotes.map((q, i) => quote(q, i, it, meta, chosen, act)))),
    it.doubles.map((d, i) => twin(d, i, act)),
    alternatives(it.readings, t("Other dates"), (c) => act.take("when", c.when), numbers),
    alternatives(it.titles, t("Other titles"), (c) => act.take("title", c.text), numbers));
  return h("article", { class: "item", "data-id": it.id }, main, side);
}

function alternatives(list, label, take, numbers) {
  if (list.length === 0) return null;
  return h("section", { class: "alts", "aria-label": label }, h("h2", { class: "label" }, label), list.map((c) => {
    const n = numbers.next++;
    return h("button", { type: "button", class: "btn", "data-number": n, onclick: () => take(c) }, h("kbd", {}, n > 9 ? "·" : String(n)), h("span", { dir: "auto" }, c.text || c.when), h("small", {}, c.from + (c.sure ? ", " + c.sure + "%" : "")));
  }));
}

function head(it, act) {
  const field = (name, text, empty) => h("button", { type: "button", class: "field", "data-field": name, "data-empty": text ? undefined : "", onclick: () => act.edit(name), title: t("Correct ({0})", shown(name)) }, text || empty);
  return [
    h("p", { class: "label" }, field("kind", it.kind && named("kind", it.kind), t("no kind")), " · ", field("places", (it.places || []).join(", "), t("no place")), " · ", field("status", named("status", it.status)),
      h("span", { class: "state" }, stateOf(it.state)), it.hidden ? h("span", { class: "state planned" }, t("not shown yet")) : null),
    h("h1", { id: "heading", tabindex: "-1", lang: it.title_lang, dir: "auto" }, field("title", it.title)),
    h("div", { id: "editor" }),
    h("p", { class: "bigdate" }, field("when", it.when, t("no date"))),
    h("p", { class: "meta why", dir: "auto" }, it.why),
    it.question ? h("p", { class: "note" }, t("Question: {0}", it.question)) : null,
    it.note ? h("p", { class: "meta" }, t("Note: {0}", it.note)) : null,
  ];
}

function doubtsOf(it) {
  if (!(it.doubts || []).length) return null;
  return h("section", { class: "sec2" }, h("h2", {}, t("Why look")), h("ul", { class: "doubts" }, it.doubts.map((d) => h("li", { dir: "auto" }, d.text))));
}

function reasons(it) {
  if (!(it.reasons || []).length) return null;
  return h("section", { class: "sec2" }, h("h2", {}, t("Why {0}% sure", it.confidence)),
    h("details", {}, h("summary", { class: "meta" }, t("The parts of it")), h("ul", { class: "reasons" }, it.reasons.map((r) => h("li", {}, h("span", {}, (r.weight > 0 ? "+" : "") + r.weight), h("span", {}, r.name))))));
}

function people(it, meta, act) {
  return h("section", { class: "sec2", id: "who" }, h("h2", {}, t("Who takes part")),
    it.parts.length ? it.parts.map((p) => h("div", { class: "partrow" },
      h("span", { dir: "auto" }, p.name),
      h("select", { "aria-label": t("Role of {0}", p.name), onchange: (e) => act.part(p.id, p.id + " " + e.target.value) }, meta.roles.map((r) => { const o = h("option", { value: r }, named("role", r)); o.selected = r === p.role; return o; })),
      h("button", { type: "button", class: "btn", "aria-label": t("Take out {0}", p.name), onclick: () => act.part(p.id, "") }, "×")))
      : h("p", { class: "meta" }, t("Nobody.")),
    h("div", { class: "btns" }, button(t("Add"), shown("actors"), () => act.edit("actors"))));
}

function quote(q, i, it, meta, chosen, act) {
  const mine = i === chosen;
  const pick = { onclick: () => act.choose(i) };
  return h("li", { class: "qcard", "data-source": q.source, "aria-current": mine ? "true" : undefined, ...pick },
    q.before ? h("p", { class: "ctx", dir: "auto", lang: q.lang }, q.before) : null,
    sentence(q),
    q.after ? h("p", { class: "ctx", dir: "auto", lang: q.lang }, q.after) : null,
    h("p", { class: "meta" }, [q.publisher, q.date, q.sentence ? t("sentence {0}", q.sentence) : ""].filter(Boolean).join(" · "), q.headline ? [" · ", away(q.link, q.headline)] : null,
      q.path ? [" · ", h("a", { href: file(meta.dir, q.path, q.line) }, t("open the article"))] : null),
    h("p", { class: "meta", dir: "auto" }, q.misread ? t("Misread: what fasti read in it does not count.") : [q.when, q.why].filter(Boolean).join(" — ")),
    q.standing ? h("p", { class: "note" }, q.standing === "gone" ? t("The article is gone.") : q.standing === "changed" ? t("The report says something else now.") : t("This quotation does not stand in its article.")) : null,
    q.now ? h("blockquote", { class: "now", dir: "auto", lang: q.lang }, q.now) : null,
    mine ? h("div", { class: "btns" },
      q.waits ? [button(t("Keep these words"), shown("keep"), () => act.source("keep")), q.now ? button(t("Take the new ones"), shown("follow"), () => act.source("follow")) : null] : null,
      q.misread ? null : button(t("Misread"), shown("misread"), () => act.source("misread")),
      it.quotes.length > 1 ? button(t("Event of its own"), shown("split"), () => act.source("split")) : null,
      button(t("Move"), shown("move"), () => act.source("move")),
      button(t("Take out"), shown("drop"), () => act.source("drop"))) : null);
}

function twin(d, i, act) {
  return h("section", { class: "twin", "aria-label": t("Likely double") },
    h("p", { class: "label" }, t("The same? {0}", d.evidence)),
    h("h2", { dir: "auto" }, d.title), h("p", { class: "meta" }, [d.when, d.kind && named("kind", d.kind), stateOf(d.state), ...(d.actors || [])].filter(Boolean).join(" · ")),
    d.quotes.map(sentence),
    h("div", { class: "btns" }, button(t("Same"), i === 0 ? shown("merge") : "", () => act.merge(d)), button(t("Keep apart"), i === 0 ? shown("apart") : "", () => act.apart(d))));
}

function fileOf(it, meta) {
  return h("section", { class: "sec2" }, h("h2", {}, t("File")),
    h("p", { class: "meta" }, h("a", { href: file(meta.dir, it.path, it.lines.title) }, it.path)),
    h("p", { class: "meta" }, it.id + (it.reviewed_by ? " · " + t("reviewed by {0}", it.reviewed_by.join(", ")) + (it.reviewed_on ? ", " + it.reviewed_on : "") : "")),
    (it.log || []).length ? h("details", {}, h("summary", { class: "meta" }, t("What was done")), h("ul", { class: "chg" }, it.log.map((l) => h("li", { dir: "auto" }, l)))) : null);
}
