// The small card beside whatever the pointer or the keyboard rests on.

import { h } from "./dom.js";
import { nameOf } from "./release.js";

const CUT = 260;

export const QUADS = ["verbal cooperation", "material cooperation", "verbal conflict", "material conflict", "not coded"];
export const quadOf = (event) => QUADS[(event.quad ?? 5) - 1];
export const COLOURS = QUADS.map((_, index) => `var(--quad-${index + 1})`);

export const shortened = (text) => (text.length > CUT ? `${text.slice(0, CUT).replace(/\s+\S*$/, "")} …` : text);

/** The code of an event as a badge, coloured as in the charts. */
export function badge(event) {
  const words = [event.type ?? event.cc ?? "no type", event.mode].filter(Boolean).join(" · ");
  return h("span", { class: `badge quad-${event.quad ?? 5}` }, words);
}

/** Show a card for each link of `root` that leads to a record. */
export function cards(root, release) {
  const card = h("div", { class: "card", role: "presentation", hidden: true });
  root.append(card);
  const show = (event) => {
    const link = event.target.closest?.("a");
    const record = release.byId.get(linked(link));
    card.hidden = !record;
    if (record) place(card, link, root, content(record));
  };
  const hide = () => { card.hidden = true; };
  root.addEventListener("pointerover", show);
  root.addEventListener("focusin", show);
  root.addEventListener("pointerleave", hide);
  root.addEventListener("focusout", hide);
  root.addEventListener("keydown", (event) => event.key === "Escape" && hide());
}

function linked(link) {
  const href = link?.getAttribute("href") ?? "";
  return href.startsWith("#") ? href.slice(1) : "";
}

function content(record) {
  const line = h("strong", {}, nameOf(record));
  if (record.kind === "events") return [line, " ", badge(record), h("p", {}, shortened(record.text))];
  if (record.kind === "actors") {
    return [line, h("p", {}, `${record.events.length} events, ${record.quotes.length} quotations`)];
  }
  return [line];
}

function place(card, link, root, children) {
  card.replaceChildren(...children);
  const [box, at] = [root.getBoundingClientRect(), link.getBoundingClientRect()];
  const left = Math.min(Math.max(0, at.left - box.left), Math.max(0, box.width - card.offsetWidth));
  card.style.left = `${left + root.scrollLeft}px`;
  card.style.top = `${at.bottom - box.top + 8 + root.scrollTop}px`;
}
