// Whose words: the speakers by how often they are quoted, and what they say.

import { count, h } from "./dom.js";
import { filterBar, fittingQuotes } from "./filters.js";
import { issueOf, speakersOf } from "./release.js";
import { recordHash, viewHash } from "./route.js";

const STEP = 60;
const MOST_SPEAKERS = 60;

export function quotations(page, filters, found) {
  const { release } = page;
  const asked = { ...filters, form: filters.form ?? "said" };
  const all = fittingQuotes(release, { ...asked, who: "" }, found);
  const quotes = asked.who ? fittingQuotes(release, asked, found) : all;
  const others = fittingQuotes(release, { ...asked, form: "all" }, found).length - quotes.length;
  return [
    h("h2", {}, "Quotations"),
    filterBar(release, filters, page.ask, ["q", "pair", "form", "from", "to", "who"]),
    others && asked.form === "said" ? h("p", { class: "note" }, `${count(others, "scare quote, title or term", "scare quotes, titles and terms")} left out: `,
      h("a", { href: viewHash("quotations", { ...filters, form: "all" }) }, "show all")) : null,
    all.length
      ? h("div", { class: "split quotations" }, speakers(release, all, filters), words(release, quotes))
      : h("p", { class: "empty" }, "No quotation fits these questions."),
  ];
}

function speakers(release, quotes, filters) {
  const sizes = new Map();
  for (const quote of quotes) for (const actor of release.actorsOf(quote.speakers)) sizes.set(actor, (sizes.get(actor) ?? 0) + 1);
  const order = [...sizes].sort(([a, x], [b, y]) => y - x || (a.name < b.name ? -1 : 1));
  const most = order[0]?.[1] ?? 1;
  const nobody = quotes.filter((quote) => !release.actorsOf(quote.speakers).length).length;
  return h("section", { class: "speakers" },
    h("h3", {}, count(order.length, "speaker")),
    h("ol", {}, order.slice(0, MOST_SPEAKERS).map(([actor, size]) => speaker(actor, size, most, filters))),
    nobody ? h("p", { class: "note" }, `${count(nobody, "quotation")} without a known speaker.`) : null);
}

function speaker(actor, size, most, filters) {
  const chosen = filters.who === actor.id;
  const bar = h("span", { class: "bar", "aria-hidden": "true" });
  bar.style.width = `${Math.max(2, (100 * size) / most)}%`;
  const href = viewHash("quotations", { ...filters, who: chosen ? "" : actor.id });
  return h("li", {}, h("a", { href, "aria-current": chosen ? "true" : null }, h("span", { class: "name" }, actor.name),
    h("span", { class: "number" }, size.toLocaleString("en"), h("span", { class: "unseen" }, " quotations")), bar));
}

/** The quotations, some at a time: the rest comes when asked for. */
function words(release, quotes) {
  const list = h("ol", { class: "said" });
  const more = h("button", { type: "button", onclick: () => extend() }, "Show more");
  const extend = () => {
    const start = list.children.length;
    list.append(...quotes.slice(start, start + STEP).map((quote) => said(release, quote)));
    more.hidden = list.children.length >= quotes.length;
  };
  extend();
  return h("section", {}, h("h3", {}, count(quotes.length, "quotation")), list, more);
}

function said(release, quote) {
  const when = quote.date ?? quote.event?.label;
  return h("li", {},
    h("a", { href: recordHash(quote), class: "words" }, `“${quote.text}”`),
    h("p", { class: "by" }, [speakersOf(quote) || "unattributed", quote.form.replaceAll("_", " "), when,
      `${release.pairName(quote.article.pair)}, ${issueOf(quote.article)}`].filter(Boolean).join(" · ")));
}
