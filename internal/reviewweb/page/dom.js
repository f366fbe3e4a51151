// Small helpers of the page. Whatever an article says gets in as text only.

/** Makes an element: h("p", {class: "meta"}, "text", other). */
export function h(tag, attrs = {}, ...children) {
  const e = document.createElement(tag);
  for (const [k, v] of Object.entries(attrs || {})) {
    if (v === undefined || v === null || v === false) continue;
    if (k.startsWith("on")) e.addEventListener(k.slice(2), v);
    else if (k === "value") e.value = v;
    else e.setAttribute(k, v === true ? "" : v);
  }
  e.append(...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false && c !== ""));
  return e;
}

export const $ = (id) => document.getElementById(id);

/** A link that leaves the desk; other addresses than of the web are text. */
export function away(href, text) {
  if (!/^https?:\/\//i.test(href || "")) return text;
  return h("a", { href, target: "_blank", rel: "noopener noreferrer nofollow" }, text);
}

/** A sentence with its marked words. */
export function sentence(q) {
  return h("blockquote", { lang: q.lang, dir: "auto" }, q.segs.map((s) => (s.mark ? h("mark", { class: "m-" + s.mark }, s.text) : s.text)));
}

/** A button with its key. */
export function button(text, key, onclick, more = {}) {
  return h("button", { type: "button", class: "btn", onclick, ...more }, text, key ? h("kbd", { "aria-hidden": "true" }, key) : null);
}

/** Opens a dialog with some content; it closes by Escape. */
export function openDialog(id, ...content) {
  const d = $(id);
  d.replaceChildren(...content.flat().filter(Boolean));
  if (!d.open) d.showModal();
  return d;
}
