// The shortcuts: one key an action, shown with "?" and changeable there. Like
// all that is the reader's own, they are kept in the browser.
import { $, h, openDialog } from "./dom.js";
import { t, w } from "./words.js";

const store = "fasti-review-keys";

/** All actions that have a key: name, key, what it does. */
export const actions = [
  ["accept", "a", w("It is right: accept, and go on")],
  ["reject", "r", w("It is none: reject, and go on")],
  ["skip", "n", w("Ask later: go on and decide nothing")],
  ["back", "b", w("Go back")],
  ["undo", "u", w("Take the last decision back")],
  ["title", "t", w("Correct the title")],
  ["when", "d", w("Correct the date")],
  ["kind", "k", w("Correct the kind")],
  ["status", "s", w("Correct whether it took place")],
  ["places", "p", w("Correct the places")],
  ["actors", "w", w("Correct who takes part")],
  ["merge", "m", w("Same: join with the likely double")],
  ["apart", "x", w("Keep apart from it, for ever")],
  ["join", "g", w("Join with any other event")],
  ["up", "ArrowUp", w("Choose the sentence above")],
  ["down", "ArrowDown", w("Choose the sentence below")],
  ["split", "c", w("Make the chosen sentence an event of its own")],
  ["move", "v", w("Give the chosen sentence to another event")],
  ["misread", "i", w("The chosen sentence was misread")],
  ["keep", "e", w("Keep the reviewed words")],
  ["follow", "f", w("Take the words that the report has now")],
  ["drop", "l", w("Take the chosen sentence out")],
  ["question", "q", w("Ask a colleague")],
  ["note", "o", w("Write a note")],
  ["filter", "/", w("Set conditions")],
  ["bulk", "*", w("Decide on all that are listed")],
  ["help", "?", w("Show and change the shortcuts")],
];

const mine = JSON.parse(localStorage.getItem(store) || "{}");
let off = mine.off === true;

export const keyOf = (action) => (mine.keys && mine.keys[action]) || actions.find((a) => a[0] === action)[1];

export const shown = (action) => ({ ArrowUp: "↑", ArrowDown: "↓" })[keyOf(action)] || keyOf(action);

function save() {
  mine.off = off;
  localStorage.setItem(store, JSON.stringify(mine));
}

/** Gives a key its action; changes two that had the same key around. */
function rebind(action, key) {
  const other = actions.find((a) => a[0] !== action && keyOf(a[0]) === key);
  mine.keys = mine.keys || {};
  if (other) mine.keys[other[0]] = keyOf(action);
  mine.keys[action] = key;
  save();
}

/** Shows the shortcuts; a click on one waits for another key. */
export function showKeys(changed) {
  const rows = actions.map(([name, , what]) => {
    const b = h("button", { type: "button", class: "btn", "aria-label": t("{0}: {1}. Change the key", t(what), shown(name)) }, h("kbd", {}, shown(name)));
    b.addEventListener("click", () => {
      b.textContent = t("press a key");
      b.addEventListener("keydown", (e) => {
        if (["Shift", "Control", "Alt", "Meta", "Tab"].includes(e.key)) return;
        e.preventDefault();
        e.stopPropagation();
        if (e.key !== "Escape" && !/^[0-9]$|^Enter$|^ $/.test(e.key)) rebind(name, e.key);
        showKeys(changed);
        changed();
      }, { once: true });
    });
    return h("tr", {}, h("td", {}, b), h("td", {}, t(what)));
  });
  const toggle = h("input", { type: "checkbox", id: "keys-on", onchange: () => { off = !toggle.checked; save(); } });
  toggle.checked = !off;
  const d = openDialog("keys",
    h("h2", { id: "keys-title" }, t("Shortcuts")),
    h("p", { class: "meta" }, t("1 to 9 take another date or title. Enter saves what is typed, Escape leaves it. To change a key, choose it and press another.")),
    h("p", {}, toggle, " ", h("label", { for: "keys-on" }, t("Shortcuts are on"))),
    h("table", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("Key")), h("th", { scope: "col" }, t("Does")))), h("tbody", {}, rows)),
    h("div", { class: "btns" },
      h("button", { type: "button", class: "btn", onclick: () => { delete mine.keys; off = false; save(); showKeys(changed); changed(); } }, t("As they were")),
      h("button", { type: "button", class: "btn first", onclick: () => $("keys").close() }, t("Done"))));
  return d;
}

/** Calls act(name) for shortcuts, digit(n) for 1 to 9; not while one types. */
export function listen(act, digit) {
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || off || document.querySelector("dialog[open]")) return;
    const at = e.target;
    if (at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName))) return;
    if (/^[1-9]$/.test(e.key)) {
      if (digit(Number(e.key))) e.preventDefault();
      return;
    }
    const hit = actions.find((a) => keyOf(a[0]) === e.key);
    if (hit && act(hit[0])) e.preventDefault();
  });
}
