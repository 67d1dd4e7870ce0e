// The page as a person meets it, in a headless Chromium. Run by tests/explore/test_browser.py, which makes the
// pages: PAGES names a folder with release.html, hostile.html, large.html and bare.html (without texts).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { openBrowser } from "./browser.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const VIEWS = ["timeline", "network", "quotations", "table", "coverage"];
const PATIENCE = 4000;
let browser;

before(async () => { browser = await openBrowser(); });
after(() => browser?.close());

const address = (name) => pathToFileURL(join(process.env.PAGES, `${name}.html`)).href;

/** Open a page; every request, error and message of the console is kept. */
async function open(name, hash = "", options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce", ...options });
  const tab = await context.newPage();
  const heard = [];
  tab.on("request", (request) => request.url().startsWith(address(name)) || request.url() === "data:," || heard.push(`request ${request.url()}`));
  tab.on("console", (message) => heard.push(`console ${message.text()}`));
  tab.on("pageerror", (error) => heard.push(`error ${error.message}`));
  tab.on("dialog", (dialog) => { heard.push(`dialog ${dialog.message()}`); return dialog.dismiss(); });
  await tab.goto(address(name) + hash);
  await tab.waitForSelector("main h2");
  return { tab, heard, context };
}

const facts = (tab) => tab.evaluate(() => JSON.parse(document.getElementById("release").textContent));
const lit = (tab) => tab.evaluate(() => [...document.querySelectorAll(".text mark.lit")].map((mark) => mark.textContent).join(""));

for (const name of ["release", "hostile", "bare"]) {
  test(`${name}: every view and record shows, with no request, error or complaint`, async () => {
    const { tab, heard, context } = await open(name);
    const { events, quotes, actors, articles, findings } = await facts(tab);
    const records = [articles[0], events[0], events.at(-1), quotes[0], quotes.at(-1), actors[0], findings[0]].filter(Boolean);
    for (const hash of [...VIEWS, ...records.map(({ id }) => id)]) {
      await tab.evaluate((to) => { location.hash = to; }, hash);
      await tab.waitForTimeout(60);
      assert.ok((await tab.locator("main").innerText()).length > 20, hash);
    }
    assert.deepEqual(heard, []);
    await context.close();
  });
}

test("a deep link lights up exactly the record's characters", async () => {
  for (const name of ["release", "hostile"]) {
    const { tab, context } = await open(name);
    const { events, quotes, articles } = await facts(tab);
    for (const record of [...events.slice(0, 12), ...quotes.slice(0, 12)]) {
      await tab.evaluate((to) => { location.hash = to; }, record.id);
      await tab.waitForFunction((id) => document.querySelector("main .id code")?.textContent === id, record.id);
      const text = JSON.parse(await tab.locator(`[id="text-${articles[record.a].id}"]`).textContent());
      assert.equal(await lit(tab), Array.from(text).slice(...record.span).join(""), record.id);
      assert.equal(await tab.locator(".text").evaluate((pane) => pane.textContent), text);
    }
    await context.close();
  }
});

test("the lit characters are in sight, also on a phone", async () => {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
    const { tab, context } = await open("release", "", { viewport });
    const { events } = await facts(tab);
    await tab.evaluate((to) => { location.hash = to; }, events.at(-1).id);
    await tab.waitForSelector(".text mark.lit");
    const inside = await tab.evaluate(() => {
      const [pane, mark] = [document.querySelector(".text"), document.querySelector(".text mark.lit")].map((each) => each.getBoundingClientRect());
      return mark.top >= pane.top && mark.bottom <= pane.bottom && mark.top < innerHeight;
    });
    assert.ok(inside);
    await context.close();
  }
});

test("a click on a dot opens its event; back returns to the same questions", async () => {
  const { tab, context } = await open("release", "#timeline?type=CONSULT");
  await tab.waitForSelector("#chart a");
  const href = await tab.locator("#chart a").first().getAttribute("href");
  await tab.locator("#chart a").first().hover();
  assert.ok(await tab.locator(".card").isVisible());
  await tab.locator("#chart a").first().click();
  await tab.waitForSelector(".text mark.lit");
  assert.equal(new URL(tab.url()).hash, href);
  await tab.goBack();
  await tab.waitForSelector("#chart a");
  assert.equal(await tab.locator("#type").inputValue(), "CONSULT");
  await context.close();
});

test("by keyboard alone: into the chart, along it, to the record, to its text", async () => {
  const { tab, context } = await open("release", "#timeline");
  await tab.waitForSelector("#chart a");
  await tab.locator("#chart a[tabindex='0']").focus();
  await tab.keyboard.press("ArrowRight");
  const href = await tab.evaluate(() => document.activeElement.getAttribute("href"));
  await tab.keyboard.press("Enter");
  await tab.waitForSelector(".text mark.lit");
  assert.equal(new URL(tab.url()).hash, href);
  for (let presses = 0; presses < 60; presses += 1) {
    await tab.keyboard.press("Tab");
    if (await tab.evaluate(() => document.activeElement.classList.contains("text"))) break;
  }
  assert.ok(await tab.evaluate(() => document.activeElement.classList.contains("text")));
  await context.close();
});

test("a value leads to its characters, a name in the text to its actor", async () => {
  const { tab, context } = await open("release");
  const { events } = await facts(tab);
  await tab.evaluate((to) => { location.hash = to; }, events.find((event) => event.labelSpan && event.actors.length).id);
  await tab.locator(".spot.part-date").first().click();
  assert.equal(await tab.locator(".flash").first().textContent(), await tab.locator(".spot.part-date").first().textContent());
  await tab.locator(".text a[href^='#actor:']").first().click();
  await tab.waitForSelector(".title-actors");
  await context.close();
});

test("words find records by prefix and in spite of a slip, and typing keeps the focus", async () => {
  const { tab, context } = await open("release", "#table");
  const all = await tab.locator("main [role=status]").innerText();
  await tab.locator("#q").pressSequentially("Lavrof", { delay: 15 });
  await tab.waitForFunction((before) => document.querySelector("main [role=status]").innerText !== before, all);
  assert.ok(await tab.locator(".rows .line").count() > 0);
  assert.match(await tab.locator(".rows .line").first().innerText(), /Lavrov/);
  assert.equal(await tab.evaluate(() => document.activeElement.id), "q");
  await tab.getByRole("button", { name: "Clear" }).click();
  await tab.waitForFunction((before) => document.querySelector("main [role=status]").innerText === before, all);
  await context.close();
});

test("days, pair and type narrow; a tie leads to the events of the two", async () => {
  const { tab, context } = await open("release", "#table?from=2020-04&to=2020-04");
  const { events } = await facts(tab);
  const april = events.filter((event) => event.from <= "2020-04-30" && event.to >= "2020-04");
  assert.equal(await tab.locator("main [role=status]").innerText(), `${april.length} records`);
  await tab.evaluate(() => { location.hash = "network"; });
  await tab.waitForSelector(".node");
  const ties = Number(await tab.locator(".ties .number").first().innerText());
  await tab.locator(".ties a").first().click();
  await tab.waitForSelector("main [role=status]");
  assert.ok(Number.parseInt(await tab.locator("main [role=status]").innerText(), 10) >= ties);
  await context.close();
});

test("words are found in the texts too, and lit where they stand", async () => {
  for (const name of ["release", "hostile"]) {
    const { tab, heard, context } = await open(name, "#table?q=russia&kind=events");
    const { articles } = await facts(tab);
    const text = JSON.parse(await tab.locator(`[id="text-${articles[0].id}"]`).textContent());
    const paragraphs = text.split("\n").filter((line) => line.toLowerCase().includes("russia"));
    await tab.getByRole("button", { name: "texts" }).click();
    await tab.waitForFunction((all) => document.querySelector("main [role=status]").innerText === `${all} paragraphs`, paragraphs.length);
    await tab.locator(".rows .line a").nth(3).click();
    await tab.waitForSelector(".text mark.lit");
    assert.equal((await lit(tab)).toLowerCase(), "russia");
    assert.match(new URL(tab.url()).hash, /\?at=\d+-\d+$/);
    assert.deepEqual(heard, []);
    await context.close();
  }
});

test("no two names of the network lie over each other, and each row of dots has its own height", async () => {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
    const { tab, context } = await open("release", "#network?actors=all&contact=all", { viewport });
    await tab.waitForSelector(".node");
    const over = await tab.evaluate(() => {
      const boxes = [...document.querySelectorAll(".node text:not(.rare)")].map((each) => [each.textContent, each.getBBox()]);
      const meet = (a, b) => a.x + 4 < b.x + b.width && b.x + 4 < a.x + a.width && a.y + 4 < b.y + b.height && b.y + 4 < a.y + a.height;
      return boxes.flatMap(([name, box], index) => boxes.slice(index + 1).filter(([, other]) => meet(box, other)).map(([other]) => [name, other]));
    });
    assert.deepEqual(over, []);
    await tab.evaluate(() => { location.hash = "timeline"; });
    await tab.waitForSelector("#chart a circle");
    const touching = await tab.evaluate(() => {
      const dots = [...document.querySelectorAll("#chart a circle")].map((dot) => [Number(dot.getAttribute("cx")), Number(dot.getAttribute("cy")), Number(dot.getAttribute("r"))]);
      return dots.flatMap(([x, y, r], index) => dots.slice(index + 1).filter(([a, b]) => Math.hypot(a - x, b - y) < 1.2 * r)).length;
    });
    assert.equal(touching, 0);
    await context.close();
  }
});

test("an address nobody knows says so", async () => {
  const { tab, heard, context } = await open("release", "#cc-1-1-nobody:e:%zz");
  assert.match(await tab.locator("main").innerText(), /No such record/);
  assert.deepEqual(heard, []);
  await context.close();
});

test("hostile words stay words", async () => {
  const { tab, heard, context } = await open("hostile");
  const { events, quotes, actors, articles } = await facts(tab);
  for (const id of [...VIEWS, events[0].id, quotes[0].id, actors[0].id, articles[0].id]) {
    await tab.evaluate((to) => { location.hash = to; }, id);
    await tab.waitForTimeout(80);
    const planted = await tab.evaluate(() => ["hit" in window, document.querySelectorAll("main img, main script, main iframe, main [onerror]").length]);
    assert.deepEqual(planted, [false, 0]);
  }
  assert.match(await tab.locator("main").innerText(), /<img src=x onerror=/);
  assert.deepEqual(heard, []);
  await context.close();
});

test("without texts the page says so and shows the record's own words", async () => {
  const { tab, context } = await open("bare");
  const { events } = await facts(tab);
  assert.match(await tab.locator("footer").innerText(), /without the articles’ texts/);
  await tab.evaluate((to) => { location.hash = to; }, events[0].id);
  await tab.waitForSelector(".text.missing");
  assert.equal(await tab.locator(".text mark").innerText(), events[0].text);
  await context.close();
});

test("twenty thousand records: no view freezes, few rows exist, the last can be reached", async () => {
  const { tab, heard, context } = await open("large");
  const { events, quotes } = await facts(tab);
  assert.ok(events.length + quotes.length >= 20_000);
  for (const view of ["timeline", "timeline?rows=pair", "network", "network?actors=all&contact=all", "quotations", "table", "table?kind=quotes&sort=Words", "table?kind=texts&q=russia", "coverage", events.at(-1).id]) {
    const took = await tab.evaluate(async (to) => {
      const start = performance.now();
      location.hash = to;
      await new Promise((then) => { setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(then)), 0); });
      return performance.now() - start;
    }, view);
    console.log(`${view.slice(0, 40)}: ${Math.round(took)} ms`);
    assert.ok(took < PATIENCE, `${view}: ${took} ms`);
  }
  await tab.evaluate(() => { location.hash = "table"; });
  await tab.waitForSelector(".rows .line");
  assert.ok(await tab.locator(".rows .line").count() < 60);
  await tab.locator(".rows .line a").first().focus();
  await tab.keyboard.press("End");
  await tab.waitForFunction((id) => document.querySelector(`.rows a[href="#${id}"]`), events.at(-1).id);
  const longest = await searchInSlices(tab);
  console.log(`search: longest pause ${Math.round(longest)} ms`);
  assert.ok(longest < 1000, `search froze the page for ${longest} ms`);
  assert.deepEqual(heard, []);
  await context.close();
});

/** Ask for words, and see for how long no timer could fire until the answer is there. */
async function searchInSlices(tab) {
  const before = await tab.locator("main [role=status]").innerText();
  await tab.evaluate(() => {
    window.longest = 0;
    let last = performance.now();
    setInterval(() => { window.longest = Math.max(window.longest, performance.now() - last); last = performance.now(); }, 5);
  });
  await tab.locator("#q").fill("cooperation");
  await tab.waitForFunction((all) => document.querySelector("main [role=status]")?.innerText !== all, before, { timeout: 30_000 });
  return tab.evaluate(() => window.longest);
}

for (const [scheme, width] of [["light", 1280], ["dark", 1280], ["light", 360], ["dark", 360]]) {
  test(`axe finds nothing, and nothing overflows: ${scheme}, ${width} pixels`, async () => {
    const { tab, context } = await open("release", "", { colorScheme: scheme, viewport: { width, height: 800 }, bypassCSP: true });
    const { events, quotes, actors, articles, findings } = await facts(tab);
    await tab.evaluate(AXE);
    const records = [events[1], quotes[4], actors.find((actor) => actor.offices), articles[0], findings[0]];
    for (const hash of [...VIEWS, "table?kind=findings", "table?kind=texts&q=russia", "table?q=zzzz", "quotations?form=all", "timeline?rows=pair&who=" + actors[0].id, ...records.map(({ id }) => id)]) {
      await tab.evaluate((to) => { location.hash = to; }, hash);
      await tab.waitForTimeout(120);
      const { violations } = await tab.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
      assert.deepEqual(violations.map(({ id, nodes }) => [hash, id, nodes[0].html.slice(0, 160), nodes[0].failureSummary]), []);
      assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, `${hash} overflows`);
    }
    await context.close();
  });
}
