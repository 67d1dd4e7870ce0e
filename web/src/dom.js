// Elements, made without ever reading markup: text goes in as text nodes, never as HTML.

const SVG = "http://www.w3.org/2000/svg";

/** h("a", {href: "#x", class: "id"}, "text", child, null): an element with its children. */
export function h(tag, properties = {}, ...children) {
  return fill(document.createElement(tag), properties, children);
}

/** The same for the elements of a drawing. */
export function s(tag, properties = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), properties, children);
}

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A link that leaves the page: only to the web, and without telling where from. */
export function outward(url, text) {
  return /^https?:\/\//i.test(url) ? h("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, text) : text;
}

/** Arrow keys move between the links of a drawing or list; Tab goes past it in one step. */
export function rove(root, links) {
  if (!links.length) return;
  for (const link of links) link.setAttribute("tabindex", "-1");
  links[0].setAttribute("tabindex", "0");
  root.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const here = links.indexOf(document.activeElement);
    if (!step || here < 0) return;
    event.preventDefault();
    const next = links[(here + step + links.length) % links.length];
    links[here].setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  });
}

/** Numbers as people write them. */
export const count = (number, one, many = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
