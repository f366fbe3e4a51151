// What a reader does: search, filter, keys. Each step says what it saw.

/** What bears some words, or fits a selector behind "css:", first in view of those that can be touched. */
function touchable(where) {
  const shown = (e) => e.checkVisibility() && e.getClientRects().length;
  const named = (e) => (e.getAttribute("aria-label") || e.textContent || "").replace(/\s+/g, " ").trim();
  const all = where.startsWith("css:") ? document.querySelectorAll(where.slice(4)) : document.querySelectorAll("a[href], button, summary, label");
  window.fastiTarget = [...all].find((e) => shown(e) && (where.startsWith("css:") || named(e).includes(where)));
  return !!window.fastiTarget;
}

/** How many milliseconds a page may take on a machine that has much else to do. */
const patience = 20000;

/** Where a finger meets that. */
function aim() {
  const e = window.fastiTarget;
  e.scrollIntoView({ block: "center", inline: "center" });
  const box = e.getClientRects()[0];
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const top = document.elementFromPoint(x, y);
  return { x, y, hit: !!top && (e.contains(top) || top.contains(e)), by: top ? top.outerHTML.slice(0, 80) : "nothing" };
}

/** Puts a text into a field, or chooses it, as its own control does. */
function fill(where, text) {
  const e = window.fastiTarget;
  e.focus();
  e.value = text;
  for (const kind of ["input", "change"]) e.dispatchEvent(new Event(kind, { bubbles: true }));
}

export const steps = {
  async search({ open }, query) {
    const page = await open("search/index.html?q=" + encodeURIComponent(query), { width: 390 });
    await page.waitForFunction(() => document.querySelectorAll("#results li").length > 0, { timeout: 5000 }).catch(() => {});
    const n = await page.$$eval("#results h2 a", (links) => links.map((a) => a.getAttribute("href")));
    await page.close();
    return n;
  },
  /**
   * What a reader does on a phone, by finger: taps and fields filled in, from the
   * home page. Says how many taps it took, and which of the words looked for are
   * to be seen at the end.
   */
  async task({ open, home }, argument) {
    const { start = "index.html", act, see } = JSON.parse(argument);
    const page = await open(start, { width: 390 });
    await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true });
    await page.reload();
    let taps = 0;
    for (const [what, where, text] of act) {
      const at = await page.waitForFunction(touchable, { timeout: patience }, where).catch(() => null);
      if (!at) throw new Error("nothing to touch: " + where);
      const spot = await page.evaluate(aim, where);
      if (!spot.hit) throw new Error("covered: " + where + " by " + spot.by);
      const before = page.url();
      if (what !== "next") {
        taps++;
        await page.touchscreen.tap(spot.x, spot.y);
      }
      if (what !== "tap") await page.evaluate(fill, where, text); // typed, or chosen in the field that the keyboard leads on to
      if (what === "query") await page.keyboard.press("Enter");
      await page.waitForFunction((was) => location.href !== was || document.readyState === "complete", { timeout: patience }, before);
      await new Promise((done) => setTimeout(done, 500));
    }
    const words = see.map((s) => s.toLowerCase());
    await page.waitForFunction((all) => all.every((s) => document.querySelector("main").innerText.replace(/\s+/g, " ").toLowerCase().includes(s)), { timeout: patience }, words).catch(() => {});
    const text = (await page.evaluate(() => document.querySelector("main").innerText)).replace(/\s+/g, " ").toLowerCase();
    const at = page.url().replace(home, "");
    await page.close();
    return { taps, at, missing: words.filter((s) => !text.includes(s)) };
  },
  /** Whether the open month is in view in the line of months of a phone, and the page at its top. */
  async railNow({ open }, name) {
    const page = await open(name, { width: 390 });
    const saw = await page.evaluate(() => {
      const box = document.querySelector(".rail [aria-current]").getBoundingClientRect();
      return { seen: box.left >= 0 && box.right <= innerWidth, top: scrollY };
    });
    await page.close();
    return saw;
  },
  /**
   * How many milliseconds of a processor's time the slowest letter of some queries
   * costs the page, and after which text. Other work of the machine only adds to a
   * time, so each is the least of three, each of a page that was just opened and
   * has nothing compiled yet; the work at the start is over then.
   */
  async searchTime({ open }, queries) {
    const cost = {};
    let found;
    let pace = Infinity; // of a list of sixty drawn and taken away again, as any search does it
    for (let pass = 0; pass < 5; pass++) {
      const page = await open("search/index.html", { width: 390 });
      await page.waitForFunction(() => document.scripts.length > 2 && document.readyState === "complete");
      await new Promise((done) => setTimeout(done, 2000));
      await page.fastiSession.send("HeapProfiler.collectGarbage"); // what the start threw away
      await page.fastiSession.send("Performance.enable", { timeDomain: "threadTicks" });
      const used = async () => (await page.fastiSession.send("Performance.getMetrics")).metrics.find((m) => m.name === "TaskDuration").value * 1000;
      found = [];
      for (const [k, query] of queries.split("|").entries()) {
        for (let n = 1; n <= query.length; n++) {
          const before = await used();
          await page.evaluate(async (q) => {
            const field = document.getElementById("q");
            field.value = q;
            field.dispatchEvent(new Event("input", { bubbles: true }));
            await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          }, query.slice(0, n));
          const at = `${k + 1}: ${query.slice(0, n)}`;
          cost[at] = Math.min(cost[at] ?? Infinity, (await used()) - before);
        }
        const before = await used();
        await page.evaluate(async () => {
          const list = document.body.appendChild(document.createElement("ol"));
          for (let round = 0; round < 4; round++) {
            list.innerHTML = Array.from({ length: 60 }, (_, i) => `<li><h3><a href="#${i}">A council decides ${i}</a></h3><p>What was told of it on the day, <mark>word</mark> by word.</p></li>`).join("");
            list.offsetHeight;
          }
          list.remove();
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        });
        pace = Math.min(pace, (await used()) - before);
        await new Promise((done) => setTimeout(done, 500)); // hits below the first come when the reader pauses
        found.push(await page.$$eval("#results li", (items) => items.length));
      }
      await page.close();
    }
    const [at, most] = Object.entries(cost).reduce((a, b) => (b[1] > a[1] ? b : a));
    return { most, at, found, pace };
  },
  async filter({ open }, actor) {
    const page = await open("index.html");
    const before = await page.$$eval("li[data-id]", (items) => items.filter((i) => i.offsetParent).length);
    await page.click(`[data-f="${actor}"]`);
    await page.waitForFunction((a) => location.hash === "#actor=" + a, {}, actor);
    const after = await page.$$eval("li[data-id]", (items) => items.filter((i) => i.offsetParent).length);
    const wrong = await page.$$eval("li[data-id]", (items, a) => items.filter((i) => i.offsetParent && !(" " + i.dataset.a + " ").includes(" " + a + " ")).length, actor);
    await page.close();
    return { before, after, wrong };
  },
  /** One filter alone: what the menus, the status and the list say, and that it can be cleared. */
  async filters({ open }, spec) {
    const [name, hash] = spec.split(" ");
    const page = await open(name + "#" + hash, { width: 390 });
    const saw = () => page.evaluate(() => ({
      shown: [...document.querySelectorAll("li[data-id]")].filter((i) => i.checkVisibility()).map((i) => i.dataset.id),
      status: document.getElementById("fcount").textContent,
      all: document.getElementById("fall").hidden ? "" : document.getElementById("fall").getAttribute("href"),
      fields: [...document.querySelectorAll(".filters [name]")].filter((f) => f.value).map((f) => f.name + "=" + f.value),
    }));
    const on = await saw();
    await page.click(".filters [type=reset]");
    const off = await saw();
    const address = await page.evaluate(() => location.hash);
    await page.close();
    return { ...on, cleared: off.shown.length, left: off.fields.length, hash: address };
  },
  /** A menu writes the address, and the way back undoes it. */
  async menu({ open }, spec) {
    const [name, field, value] = spec.split(" ");
    const page = await open(name);
    await page.click(".narrow summary");
    await page.select(`.filters [name=${field}]`, value);
    await page.waitForFunction((h) => location.hash === h, { timeout: 3000 }, `#${field}=${value}`);
    const shown = await page.$$eval("li[data-id]", (items) => items.filter((i) => i.checkVisibility()).map((i) => i.dataset.id));
    await page.goBack();
    const back = await page.$$eval("li[data-id]", (items) => items.filter((i) => i.checkVisibility()).length);
    await page.close();
    return { shown, back };
  },
  /** What the two buttons copy, and what they say then. */
  async copy({ open }, name) {
    const page = await open(name);
    await page.evaluate(() => {
      window.fastiCopied = [];
      navigator.clipboard.writeText = async (text) => void window.fastiCopied.push(text);
    });
    for (const button of await page.$$("[data-copy]")) await button.click();
    const saw = await page.evaluate(() => [...window.fastiCopied, ...[...document.querySelectorAll("[data-copy]")].map((b) => b.textContent)]);
    await page.close();
    return saw;
  },
  /** The filter stays on from month to month. */
  async nextMonth({ open }, spec) {
    const [name, hash] = spec.split(" ");
    const page = await open(name + "#" + hash);
    await Promise.all([page.waitForNavigation(), page.click(".prevnext a[rel=next]")]);
    const saw = await page.evaluate(() => ({
      hash: location.hash,
      at: location.pathname.split("/").slice(-3).join("/"),
      shown: [...document.querySelectorAll("li[data-id]")].filter((i) => i.checkVisibility()).length,
      all: document.querySelectorAll("li[data-id]").length,
    }));
    await page.close();
    return saw;
  },
  async keys({ open }) {
    const page = await open("index.html");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    const second = await page.evaluate(() => [...document.querySelectorAll(".h-event h3 a")].indexOf(document.activeElement));
    await page.keyboard.press("/");
    const search = await page.evaluate(() => document.activeElement.id);
    await page.close();
    return { second, search };
  },
  async visits({ open }) {
    const page = await open("index.html");
    const first = await page.$$eval(".new", (marks) => marks.length);
    await page.evaluate(() => {
      for (const key of Object.keys(localStorage)) localStorage.setItem(key, "2031-04-02");
      sessionStorage.clear();
    });
    await page.reload();
    const later = await page.$$eval("li:has(.new)", (items) => items.filter((i) => i.dataset.id).map((i) => i.dataset.id));
    const count = await page.$$eval("[data-log]", (lines) => lines.filter((l) => l.checkVisibility()).map((l) => l.textContent));
    await page.close();
    return { first, later, count };
  },
  async withoutScript({ open }, name) {
    const page = await open(name, {}, false);
    const ids = await page.$$eval("li[data-id]", (items) => items.map((i) => i.dataset.id));
    await page.close();
    return ids;
  },
  /** Where the switch to another language leads from a page. */
  async language({ open, home }, argument) {
    const [name, lang] = argument.split(" ");
    const page = await open(name);
    await Promise.all([page.waitForNavigation(), page.click(`.langs a[hreflang="${lang}"]`)]);
    const at = await page.evaluate(() => [location.href, document.documentElement.lang, document.documentElement.dir, document.querySelector("h1").textContent]);
    await page.close();
    return [at[0].replace(home, ""), ...at.slice(1)];
  },
};
