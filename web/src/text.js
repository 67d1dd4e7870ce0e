// An article's canonical text, cut at every boundary of a span: the record's own characters lit up, all other
// records faintly marked and one click away. Not a character is added, left out or changed.

import { h } from "./dom.js";

const MARKUP = /\[(?=[^\][]{1,400}\]\()|\]\([^()\s]{0,500}\)|\*{1,3}|<\/?[a-z]{1,6}>/g;

const WORD = /[\p{L}\p{N}]/u; // a link of marks or white space alone would have no name

/** A span to draw: its classes, where it leads, how strongly it counts where several lie over each other. */
const layer = ([start, end], name, href = null) => ({ start, end, name, href });

/** The spans of everything that stands in the article. */
function layersOf(article) {
  return [
    ...article.events.map((event) => layer(event.span, "in-event", `#${event.id}`)),
    ...article.quotes.map((quote) => layer(quote.span, "in-quote", `#${quote.id}`)),
    ...article.mentions.map((mention) => layer(mention.span, "in-mention", mention.actor ? `#${mention.actor.id}` : `#${mention.id}`)),
    ...article.findings.filter((finding) => finding.span).map((finding) => layer(finding.span, "in-finding", `#${finding.id}`)),
  ];
}

function markup(text) {
  if (text.far) return [];
  return [...text.text.matchAll(MARKUP)].map((found) => layer([found.index, found.index + found[0].length], "markup"));
}

/** The pane, and a function that brings some characters into sight. */
export function textPane(release, article, lit) {
  const text = release.textOf(article);
  if (!text) return { pane: missing(lit), spot: null };
  const strong = lit.map(({ span, name }) => layer(span, name));
  const pieces = segments(text, [...layersOf(article), ...markup(text), ...strong]);
  const pane = h("div", { class: "text", tabindex: "0", role: "region", "aria-label": "The article’s text" }, pieces.map((piece) => piece.node));
  const spot = ([start, end], calm = false) => {
    const inside = pieces.filter((piece) => piece.start >= start && piece.end <= end && piece.node.nodeType === Node.ELEMENT_NODE);
    if (!inside.length) return;
    bring(pane, inside[0].node);
    if (!calm) flash(inside.map((piece) => piece.node));
  };
  return { pane, spot };
}

function missing(lit) {
  const words = lit.filter(({ exact }) => exact).map(({ exact }) => h("blockquote", {}, h("mark", { class: "lit" }, exact)));
  return h("div", { class: "text missing" }, words,
    h("p", { class: "note" }, "The texts of the articles are not in this release, so the record cannot be shown in its place."));
}

function bring(pane, node) {
  const top = node.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
  pane.scrollTop = Math.max(0, top - pane.clientHeight / 3);
}

function flash(nodes) {
  for (const node of nodes) {
    node.classList.remove("flash");
    void node.offsetWidth;
    node.classList.add("flash");
  }
}

/** Sweep over the boundaries; at each, the open layers give the classes, the innermost link gives the target. */
function segments(text, layers) {
  const starts = [...layers].sort((a, b) => a.start - b.start || b.end - a.end);
  const cuts = [...new Set([0, text.length, ...layers.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const pieces = [];
  let open = [];
  let next = 0;
  for (let index = 0; index + 1 < cuts.length; index += 1) {
    const [start, end] = [cuts[index], cuts[index + 1]];
    open = open.filter((each) => each.end > start);
    while (next < starts.length && starts[next].start <= start) {
      if (starts[next].end > start) open.push(starts[next]);
      next += 1;
    }
    pieces.push({ start, end, node: segment(text.slice(start, end), open) });
  }
  return pieces;
}

function segment(words, open) {
  if (!open.length) return document.createTextNode(words);
  const names = [...new Set(open.map((each) => each.name))].join(" ");
  const links = open.filter((each) => each.href);
  const inmost = links.reduce((best, each) => (!best || each.end - each.start <= best.end - best.start ? each : best), null);
  const node = /\blit\b/.test(names) ? "mark" : "span";
  const inner = h(node, { class: names }, words);
  return inmost && WORD.test(words) ? h("a", { href: inmost.href, class: "in-text", tabindex: "-1" }, inner) : inner;
}
