// The words of the desk, in the language of the site: English in these files, and
// what stands for it in lang.js, which the server makes of words/LANG.yaml.
import { lang, words, names } from "./lang.js";

/** The words in the language of the site; {0}, {1} … are filled in. */
export const t = (text, ...fill) => (words[text] || text).replace(/\{(\d)\}/g, (m, n) => (fill[n] === undefined ? m : String(fill[n])));

/** Marks words that are said later, by t. */
export const w = (text) => text;

/** The name of a word of the data: named("kind", "travel"). */
export const named = (family, word) => (names[family] && names[family][word]) || word;

/** Puts the words into the page that was served. */
export function translate(root) {
  document.documentElement.lang = lang;
  for (const e of root.querySelectorAll("[data-t]")) e.textContent = t(e.dataset.t);
  for (const e of root.querySelectorAll("[data-label]")) e.setAttribute("aria-label", t(e.dataset.label));
}
