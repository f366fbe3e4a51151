// One headless Chromium and the pages that it opens.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

/** Starts a browser that shows the folder root; say is told each problem. */
export async function start(executablePath, root, say) {
  const home = pathToFileURL(root.endsWith("/") ? root : root + "/").href;
  const profile = mkdtempSync(join(tmpdir(), "fasti-browser-"));
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    userDataDir: profile,
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
      "--disable-background-timer-throttling", "--disable-backgrounding-occluded-windows", "--disable-renderer-backgrounding",
    ],
  });

  /** Opens a page and reports what it logs and loads. */
  async function open(name, look = {}, script = true) {
    const page = await browser.newPage();
    const where = { page: name, look };
    page.on("console", (m) => {
      if (m.type() === "error" || m.type() === "warn") say({ ...where, what: "console", detail: m.text() });
    });
    page.on("pageerror", (e) => say({ ...where, what: "script error", detail: String(e) }));
    page.on("dialog", (d) => {
      say({ ...where, what: "a dialog: text of an article ran as a script", detail: d.message() });
      d.dismiss();
    });
    page.on("requestfailed", (r) => say({ ...where, what: "request failed", detail: r.url() }));
    page.on("request", (r) => {
      if (!r.url().startsWith(home) && !r.url().startsWith("data:")) say({ ...where, what: "request beyond the folder", detail: r.url() });
    });
    page.fastiSession = await page.createCDPSession();
    await page.fastiSession.send("Emulation.setFocusEmulationEnabled", { enabled: true });
    if (!script) await page.setJavaScriptEnabled(false);
    await dress(page, look);
    await page.goto(home + name, { waitUntil: "load" });
    return page;
  }

  async function close() {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
  return { open, close, home };
}

/** Gives a page a width and the reader's wishes; motion is always reduced. */
export async function dress(page, { width = 1280, scheme = "light", forced = false }) {
  await page.setViewport({ width, height: 900 });
  await page.fastiSession.send("Emulation.setEmulatedMedia", {
    features: [
      { name: "prefers-color-scheme", value: scheme },
      { name: "prefers-reduced-motion", value: "reduce" },
      { name: "forced-colors", value: forced ? "active" : "none" },
    ],
  });
}
