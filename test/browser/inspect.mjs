// What every page must hold, at every width and in every scheme.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dress } from "./open.mjs";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Looks at one page in every look of the job. "open:" before its name unfolds
 * what is folded; with a query or a hash it is as the scripts make it then.
 */
export async function inspect(browser, name, job, say) {
  const page = await browser.open(name.replace(/^open:/, ""), job.looks[0]);
  if (/[?#]/.test(name)) await new Promise((done) => setTimeout(done, 800));
  if (name.startsWith("open:")) await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
  const problem = (look, what, detail) => say({ page: name, look, what, detail });
  let runs = 0;
  const judged = new Set();
  for (const look of job.looks) {
    await dress(page, look);
    for (const [what, detail] of await page.evaluate(faults)) problem(look, what, detail);
    const part = partOf(look);
    if (!job.axe || judged.has(part)) continue;
    judged.add(part);
    if (!runs++) await page.evaluate(axeSource);
    for (const v of await page.evaluate(runAxe, part.replace(/ .*/, ""))) problem(look, "axe " + v.id, v.detail);
  }
  if (job.keyboard) await walk(page, name, problem);
  if (job.thorough) {
    await enlarge(page, problem);
    await forced(page, problem);
    if (!/(^|\/)embed\//.test(name)) await paper(page, problem);
  }
  await page.close();
  return runs;
}

/**
 * What is judged of a look, each part once a page: all rules on a desk and on a
 * phone, whose menus and rows are others; in the dark, where nothing but colours
 * is another, those of colours; on the narrowest phone the size of what is pressed.
 */
const partOf = (look) => (look.scheme === "dark" ? "colours" : look.width < 390 ? "targets" : "all " + look.width);

const runAxe = (part) =>
  axe
    .run(document, {
      preload: false,
      resultTypes: ["violations"],
      ...(part !== "all"
        ? { runOnly: { type: "rule", values: part === "colours" ? ["color-contrast", "link-in-text-block"] : ["target-size"] } }
        : { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], rules: { "target-size": { enabled: true } } }),
    })
    .then((r) => r.violations.map((v) => ({ id: v.id, detail: v.help + ": " + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + " " + n.any.map((c) => c.message).join()).join(" | ") })));

/** Sideways scrolling, motion, and a drawing that runs against the writing. */
function faults() {
  const out = [];
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over > 0) {
    const guilty = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1);
    out.push(["scrolls sideways", over + " px: " + guilty.slice(0, 3).map((e) => e.tagName + "." + e.className).join(", ")]);
  }
  const moving = document.getAnimations().filter((a) => a.playState === "running");
  if (moving.length) out.push(["moves although the reader wants no motion", String(moving.length)]);
  const bars = [...document.querySelectorAll(".sgrid svg[role=img] .b")].map((b) => b.getBoundingClientRect().x);
  const rtl = document.documentElement.dir === "rtl";
  if (bars.length > 1 && bars[0] > bars[bars.length - 1] !== rtl) out.push(["the drawing runs against the writing", bars[0] + " … " + bars[bars.length - 1]]);
  const strip = [...document.querySelectorAll(".latest li")].map((li) => li.getBoundingClientRect().top);
  const rows = [...new Set(strip)].map((y) => strip.filter((x) => x === y).length);
  if (rows.some((n) => n !== rows[0])) out.push(["the latest events stand in rows of unlike length", rows.join()]);
  const cut = [...document.querySelectorAll(".months>*")].find((e) => e.scrollWidth > e.clientWidth + 1);
  if (cut) out.push(["a label of the drawing is cut", cut.textContent + ": " + cut.scrollWidth + " in " + cut.clientWidth]);
  const arrow = document.querySelector(".arrow");
  if (arrow && new DOMMatrix(getComputedStyle(arrow).transform).a < 0 !== rtl) out.push(["an arrow points against the writing", arrow.parentElement.textContent]);
  const broken = [...document.querySelectorAll(".auto, .state")].find((e) => e.getClientRects().length > 1);
  if (broken) out.push(["a mark is broken over two lines", broken.parentElement.textContent]);
  const label = document.querySelector(".months a, .months span");
  const svg = document.querySelector(".sgrid svg[role=img]");
  if (label && svg) {
    const [a, b] = [label.getBoundingClientRect(), svg.getBoundingClientRect()];
    if (Math.abs(rtl ? a.right - b.right : a.left - b.left) > 2) out.push(["the labels of the drawing do not begin where it does", a.left + " and " + b.left]);
  }
  return out;
}

/** Goes through a page with the Tab key alone. */
async function walk(page, name, problem) {
  const look = { width: 1280, scheme: "light" };
  await dress(page, look);
  await page.evaluate(() => {
    const top = document.body.insertBefore(document.createElement("span"), document.body.firstChild);
    top.tabIndex = -1;
    top.focus();
    top.remove();
    scrollTo(0, 0);
    window.fastiSeen = new Set();
    for (const d of document.querySelectorAll("details")) d.open = true; // what is folded away must be reached, too
  });
  const want = await page.evaluate(
    () => [...document.querySelectorAll("a[href], button, input, summary, select, textarea, [tabindex='0']")].filter((e) => e.tabIndex >= 0 && e.checkVisibility() && e.getClientRects().length && !e.disabled).length,
  );
  let steps = 0;
  for (; steps < want + 30 && steps < 600; steps++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(focused);
    if (at.end) break;
    if (steps === 0 && !at.skip && !name.startsWith("embed/") && !name.includes("/embed/")) problem(look, "the first step is not the way past the head", at.html);
    if (at.again) return problem(look, "the keyboard is caught", at.html);
    if (!at.seen) problem(look, "focus is not to be seen", at.html);
    if (at.covered) problem(look, "focus is covered", at.html + " by " + at.covered);
  }
  const got = await page.evaluate(() => window.fastiSeen.size);
  if (got < want && steps < 600) problem(look, "not all is reached by keyboard", got + " of " + want);
}

function focused() {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return { end: true };
  // A date field is walked through by day, month and year.
  const again = window.fastiSeen.has(e) && !(e.type === "date" && e === window.fastiLast);
  window.fastiLast = e;
  window.fastiSeen.add(e);
  const style = getComputedStyle(e);
  const box = e.getClientRects()[0] || e.getBoundingClientRect();
  const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  let covered = "";
  if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) covered = "the edge of the window";
  else {
    const top = document.elementFromPoint(x, y);
    if (top && !e.contains(top) && !top.contains(e)) covered = top.outerHTML.slice(0, 80);
  }
  return { again, seen, covered, skip: e.classList.contains("skip"), html: e.outerHTML.slice(0, 120) };
}

/** Text of twice the size: nothing is cut off, nothing scrolls sideways. */
async function enlarge(page, problem) {
  const look = { width: 1280, scheme: "light", text: "200%" };
  await dress(page, look);
  await page.evaluate(() => {
    document.activeElement?.blur();
    for (const d of document.querySelectorAll("details")) d.open = true;
    document.documentElement.style.fontSize = "34px";
    scrollTo(0, 0);
  });
  for (const [what, detail] of await page.evaluate(faults)) problem(look, what, detail);
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((e) => {
        const s = getComputedStyle(e);
        if (!e.getClientRects().length || e.closest(".vh, svg, .skip") || !(e.textContent || "").trim()) return false;
        return (s.overflowX === "hidden" || s.overflowX === "clip") && e.scrollWidth > e.clientWidth + 1 || (s.overflowY === "hidden" || s.overflowY === "clip") && e.scrollHeight > e.clientHeight + 1;
      })
      .map((e) => e.outerHTML.slice(0, 100)),
  );
  if (cut.length) problem(look, "text is cut off", cut.slice(0, 3).join(" | "));
  await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
}

/** Colours that the reader's system sets: marks and dots stay to be seen. */
async function forced(page, problem) {
  const look = { width: 1280, scheme: "dark", forced: true };
  await dress(page, look);
  const lost = await page.evaluate(() => {
    const ground = getComputedStyle(document.body).backgroundColor === "rgba(0, 0, 0, 0)" ? getComputedStyle(document.documentElement).backgroundColor : getComputedStyle(document.body).backgroundColor;
    return [...document.querySelectorAll(".mark, .pips i, .sgrid .b, .sgrid .dot, .sgrid .tk, .rng, .chip[aria-pressed=true]")]
      .filter((e) => {
        const s = getComputedStyle(e);
        if (!e.getClientRects().length) return false;
        const drawn = e.namespaceURI.endsWith("svg") ? [s.fill, s.strokeWidth !== "0px" ? s.stroke : "none"] : [s.backgroundImage !== "none" ? "image" : s.backgroundColor, parseFloat(s.borderTopWidth) ? s.borderTopColor : "none"];
        return drawn.every((c) => c === "none" || c === ground || c.endsWith(", 0)"));
      })
      .map((e) => e.outerHTML.slice(0, 100));
  });
  if (lost.length) problem(look, "lost in forced colours", lost.length + ": " + lost.slice(0, 3).join(" | "));
}

/** On paper: black on white even for a reader of the dark, an event is not cut, nothing to press. */
async function paper(page, problem) {
  const look = { width: 700, scheme: "dark", media: "print" };
  await dress(page, { width: 700, scheme: "dark" });
  await page.emulateMediaType("print");
  const wrong = await page.evaluate(() => {
    const out = [];
    const html = getComputedStyle(document.documentElement);
    if (html.backgroundColor !== "rgb(255, 255, 255)" || html.color !== "rgb(0, 0, 0)") out.push(html.color + " on " + html.backgroundColor);
    for (const e of document.querySelectorAll(".mast, .rail, .filters, button, input, select, details.tbl")) if (e.getClientRects().length) out.push("printed: " + e.outerHTML.slice(0, 60));
    for (const e of document.querySelectorAll(".ev, .card")) if (getComputedStyle(e).breakInside !== "avoid") out.push("may be cut: " + e.outerHTML.slice(0, 60));
    for (const e of document.querySelectorAll(".card a[rel]")) if (!getComputedStyle(e, "::after").content.includes("http")) out.push("a link without its address: " + e.href);
    return out;
  });
  if (wrong.length) problem(look, "on paper", wrong.slice(0, 4).join(" | "));
  await page.emulateMediaType(null);
}
