// Reads what a built site offers to other programs with those programs' own
// libraries, and prints what they refuse, a JSON object a line. The job comes
// as JSON on the standard input: {root, browser, pages}.
import { createRequire } from "node:module";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import jsonld from "jsonld";
import { mf2 } from "microformats-parser";
import ts from "typescript";
import { start } from "./open.mjs";

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const job = JSON.parse(readFileSync(0, "utf8"));
const say = (line) => console.log(JSON.stringify(line));
const read = (name) => readFileSync(join(job.root, name), "utf8");
const files = readdirSync(job.root, { recursive: true }).map((f) => f.replaceAll("\\", "/")).sort();
const site = "https://example.org/sound/";

/** FollowTheMoney: its own model takes every entity with every property. */
function followTheMoney() {
  const ftm = require("@alephdata/followthemoney");
  const model = new ftm.Model(ftm.defaultModel);
  let n = 0;
  for (const name of files.filter((f) => f.endsWith("ftm.json"))) {
    for (const line of read(name).trim().split("\n")) {
      const data = JSON.parse(line);
      try {
        const entity = model.getEntity(data);
        if (!entity.getCaption()) throw new Error("no caption");
        n++;
      } catch (e) {
        say({ what: "FollowTheMoney", page: name, detail: data.id + ": " + e.message });
      }
    }
  }
  return n;
}

/** The JSON-LD of every page, by the file or page that it stands in. */
function linkedData() {
  const out = {};
  for (const name of files) {
    if (name.endsWith("event.json")) out[name] = JSON.parse(read(name));
    if (!name.endsWith(".html")) continue;
    const m = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(read(name));
    if (m) out[name] = JSON.parse(m[1]);
  }
  return out;
}

/** A processor of JSON-LD expands every document without dropping a word. */
async function expand(documents) {
  const documentLoader = async (url) => ({ documentUrl: url, document: { "@context": { "@vocab": "https://schema.org/" } } });
  for (const [name, data] of Object.entries(documents)) {
    try {
      const nodes = await jsonld.expand(data, { documentLoader, base: site + name, safe: true });
      if (!nodes.length) throw new Error("it says nothing");
    } catch (e) {
      say({ what: "JSON-LD", page: name, detail: e.message + " " + JSON.stringify(e.details || "") });
    }
  }
  return Object.keys(documents).length;
}

/** The types that Google keeps of schema.org accept every document. */
function vocabulary(documents) {
  const dir = mkdtempSync(join(here, ".check-"));
  try {
    const names = Object.keys(documents);
    const lines = names.map((n, i) => `export const x${i}: Graph = ${JSON.stringify(documents[n])};`);
    const file = join(dir, "check.ts");
    writeFileSync(file, 'import type { Event, ItemList, NewsArticle, Organization, Person, Place, WebPage, WebSite, WithContext } from "schema-dts";\n' +
      "type Graph = WithContext<Event | ItemList | NewsArticle | Organization | Person | Place | WebPage | WebSite>;\n" + lines.join("\n") + "\n");
    const program = ts.createProgram([file], { noEmit: true, strict: true, skipLibCheck: true, moduleResolution: ts.ModuleResolutionKind.Bundler, module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 });
    for (const d of ts.getPreEmitDiagnostics(program)) {
      const at = d.file && d.start !== undefined ? d.file.getLineAndCharacterOfPosition(d.start).line - 2 : -1;
      say({ what: "schema.org", page: names[at], detail: ts.flattenDiagnosticMessageText(d.messageText, " ").slice(-300) });
    }
    return names.length;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Microformats: what a parser finds on each page. */
function microformats() {
  const found = {};
  for (const name of job.pages) {
    found[name] = mf2(read(name), { baseUrl: site + name }).items.map((i) => ({ type: i.type[0], ...i.properties, children: (i.children || []).length }));
  }
  return found;
}

/** TimelineJS itself draws the slides. */
async function timelineJS() {
  const browser = await start(job.browser, job.root, say);
  const seen = {};
  try {
    for (const name of ["timelinejs.json", ...job.pages.filter((p) => p.startsWith("a/")).map((p) => p.replace("index.html", "timelinejs.json"))]) {
      const data = JSON.parse(read(name));
      const page = await browser.open("index.html");
      await page.goto("about:blank"); // the site allows no scripts beside its own
      await page.setContent('<div id="t" style="width:900px;height:600px"></div>');
      await page.addScriptTag({ path: require.resolve("@knight-lab/timelinejs/dist/js/timeline.js") });
      seen[name] = await page.evaluate(async (json) => {
        const t = new TL.Timeline("t", json, { font: null, language: "en" });
        for (let i = 0; i < 100 && document.querySelectorAll(".tl-slide").length <= json.events.length; i++) await new Promise((r) => setTimeout(r, 50));
        return { valid: t.config.isValid(), errors: t.config.getErrors(), events: json.events.length, slides: document.querySelectorAll(".tl-slide").length };
      }, data);
      await page.close();
    }
  } finally {
    await browser.close();
  }
  return seen;
}

const documents = linkedData();
say({ checked: { ftm: followTheMoney(), jsonld: await expand(documents), schema: vocabulary(documents), microformats: microformats(), timelinejs: await timelineJS() } });
