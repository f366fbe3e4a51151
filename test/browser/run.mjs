// Opens pages of a built site from file:// in a headless Chromium and prints
// what is wrong with them, a JSON object a line. The job comes as JSON on the
// standard input: {browser, root, pages, looks, axe, thorough, keyboard, steps}.
import { readFileSync } from "node:fs";
import { inspect } from "./inspect.mjs";
import { start } from "./open.mjs";
import { steps } from "./steps.mjs";

const job = JSON.parse(readFileSync(0, "utf8"));
const say = (line) => console.log(JSON.stringify(line));
const browser = await start(job.browser, job.root, say);
const tabs = 3; // pages that are looked at side by side

try {
  const queue = [...(job.pages || [])];
  let runs = 0;
  await Promise.all(
    Array.from({ length: tabs }, async () => {
      for (let name = queue.shift(); name; name = queue.shift()) {
        const n = await inspect(browser, name, job, say);
        runs += n;
      }
    }),
  );
  if (runs) say({ runs });
  for (const [name, argument] of job.steps || []) {
    try {
      say({ step: name, saw: await steps[name](browser, argument) });
    } catch (e) {
      say({ what: "step " + name, detail: String(e) });
    }
  }
} finally {
  await browser.close();
}
