// Reviews a site at the desk of a running "fasti serve", with the keyboard
// alone, and tells what was seen and how many keys it took. The job comes as
// JSON on the standard input: {browser, address, part, axe, pictures}. Lines
// with "what" are problems.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const job = JSON.parse(readFileSync(0, "utf8"));
const say = (line) => console.log(JSON.stringify(line));
const profile = mkdtempSync(join(tmpdir(), "fasti-desk-"));
const browser = await puppeteer.launch({ executablePath: job.browser, headless: true, userDataDir: profile, args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync", "--disable-dev-shm-usage"] });
const home = new URL(job.address).origin + "/";
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const page = await browser.newPage();
// A refusal that the desk explains is no fault; browsers log each.
page.on("console", (m) => ["error", "warn"].includes(m.type()) && !/status of 4\d\d/.test(m.text()) && say({ what: "console", detail: m.text() }));
page.on("pageerror", (e) => say({ what: "script error", detail: String(e) }));
page.on("dialog", (d) => { say({ what: "a dialog: text of an article ran as a script", detail: d.message() }); d.dismiss(); });
page.on("request", (r) => r.url().startsWith(home) || r.url().startsWith("data:") || say({ what: "request beyond the desk", detail: r.url() }));

let keys = 0; // but for the letters of what is typed
let typed = 0;
// A page that is just loading again has nothing under way.
const idle = () => page.evaluate(() => window.fastiIdle && window.fastiIdle()).catch(() => {});
async function press(...names) {
  for (const k of names) {
    await page.keyboard.press(k);
    keys++;
    await idle();
  }
}
async function type(text) {
  await page.keyboard.type(text);
  typed += text.length;
}
async function look(width, scheme) {
  await page.setViewport({ width, height: width < 600 ? 844 : 1000 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }, { name: "prefers-reduced-motion", value: "reduce" }]);
}
const now = () => page.evaluate(() => {
  const it = document.querySelector(".item");
  return {
    id: it && it.dataset.id,
    title: it && document.querySelector('[data-field="title"]').textContent,
    when: it && document.querySelector('[data-field="when"]').textContent,
    doubles: [...document.querySelectorAll(".twin h2")].map((h) => h.textContent),
    quotes: document.querySelectorAll(".qcard").length,
    waits: document.querySelectorAll(".qcard .note").length,
    decided: document.getElementById("progress").value,
    empty: Boolean(document.querySelector("#stage > .empty")),
    fault: document.getElementById("fault").hidden ? "" : document.getElementById("fault").textContent,
    toast: document.getElementById("toast").textContent,
    cards: document.querySelectorAll(".pcard").length,
  };
});
async function open(hash) {
  await page.goto("about:blank");
  await page.goto(home + "_review/" + hash, { waitUntil: "networkidle0" });
  await page.waitForSelector("#stage > *");
  await idle();
}
async function inspect(what) {
  for (const [width, scheme] of [[1280, "light"], [1280, "dark"], [390, "light"], [390, "dark"]]) {
    await look(width, scheme);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) say({ what: `${what} scrolls sideways at ${width}`, detail: wide });
    await page.evaluate(axeSource);
    const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
    for (const v of found.violations) say({ what: `axe: ${what} ${width} ${scheme}: ${v.id}`, detail: v.nodes.map((n) => n.html.slice(0, 120)).join(" | ") });
    if (job.pictures) await page.screenshot({ path: join(job.pictures, `${what}-${width}-${scheme}.png`) });
  }
  await look(1280, "light");
}

/** Looks at the page as it is, without loading it again. */
async function inspectHere(what) {
  for (const [width, scheme] of [[390, "dark"], [1280, "light"]]) {
    await look(width, scheme);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) say({ what: `${what} scrolls sideways at ${width}`, detail: wide });
    await page.evaluate(axeSource);
    for (const v of (await page.evaluate(() => axe.run(document))).violations) say({ what: `axe: ${what} ${width}: ${v.id}`, detail: v.nodes.map((n) => n.html.slice(0, 120)).join(" | ") });
    if (job.pictures) await page.screenshot({ path: join(job.pictures, `${what}-${width}-${scheme}.png`) });
  }
}

/** Corrects a field: its key, the value, Enter. */
async function correct(key, value) {
  const before = keys;
  await press(key);
  await type(value);
  await press("Enter");
  return keys - before;
}

const parts = {
  // All proposals, from the first to the last.
  async review() {
    await open("#" + new URL(job.address).hash.slice(1));
    const begin = await now();
    await inspect("event");
    const looked = await now();
    if (looked.decided !== 0) say({ what: "looking decided something" });

    // Nothing is lost on the way: skip, back, and the place is kept.
    await press("n");
    const second = await now();
    await press("b");
    if ((await now()).id !== begin.id) say({ what: "back does not lead back" });
    await open("");
    if ((await now()).id !== begin.id) say({ what: "it does not resume where one was" });
    keys = typed = 0;

    // Actors first: what is one there need not be asked of each event.
    await page.click("#tab-actors");
    await idle();
    await inspect("actors");
    const actors = await now();
    keys = 0;
    for (let n = actors.cards; n > 0; n--) await press("m");
    const joined = keys;
    const left = (await now()).cards;
    await page.click("#tab-events");
    await idle();

    keys = typed = 0;
    let decisions = 0, corrections = 0, most = 0, undone = false, asked = false;
    const steps = [];
    for (let guard = 0; guard < 120; guard++) {
      const it = await now();
      if (it.fault) say({ what: "fault", detail: it.fault });
      if (it.empty || !it.id) break;
      decisions++;
      const double = it.doubles[0];
      if (double) {
        const same = job.pairs.some((p) => p.every((words) => [it.title, double].some((t) => t.includes(words))));
        await press(same ? "m" : "x");
        steps.push(`${same ? "joined" : "apart"}: ${it.title} | ${double}`);
        continue;
      }
      if (job.reject.some((w) => it.title.includes(w))) {
        await press("r");
        continue;
      }
      const fix = job.corrections.find((c) => it.title.includes(c.title) && !c.done);
      if (fix) {
        fix.done = true;
        const n = await correct(fix.key, fix.value);
        most = Math.max(most, n);
        corrections++;
        await press("a");
        continue;
      }
      if (!asked) { // a question leaves it for later
        asked = true;
        await press("q");
        await type("Is that so?");
        await press("Enter");
        if ((await now()).id === it.id) say({ what: "a question does not go on" });
        continue;
      }
      if (!undone) {
        undone = true;
        await press("a");
        await press("u");
        if ((await now()).id !== it.id) say({ what: "undo does not lead back to it" });
      }
      await press("a");
    }
    const rest = await now();
    if (rest.empty) { // what was left for later
      const more = await page.evaluate(() => { const b = [...document.querySelectorAll("#stage .btn")].find((x) => x.textContent === "Look at them"); if (b) b.focus(); return Boolean(b); });
      if (more) {
        await press("Enter");
        for (let guard = 0; guard < 10 && !(await now()).empty; guard++) await press("a");
      }
    }
    const end = await now();
    await page.screenshot({ path: job.pictures ? join(job.pictures, "end.png") : join(profile, "end.png") });
    if (!end.empty) say({ what: "something waits at the end", detail: end.title });
    if (second.id === begin.id) say({ what: "skip does not go on" });
    say({ saw: { keys, typed, decisions, corrections, most, joined, left, decided: end.decided, steps } });
  },

  // What the desk says: the words of its screens, in the order of the page.
  async words() {
    await open("#" + new URL(job.address).hash.slice(1));
    const saw = { lang: await page.evaluate(() => document.documentElement.lang), title: await page.title() };
    const texts = () => page.evaluate(() => [...document.querySelectorAll("h1,h2,.label,.btn,.plain,nav a,summary,th,option,#progress-text,[aria-label]")].flatMap((e) => [e.childElementCount ? [...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.nodeValue).join(" ") : e.textContent, e.getAttribute("aria-label")]).map((s) => (s || "").trim()).filter(Boolean));
    saw.desk = await texts();
    await press("*");
    saw.bulk = await texts();
    await press("Escape", "?");
    saw.keys = await texts();
    await press("Escape", "a");
    saw.toast = (await now()).toast;
    await open("#actors");
    saw.actors = await texts();
    await page.goto(home, { waitUntil: "load" });
    await page.evaluate(() => document.querySelector(".fasti-bar button").click());
    await idle();
    saw.bar = await page.evaluate(() => document.querySelector(".fasti-bar").textContent);
    say({ saw });
  },

  // A few tasks beside accepting: sentences, people, conditions, many at once.
  async tasks() {
    await open("#" + new URL(job.address).hash.slice(1));
    const saw = {};
    const id = (words) => page.evaluate(async (w) => (await (await fetch("api/v1/find?q=" + encodeURIComponent(w), { headers: { Authorization: "Bearer " + localStorage.getItem("fasti-review-token") } })).json())[0].id, words);
    const at = async (words) => { await open("#event=" + (await id(words))); };

    // A sentence that was misread; one that is moved, with its event found by words; one split off.
    await at(job.tasks.join[0]);
    await press("g");
    await type(job.tasks.join[1]);
    await press("Enter");
    saw.joined = (await now()).quotes;
    await press("ArrowDown", "i");
    saw.misread = await page.evaluate(() => document.querySelectorAll(".qcard")[1].textContent.includes("Misread"));
    await press("u");
    await press("ArrowDown", "c");
    saw.split = (await now()).quotes;

    // Who takes part, by key.
    await press("w");
    await type("Ava Stone");
    await press("Enter");
    saw.asked = (await now()).toast; // nobody is called so: a slip of a finger makes no new person
    await press("Enter");
    saw.parts = await page.evaluate(() => [...document.querySelectorAll(".partrow span")].map((s) => s.textContent));

    // Another reading of the date by one key, and back.
    const was = (await now()).when;
    await press("1");
    saw.when = [was, (await now()).when];
    await press("u");
    saw.back = (await now()).when;

    // Conditions, and all that they pick.
    await press("/");
    await type("kind=nonsense colour=red");
    await press("Enter");
    saw.fault = (await now()).fault;
    await page.evaluate(() => { document.getElementById("where").value = ""; document.getElementById("where").focus(); });
    await type(job.tasks.where);
    await press("Enter");
    await page.evaluate(() => document.activeElement.blur());
    await press("*");
    await page.waitForSelector("#ask[open] table");
    saw.listed = await page.evaluate(() => document.querySelectorAll("#ask tbody tr").length);
    if (job.axe) {
      await page.evaluate(axeSource);
      for (const v of (await page.evaluate(() => axe.run(document))).violations) say({ what: "axe: bulk: " + v.id, detail: v.nodes[0].html });
    }
    if (job.pictures) await page.screenshot({ path: join(job.pictures, "bulk.png") });
    await press("Tab", "Enter");
    saw.toast = (await now()).toast;
    await press("u");

    // Shortcuts are shown, changed and kept.
    await press("?");
    await page.waitForSelector("#keys[open]");
    if (job.axe) {
      await page.evaluate(axeSource);
      for (const v of (await page.evaluate(() => axe.run(document))).violations) say({ what: "axe: keys: " + v.id, detail: v.nodes[0].html });
    }
    if (job.pictures) await page.screenshot({ path: join(job.pictures, "keys.png") });
    await page.evaluate(() => document.querySelector("#keys tbody .btn").focus());
    await press("Enter");
    await press("z");
    await press("Escape");
    await open("");
    saw.key = await page.evaluate(() => document.querySelector('[data-act="accept"] kbd').textContent);
    await page.evaluate(() => localStorage.removeItem("fasti-review-keys"));
    say({ saw });
  },

  // What is done with single sentences, and in words: a note, a question, a move,
  // a sentence taken out, two kept apart.
  async sentences() {
    await open("#" + new URL(job.address).hash.slice(1));
    const saw = {};
    const ask = (path) => page.evaluate(async (p) => (await fetch("api/v1/" + p, { headers: { Authorization: "Bearer " + localStorage.getItem("fasti-review-token") } })).json(), path);
    const find = async (words) => (await ask("find?q=" + encodeURIComponent(words)))[0].id;
    const quotes = async (id) => (await ask("item/" + id)).quotes.length;
    const notes = () => page.evaluate(() => [...document.querySelectorAll(".item .note, .item .meta")].map((x) => x.textContent).filter((t) => /^(Note|Question): /.test(t)));
    const choose = async (words) => { // an event, by words of its title
      await type(words);
      await page.waitForFunction(() => document.querySelector(".hits .btn"));
      await new Promise((r) => setTimeout(r, 600));
      await press("Enter");
    };
    const [one, other, third] = [await find(job.tasks.join[0]), await find(job.tasks.join[1]), await find(job.tasks.to)];

    await open("#event=" + one);
    await press("o");
    await type("Ask the harbour office.");
    await press("Enter");
    saw.note = await notes();
    await press("q");
    await type("Was it Monday?");
    await press("Enter");
    saw.wenton = (await now()).id !== one;
    await open("#event=" + one);
    saw.question = await notes();

    await press("g");
    await choose(job.tasks.join[1]);
    saw.joined = await quotes(one);
    const before = await quotes(third);
    await press("ArrowDown", "v");
    await choose(job.tasks.to);
    saw.moved = [await quotes(one), (await quotes(third)) - before];
    await press("u");
    saw.movedBack = [await quotes(one), (await quotes(third)) - before];
    await press("ArrowDown", "l");
    saw.out = await quotes(one);
    await press("u");
    saw.outBack = await quotes(one);
    await press("u");
    saw.parted = [await quotes(one), await quotes(other)];

    // Two that may be one are kept apart, and are asked about no more.
    const pairs = (await ask("queue?where=" + encodeURIComponent("group=doubles"))).entries;
    await open("#event=" + pairs[0].id);
    const twins = (await now()).doubles;
    await press("x");
    await open("#event=" + pairs[0].id);
    saw.twins = [twins.length, (await now()).doubles.filter((t) => t === twins[0]).length];
    await inspect("sentences");
    say({ saw });
  },

  // The desk of actors: a name in a language, a name that is never theirs, one
  // who is two, two who are one; each typed and sent with Enter.
  async people() {
    await open("#" + new URL(job.address).hash.slice(1));
    await page.evaluate(() => document.getElementById("tab-actors").focus());
    await press("Enter");
    const saw = [];
    for (const [name, labels, values] of job.tasks.forms) {
      await page.evaluate((n) => {
        const d = [...document.querySelectorAll(".actorrow")].find((x) => x.querySelector("summary b").textContent === n);
        d.querySelector("summary").focus();
      }, name);
      await press("Enter");
      await page.waitForFunction(() => document.querySelector(".actorrow[open] .editor"));
      for (let i = 0; i < labels.length; i++) {
        await page.evaluate((l, first) => {
          const inputs = [...document.querySelectorAll(".actorrow[open] input")];
          inputs[inputs.findIndex((x) => x.getAttribute("aria-label") === first) + l].focus();
        }, i, labels[0]);
        await type(values[i]);
      }
      if (saw.length === 0) await inspectHere("actorform");
      await press("Enter");
      saw.push({ name, toast: (await now()).toast, fault: (await now()).fault });
    }
    say({ saw });
  },

  // The second reader: what the first has accepted waits for one more.
  async second() {
    await open("#event=" + job.tasks.event + "&" + new URL(job.address).hash.slice(1));
    const waits = (await page.evaluate(async () => (await fetch("api/v1/queue", { headers: { Authorization: "Bearer " + localStorage.getItem("fasti-review-token") } })).json())).entries.map((e) => e.id);
    await open("#event=" + job.tasks.event);
    await press("a");
    say({ saw: { waited: waits.includes(job.tasks.event), toast: (await now()).toast, fault: (await now()).fault } });
  },

  // After an article was changed and one is gone: keep, follow.
  async changed() {
    await open("#" + new URL(job.address).hash.slice(1));
    const seen = [];
    keys = 0;
    for (let guard = 0; guard < 20; guard++) {
      const it = await now();
      if (it.empty || !it.id) break;
      const follow = await page.evaluate(() => Boolean(document.querySelector(".qcard[aria-current] .now")));
      seen.push({ title: it.title, follow });
      if (seen.length === 1 && job.pictures) await page.screenshot({ path: join(job.pictures, "changed.png") });
      await press(follow ? "f" : "e");
      const after = await now();
      if (after.fault) { say({ what: "fault", detail: after.fault }); break; }
      if (after.id === it.id && !after.empty) await press("n");
    }
    say({ saw: { keys, seen } });
  },

  // Corrections on the pages themselves, by keys alone: each saved value is waited
  // for on the page that was built anew.
  async inplace() {
    await page.goto(job.address.replace("_review/", ""), { waitUntil: "load" });
    const saw = { hash: await page.evaluate(() => location.hash), states: [] };
    // Whatever was built meanwhile may load the page again at any moment.
    const again = async (f) => {
      for (let n = 0; ; n++) {
        try {
          return await f();
        } catch (e) {
          if (n === 3 || !/context was destroyed|navigation|detached/i.test(String(e))) throw e;
          await new Promise((r) => setTimeout(r, 1500));
        }
      }
    };
    const go = (label) => again(async () => {
      await idle();
      const found = page.waitForFunction((l) => {
        const b = [...document.querySelectorAll(".fasti-pen,.fasti-bar button,.fasti-form button")].find((x) => (x.getAttribute("aria-label") || x.textContent).includes(l));
        if (!b) return false;
        const d = b.closest("details"); // what stands in it is reached when it is open
        if (d) d.open = true;
        b.focus();
        return document.activeElement === b;
      }, { timeout: 20000 }, label);
      if (!(await found.catch((e) => { if (/destroyed|detached/.test(String(e))) throw e; }))) return say({ what: `there is no ${label}` });
      await press("Enter");
    });
    const text = (selector) => page.evaluate((s) => document.querySelector(s)?.textContent.trim(), selector);
    const until = async (selector, want) => {
      try {
        await page.waitForFunction((s, w) => [...document.querySelectorAll(s)].some((x) => x.textContent.includes(w)), { timeout: 60000 }, selector, want);
      } catch {
        say({ what: `the page does not say ${want}`, detail: [await text(selector), await text(".fasti-said")] });
      }
    };
    const show = async (path) => {
      await page.goto(home + path, { waitUntil: "load" });
      await idle();
    };
    const check = async (what) => {
      for (const width of [1280, 390]) {
        await look(width, "light");
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) say({ what: `${what} scrolls sideways at ${width}`, detail: wide });
        const found = await again(async () => { await page.evaluate(axeSource); return page.evaluate(() => axe.run(document)); });
        for (const v of found.violations) say({ what: `axe: ${what} ${width}: ${v.id}`, detail: v.nodes.map((n) => n.html.slice(0, 160)).join(" | ") });
        if (job.pictures) await page.screenshot({ path: join(job.pictures, `${what}-${width}.png`) });
      }
      await look(1280, "light");
    };

    let loads = 0;
    page.on("load", () => loads++);
    // Waits until the page was loaded again for what was done since from.
    const built = async (from) => {
      for (let n = 0; n < 120 && loads === from; n++) await new Promise((r) => setTimeout(r, 500));
      await idle();
    };
    await show(job.paths[0]);
    await go("Edit here");
    await check("inplace");
    for (const [label, value, selector] of job.edits) {
      await go(label);
      await page.evaluate(() => { const x = document.activeElement; if (x.select) x.select(); });
      await type(value);
      if (label === "Correct: Title") await check("inplace-form");
      await press(...(label.includes("own text") ? ["Tab", "Enter"] : label === "Put somebody in" ? ["Enter", "Enter"] : ["Enter"])); // a new name is asked about
      await until(selector, job.shown[value] || value);
      await idle();
    }
    // While somebody types, a page that was built anew does not take it away.
    await go("Note");
    await type("half a sen");
    await page.evaluate(() => document.dispatchEvent(new CustomEvent("fasti-reload", { cancelable: true })));
    saw.typed = await page.evaluate(() => document.activeElement.value);
    await press("Escape");
    await page.waitForNavigation({ timeout: 3000 }).catch(() => {});
    await idle();
    // What is saved can be taken back where it was saved.
    await go("Correct: Title");
    await page.evaluate(() => document.activeElement.select());
    await type("A slip");
    await press("Enter");
    await until("main h1", "A slip");
    await show(job.paths[0]);
    await go("Sentence 1");
    await go("Misread");
    saw.misread = await text(".fasti-said");
    const before = loads;
    await go("Undo");
    saw.undone = await text(".fasti-said");
    await built(before);

    // On a list, beside each event; on an actor's page, its names.
    await show(job.paths[1]);
    saw.pens = await page.evaluate(() => document.querySelectorAll(".fasti-pen").length);
    await press("Tab");
    await page.evaluate(() => document.querySelector(".fasti-pen").focus());
    await press("Enter");
    saw.panel = await text(".fasti-panel h2");
    await check("inplace-list");
    await show(job.paths[2]);
    await go("Correct: Name");
    await page.evaluate(() => document.activeElement.select());
    await type("Ostwik Town");
    await press("Enter");
    await until("main h1", "Ostwik Town");
    await check("inplace-actor");

    // On the page of a report, its day and publisher.
    await show(job.paths[3]);
    await go("Correct: Publisher");
    await page.evaluate(() => document.activeElement.select());
    await type("The Quay Post");
    await press("Enter");
    await until("main .phead .label", "The Quay Post");

    // Without the token of this run nothing is done, and the way in is told.
    await go("Done");
    await page.evaluate(() => localStorage.clear());
    await go("Edit here");
    saw.stranger = await text(".fasti-said");
    say({ saw });
  },

  // What serve adds to each page.
  async bar() {
    await page.setViewport({ width: 1280, height: 900 });
    const saw = {};
    for (const path of job.paths) {
      await page.goto(home + path, { waitUntil: "load" });
      saw[path] = await page.evaluate(() => ({ text: document.querySelector(".fasti-bar").textContent.trim(), links: [...document.querySelectorAll(".fasti-bar a")].map((a) => a.getAttribute("href")) }));
      await page.evaluate(axeSource);
      for (const v of (await page.evaluate(() => axe.run(document.querySelector(".fasti-bar")))).violations) say({ what: `axe: bar of ${path}: ${v.id}`, detail: v.nodes[0].html });
      if (job.pictures) await page.screenshot({ path: join(job.pictures, "bar.png") });
    }
    say({ saw });
  },
};

try {
  await parts[job.part]();
} catch (e) {
  say({ what: job.part, detail: String(e && e.stack) });
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
