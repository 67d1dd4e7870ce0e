// Who meets whom: actors of the same event, joined; the strongest ties also as a list.

import { forceCenter, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import { cards } from "./card.js";
import { count, h, rove, s } from "./dom.js";
import { filterBar, fittingEvents } from "./filters.js";
import { recordHash, viewHash } from "./route.js";

const MET = new Set(["in_person", "phone", "video"]);
const TICKS = 400;
const MOST_LISTED = 40;

export function network(page, filters, found) {
  const { release } = page;
  const who = filters.actors ?? "people";
  const contact = filters.contact ?? "met";
  const events = fittingEvents(release, filters, found).filter((event) => contact === "all" || MET.has(event.medium));
  const { nodes, ties } = tied(release, events, who, Number(filters.most ?? 40));
  const chart = h("div", { class: "chart", id: "network" });
  page.whenSized(chart, (width) => chart.replaceChildren(...drawn(release, nodes, ties, width)));
  return [
    h("h2", {}, "Who meets whom"),
    filterBar(release, filters, page.ask),
    h("div", { class: "row" },
      segmented("Which actors", "actors", [["people", "people"], ["states", "states"], ["all", "all"]], who, filters, page.ask),
      segmented("Which contacts", "contact", [["met", "met or spoke"], ["all", "any event"]], contact, filters, page.ask)),
    nodes.length
      ? h("div", { class: "split" }, chart, list(release, ties, filters))
      : h("p", { class: "empty" }, "Nobody meets anybody in the events that fit. Try “any event” or “all”."),
    h("p", { class: "note" }, `From ${count(events.length, "event")}; those who are only mentioned are left out.`),
  ];
}

function segmented(title, name, options, chosen, filters, ask) {
  const button = ([value, text]) => h(
    "button",
    { type: "button", "aria-pressed": String(value === chosen), onclick: () => ask({ ...filters, [name]: value }) },
    text,
  );
  return h("div", { class: "segmented", role: "group", "aria-label": title }, options.map(button));
}

const IS = {
  people: (actor) => actor.name && actor.type === "person",
  states: (actor) => actor.type === "country",
  all: () => true,
};

/** The actors of the most events with others, and the ties between them: one for each event of both. */
export function tied(release, events, who, most) {
  const strength = new Map();
  const pairs = new Map();
  for (const event of events) {
    const parties = event.actors.filter((party) => party.role !== "mentioned");
    const actors = release.actorsOf(parties).filter(IS[who]);
    for (let i = 0; i < actors.length; i += 1) {
      if (actors.length > 1) strength.set(actors[i], (strength.get(actors[i]) ?? 0) + 1);
      for (let j = i + 1; j < actors.length; j += 1) tie(pairs, actors[i], actors[j], event);
    }
  }
  const kept = new Set([...strength].sort(([a, x], [b, y]) => y - x || (a.id < b.id ? -1 : 1)).slice(0, most).map(([actor]) => actor));
  const joined = new Set([...pairs.values()].filter(({ one, other }) => kept.has(one) && kept.has(other)).flatMap(({ one, other }) => [one, other]));
  const nodes = [...joined].map((actor) => ({ actor, strength: strength.get(actor) }));
  const busiest = Math.max(12, ...nodes.map((node) => node.strength));
  for (const node of nodes) node.share = node.strength / busiest;
  const byActor = new Map(nodes.map((node) => [node.actor, node]));
  const ties = [...pairs.values()]
    .filter(({ one, other }) => kept.has(one) && kept.has(other))
    .map((each) => ({ ...each, source: byActor.get(each.one), target: byActor.get(each.other) }))
    .sort((a, b) => b.events.length - a.events.length);
  return { nodes, ties };
}

function tie(pairs, a, b, event) {
  const [one, other] = a.id < b.id ? [a, b] : [b, a];
  const key = `${one.id} ${other.id}`;
  if (!pairs.has(key)) pairs.set(key, { one, other, events: [] });
  pairs.get(key).events.push(event);
}

/** Countries take colours in the order of how often their actors are there; those after the sixth share one. */
function colours(nodes) {
  const sizes = new Map();
  for (const { actor, strength } of nodes) if (actor.country) sizes.set(actor.country, (sizes.get(actor.country) ?? 0) + strength);
  const order = [...sizes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([country]) => country);
  return new Map(order.slice(0, 6).map((country, index) => [country, index + 1]));
}

function drawn(release, nodes, ties, width) {
  const height = Math.max(340, Math.min(680, width * 0.75, 150 + 34 * nodes.length));
  settle(nodes, ties, width, height);
  const colour = colours(nodes);
  const labels = labelled(nodes, width, height);
  const lines = ties.map((each) => s("line", {
    x1: each.source.x, y1: each.source.y, x2: each.target.x, y2: each.target.y,
    "stroke-width": 0.8 + 5.2 * Math.sqrt(each.events.length / Math.max(6, ties[0].events.length)), class: "tie",
  }));
  const links = nodes.map((node) => drawnNode(node, colour, labels.get(node)));
  const svg = s(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": `Network of ${nodes.length} actors and ${ties.length} ties` },
    s("g", { "aria-hidden": "true" }, lines), links,
  );
  light(svg, nodes, ties, lines, links);
  rove(svg, links);
  const holder = h("div", { class: "holder" }, svg, key(release, colour));
  cards(holder, release);
  return [holder];
}

/** The same places on every machine: the forces use no chance, and the drawing waits for rest. */
function settle(nodes, ties, width, height) {
  begin(nodes, ties);
  const simulation = forceSimulation(nodes)
    .force("tie", forceLink(ties).distance(width < 620 ? 60 : 95).strength(0.4))
    .force("apart", forceManyBody().strength(width < 620 ? -170 : -330))
    .force("touch", forceCollide((node) => size(node) + 12))
    .force("centre", forceCenter(width / 2, height / 2))
    .force("x", forceX(width / 2).strength(0.09))
    .force("y", forceY(height / 2).strength(0.14))
    .stop();
  simulation.tick(TICKS);
  const margin = width < 620 ? 34 : 64;
  for (const [axis, length] of [["x", width], ["y", height]]) fit(nodes, axis, axis === "x" ? margin : 26, length);
}

const TURN = 2.4; // radians: the golden angle, at which nothing comes to lie behind anything

/** Those who are joined begin beside each other, those who are not apart: groups round the middle, the largest in it. */
function begin(nodes, ties) {
  const group = new Map(nodes.map((node) => [node, [node]]));
  for (const { source, target } of ties) {
    const [one, other] = [group.get(source), group.get(target)];
    if (one === other) continue;
    for (const node of other) group.set(node, one);
    one.push(...other);
  }
  const groups = [...new Set(group.values())].sort((a, b) => b.length - a.length);
  groups.forEach((members, rank) => members.forEach((node, index) => {
    const [out, near] = [260 * Math.sqrt(rank), 12 * Math.sqrt(index + 0.5)];
    node.x = out * Math.cos(rank * TURN) + near * Math.cos(index * TURN);
    node.y = out * Math.sin(rank * TURN) + near * Math.sin(index * TURN);
  }));
}

function fit(nodes, axis, margin, length) {
  const places = nodes.map((node) => node[axis]);
  const low = Math.min(...places);
  const reach = Math.max(...places) - low || 1;
  const scale = Math.min(2.1, (length - 2 * margin) / reach);
  const shift = (length - reach * scale) / 2;
  for (const node of nodes) node[axis] = shift + (node[axis] - low) * scale;
}

const size = ({ share }) => 5 + 15 * Math.sqrt(share);
const LETTER = 3.4; // half the width of a letter of a name
const LINE = 13;

/** Where each name stands: under its dot, else over or beside it; one that finds no room waits until it is asked for. */
function labelled(nodes, width, height) {
  const taken = nodes.map((node) => ({ node, left: node.x - size(node), right: node.x + size(node), top: node.y - size(node), bottom: node.y + size(node) }));
  const labels = new Map();
  for (const node of [...nodes].sort((a, b) => b.strength - a.strength)) {
    const places = around(node, width);
    const free = places.find((box) => box.top >= 0 && box.bottom <= height && box.left >= 0 && box.right <= width && !taken.some((other) => other.node !== node && meet(box, other)));
    if (free) taken.push({ ...free, node: null });
    labels.set(node, { ...(free ?? places[0]), rare: !free });
  }
  return labels;
}

function around({ actor, x, y, share }, width) {
  const [half, reach] = [Math.min(width / 2, actor.name.length * LETTER), size({ share }) + 3];
  const middle = Math.min(Math.max(x, half), width - half);
  return [[middle, y + reach], [middle, y - reach - LINE], [x + reach + half, y - LINE / 2], [x - reach - half, y - LINE / 2]]
    .map(([centre, top]) => ({ left: centre - half, right: centre + half, top, bottom: top + LINE }));
}

const meet = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

function drawnNode(node, colour, label) {
  const { actor, x, y } = node;
  return s(
    "a",
    { href: recordHash(actor), class: `node nation-${colour.get(actor.country) ?? 0}`, "aria-label": `${actor.name}: ${count(node.strength, "event")}` },
    s("circle", { cx: x, cy: y, r: size(node) }),
    s("text", { x: (label.left + label.right) / 2, y: label.top + 10, class: label.rare ? "rare" : null, "aria-hidden": "true" }, actor.name),
  );
}

/** What the pointer or the keyboard rests on stands out, with its neighbours. */
function light(svg, nodes, ties, lines, links) {
  const neighbours = new Map(nodes.map((node) => [node, new Set([node])]));
  for (const { source, target } of ties) {
    neighbours.get(source).add(target);
    neighbours.get(target).add(source);
  }
  const set = (node) => {
    svg.classList.toggle("lighting", Boolean(node));
    nodes.forEach((each, index) => links[index].classList.toggle("lit", Boolean(node) && neighbours.get(node).has(each)));
    ties.forEach((each, index) => lines[index].classList.toggle("lit", Boolean(node) && (each.source === node || each.target === node)));
  };
  links.forEach((link, index) => {
    for (const name of ["pointerenter", "focus"]) link.addEventListener(name, () => set(nodes[index]));
    for (const name of ["pointerleave", "blur"]) link.addEventListener(name, () => set(null));
  });
}

function key(release, colour) {
  const entry = ([country, index]) => h("li", {}, h("span", { class: `swatch nation-${index}` }), release.countryName(country));
  return h("ul", { class: "legend", "aria-label": "Colours of states" }, [...colour].map(entry));
}

function list(release, ties, filters) {
  const line = ({ one, other, events }) => h("li", {},
    h("a", { href: viewHash("table", { pair: filters.pair, from: filters.from, to: filters.to, who: `${one.id},${other.id}` }) },
      `${one.name} – ${other.name}`),
    " ", h("span", { class: "number" }, events.length.toLocaleString("en")));
  return h("section", { class: "ties" }, h("h3", {}, "Strongest ties"), h("ol", {}, ties.slice(0, MOST_LISTED).map(line)));
}
