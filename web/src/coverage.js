// What was read and what is missing: pairs by issues, then the articles with their findings.

import { count, h } from "./dom.js";
import { issueOf } from "./release.js";
import { recordHash, viewHash } from "./route.js";

const WORDS = { read: "read", partly: "partly read", missing: "missing" };
const SIGNS = { read: "●", partly: "◐", missing: "○" };

export function coverage(page) {
  const { release } = page;
  const failed = release.findings.filter((finding) => !finding.article);
  return [
    h("h2", {}, "Coverage"),
    h("p", { class: "note" }, "Issues from the first to the last in this release, by the journal's calendar. Partly read: something of the article could not be understood; its findings say what."),
    release.coverage.length ? matrix(release) : null,
    h("h3", {}, count(release.articles.length, "article")),
    h("ul", { class: "articles" }, release.articles.map((article) => entry(release, article))),
    failed.length ? h("section", {}, h("h3", {}, "Of the release as a whole"), h("ul", {}, failed.map((finding) => h("li", {}, h("a", { href: recordHash(finding) }, finding.code), ` ${finding.message}`)))) : null,
  ];
}

function matrix(release) {
  const issues = [...new Set(release.coverage.map(([, issue]) => issue))];
  const cells = new Map(release.coverage.map(([pair, issue, status, id]) => [`${pair} ${issue}`, { status, id }]));
  const row = (pair) => h("tr", {}, h("th", { scope: "row" }, release.pairName(pair)), issues.map((issue) => cell(cells.get(`${pair} ${issue}`))));
  const legend = Object.entries(WORDS).map(([status, words]) => h("li", {}, h("span", { class: `sign ${status}`, "aria-hidden": "true" }, SIGNS[status]), words));
  return h("div", {},
    h("ul", { class: "legend", "aria-label": "Signs" }, legend),
    h("div", { class: "matrix", tabindex: "0", role: "region", "aria-label": "Pairs by issues" },
      h("table", {},
        h("caption", { class: "unseen" }, "Pairs by issues: read, partly read, missing"),
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Pair"), issues.map((issue) => h("th", { scope: "col" }, issue)))),
        h("tbody", {}, release.pairs.map(row)))));
}

function cell({ status, id } = { status: "missing", id: null }) {
  const sign = [h("span", { "aria-hidden": "true" }, SIGNS[status]), h("span", { class: "unseen" }, WORDS[status])];
  return h("td", { class: `sign ${status}` }, id ? h("a", { href: `#${id}`, title: WORDS[status] }, sign) : sign);
}

function entry(release, article) {
  const graver = article.findings.filter((finding) => finding.severity !== "note").length;
  return h("li", {},
    h("a", { href: recordHash(article), class: "title" }, article.title ?? article.id),
    h("p", { class: "by" }, [release.pairName(article.pair), issueOf(article), article.authors?.join(", "), article.published].filter(Boolean).join(" · ")),
    h("p", { class: "by" },
      `${count(article.events.length, "event")}, ${count(article.quotes.length, "quotation")}, ${count(article.mentions.length, "mention")}, `,
      h("a", { href: viewHash("table", { kind: "findings", pair: article.pair }) }, count(article.findings.length, "finding")),
      graver ? ` (${count(graver, "warning or error", "warnings or errors")})` : ""));
}
