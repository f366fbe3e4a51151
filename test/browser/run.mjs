// Opens pages of a built site from file:// in a headless Chromium and prints
// what is wrong with them, a JSON object a line. The job comes as JSON on the
// standard input: {browser, root, pages, widths, schemes, axe, steps}.
import { createRequire } from "node:module";
import { readFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const job = JSON.parse(readFileSync(0, "utf8"));
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const home = pathToFileURL(job.root.endsWith("/") ? job.root : job.root + "/").href;
const profile = mkdtempSync(join(tmpdir(), "fasti-browser-"));
const say = (problem) => console.log(JSON.stringify(problem));

const browser = await puppeteer.launch({
  executablePath: job.browser,
  headless: true,
  userDataDir: profile,
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
  ],
});

/** Opens a page and reports what it logs and loads. */
async function open(name, width, scheme) {
  const page = await browser.newPage();
  const where = { page: name, width, scheme };
  page.on("console", (m) => {
    if (m.type() === "error" || m.type() === "warn") say({ ...where, what: "console", detail: m.text() });
  });
  page.on("pageerror", (e) => say({ ...where, what: "script error", detail: String(e) }));
  page.on("requestfailed", (r) => say({ ...where, what: "request failed", detail: r.url() }));
  page.on("request", (r) => {
    if (!r.url().startsWith(home) && !r.url().startsWith("data:")) say({ ...where, what: "request beyond the folder", detail: r.url() });
  });
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: scheme },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  await page.goto(home + name, { waitUntil: "load" });
  return { page, where };
}

async function inspect(name, width, scheme) {
  const { page, where } = await open(name, width, scheme);
  const wide = await page.evaluate(() => {
    const over = document.documentElement.scrollWidth - innerWidth;
    if (over <= 0) return null;
    const guilty = [...document.querySelectorAll("main *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1);
    return over + " px: " + guilty.slice(0, 3).map((e) => e.tagName + "." + e.className).join(", ");
  });
  if (wide) say({ ...where, what: "scrolls sideways", detail: wide });
  if (job.axe) {
    await page.evaluate(axeSource);
    const result = await page.evaluate(() => axe.run(document, {
      preload: false,
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }));
    for (const v of result.violations) {
      say({ ...where, what: "axe " + v.id, detail: v.help + ": " + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ") });
    }
  }
  await page.close();
}

/** What a reader does: search, filter, keys. Each step says what it saw. */
const steps = {
  async search(query) {
    const { page } = await open("search/index.html?q=" + encodeURIComponent(query), 390, "light");
    await page.waitForFunction(() => document.querySelectorAll("#results li").length > 0, { timeout: 5000 }).catch(() => {});
    const n = await page.$$eval("#results h3 a", (links) => links.map((a) => a.getAttribute("href")));
    await page.close();
    return n;
  },
  async filter(actor) {
    const { page } = await open("index.html", 1280, "light");
    const before = await page.$$eval("li[data-id]", (items) => items.filter((i) => i.offsetParent).length);
    await page.click(`[data-f="${actor}"]`);
    await page.waitForFunction((a) => location.hash === "#actor=" + a, {}, actor);
    const after = await page.$$eval("li[data-id]", (items) => items.filter((i) => i.offsetParent).length);
    const wrong = await page.$$eval("li[data-id]", (items, a) => items.filter((i) => i.offsetParent && !(" " + i.dataset.a + " ").includes(" " + a + " ")).length, actor);
    await page.close();
    return { before, after, wrong };
  },
  async keys() {
    const { page } = await open("index.html", 1280, "light");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    const second = await page.evaluate(() => [...document.querySelectorAll(".h-event h3 a")].indexOf(document.activeElement));
    await page.keyboard.press("/");
    const search = await page.evaluate(() => document.activeElement.id);
    await page.close();
    return { second, search };
  },
  async visits() {
    const { page } = await open("index.html", 1280, "light");
    const first = await page.$$eval(".new", (marks) => marks.length);
    await page.evaluate(() => {
      for (const key of Object.keys(localStorage)) localStorage.setItem(key, "2031-04-02");
      sessionStorage.clear();
    });
    await page.reload();
    const later = await page.$$eval("li:has(.new)", (items) => items.filter((i) => i.dataset.id).map((i) => i.dataset.id));
    await page.close();
    return { first, later };
  },
  async withoutScript(name) {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(home + name);
    const ids = await page.$$eval("li[data-id]", (items) => items.map((i) => i.dataset.id));
    await page.close();
    return ids;
  },
};

try {
  for (const name of job.pages || []) for (const width of job.widths) for (const scheme of job.schemes) await inspect(name, width, scheme);
  for (const [name, argument] of job.steps || []) {
    try {
      say({ step: name, saw: await steps[name](argument) });
    } catch (e) {
      say({ what: "step " + name, detail: String(e) });
    }
  }
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
