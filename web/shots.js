// Take pictures of a page to look at: node shots.js PAGE.html FOLDER
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { openBrowser } from "./browser.js";

const [page, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const browser = await openBrowser();
const url = pathToFileURL(resolve(page)).href;
for (const [scheme, width] of [["light", 1280], ["dark", 1280], ["light", 390], ["dark", 390]]) {
  const context = await browser.newContext({ viewport: { width, height: width < 500 ? 844 : 860 }, colorScheme: scheme, reducedMotion: "reduce" });
  const tab = await context.newPage();
  tab.on("console", (message) => console.log(scheme, width, message.type(), message.text()));
  tab.on("pageerror", (error) => console.log("ERROR", error.message));
  const shot = async (name, hash) => {
    await tab.goto(`${url}${hash}`);
    await tab.waitForTimeout(350);
    await tab.screenshot({ path: `${folder}/${name}-${width}-${scheme}.png` });
  };
  await tab.goto(url);
  const facts = JSON.parse(await tab.locator("#release").textContent());
  for (const view of ["timeline", "network", "quotations", "table", "coverage"]) await shot(view, `#${view}`);
  await shot("event", `#${facts.events.find((event) => event.passages && event.actors.length > 2)?.id}`);
  await shot("quote", `#${facts.quotes.find((quote) => quote.speakers.length)?.id}`);
  await shot("actor", `#${facts.actors.find((actor) => actor.offices && actor.type === "person")?.id}`);
  await shot("article", `#${facts.articles[0].id}`);
  await shot("search", "#table?q=vaccine");
  await context.close();
}
await browser.close();
