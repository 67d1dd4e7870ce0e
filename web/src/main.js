// The page: its address says what is shown; everything else follows from the release.

import { coverage } from "./coverage.js";
import { count, h } from "./dom.js";
import { network } from "./network.js";
import { quotations } from "./quotations.js";
import { recordPage } from "./record.js";
import { Release } from "./release.js";
import { placeIn, readHash, viewHash, VIEWS } from "./route.js";
import { Search } from "./search.js";
import { table } from "./table.js";
import { timeline } from "./timeline.js";

const SHOWN = { timeline, network, quotations, table, coverage };
const TITLES = { timeline: "Timeline", network: "Network", quotations: "Quotations", table: "Table", coverage: "Coverage" };

class Page {
  #turn = 0;
  #watching = [];
  #waiting = [];

  constructor(release, root) {
    this.release = release;
    this.root = root;
    this.search = new Search(release);
    this.filters = {};
  }

  /** Ask the view in sight another question; the address keeps it. */
  ask = (filters) => {
    const { view } = readHash(location.hash);
    history.replaceState(null, "", viewHash(view, filters));
    this.show({ keep: true });
  };

  /** Call `draw(width)` once the element has a width, and again when that changes. */
  whenSized(element, draw) {
    let width = 0;
    const watcher = new ResizeObserver(() => {
      if (!element.clientWidth || element.clientWidth === width) return;
      width = element.clientWidth;
      draw(width);
    });
    watcher.observe(element);
    this.#watching.push(watcher);
  }

  /** Call `then` when what was made is in the page. */
  whenShown(then) {
    this.#waiting.push(then);
  }

  /** Show what the address names; `keep` leaves the focus where somebody is typing. */
  async show({ keep = false } = {}) {
    const turn = (this.#turn += 1);
    const { view, id, filters } = readHash(location.hash);
    const found = filters.q ? await this.search.find(filters.q) : null;
    if (turn !== this.#turn) return;
    this.#watching.splice(0).forEach((watcher) => watcher.disconnect());
    const focused = keep ? held() : null;
    this.root.replaceChildren(...(id ? recordPage(this, id, placeIn(filters)) : SHOWN[view](this, filters, found)).filter(Boolean));
    this.#waiting.splice(0).forEach((then) => then());
    this.root.dataset.view = view;
    mark(view);
    document.title = `${this.root.querySelector("h2").textContent.slice(0, 80)} · ccdata`;
    if (keep) focused?.();
    else settle(this.root);
  }
}

/** Where the focus was among the questions: the control of the same name takes it again. */
function held() {
  const { id, selectionStart, firstChild, parentElement } = document.activeElement ?? {};
  if (id) {
    return () => {
      const again = document.getElementById(id);
      again?.focus();
      if (again && typeof selectionStart === "number") again.setSelectionRange(selectionStart, selectionStart);
    };
  }
  const group = parentElement?.getAttribute("aria-label");
  return () => [...document.querySelectorAll(".segmented button, [role=columnheader] button")]
    .find((button) => button.firstChild.data === firstChild?.data && button.parentElement.getAttribute("aria-label") === group)?.focus();
}

function settle(root) {
  root.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

function mark(view) {
  for (const link of document.querySelectorAll("nav.views a")) {
    if (link.dataset.view === view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

function header(release) {
  const { articles, events, quotes, actors } = release;
  return h("header", {},
    h("a", { class: "skip", href: "#main", onclick: (event) => { event.preventDefault(); document.getElementById("main").focus(); } }, "Skip to the content"),
    h("div", { class: "brand" }, h("h1", {}, release.title),
      h("p", {}, [count(articles.length, "article"), count(events.length, "event"), count(quotes.length, "quotation"), count(actors.length, "actor")].join(" · "))),
    h("nav", { class: "views", "aria-label": "Views" }, VIEWS.map((view) => h("a", { href: `#${view}`, "data-view": view }, TITLES[view]))));
}

function footer(release) {
  return h("footer", {},
    h("p", {}, `Made by ccdata ${release.package}, records of schema ${release.schema}. Articles © Pacific Forum and their authors; cite the article that a record cites.`),
    release.withTexts ? null : h("p", { class: "notice" }, "This release was made without the articles’ texts: records show their own words only."));
}

function start() {
  const release = new Release();
  const main = h("main", { id: "main", tabindex: "-1" });
  document.body.replaceChildren(header(release), main, footer(release), ...document.body.querySelectorAll("script[type='application/json']"));
  const page = new Page(release, main);
  window.addEventListener("hashchange", () => page.show());
  page.show();
}

start();
