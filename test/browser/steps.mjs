// What a reader does: search, filter, keys. Each step says what it saw.

export const steps = {
  async search({ open }, query) {
    const page = await open("search/index.html?q=" + encodeURIComponent(query), { width: 390 });
    await page.waitForFunction(() => document.querySelectorAll("#results li").length > 0, { timeout: 5000 }).catch(() => {});
    const n = await page.$$eval("#results h3 a", (links) => links.map((a) => a.getAttribute("href")));
    await page.close();
    return n;
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
    await page.close();
    return { first, later };
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
