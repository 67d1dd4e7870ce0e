// Bundle the page's script and style into ccdata/explore/bundle/, with the licences of what is inside.
//
//   npm install --no-package-lock && npm run build
//
// The bundle is committed: nobody who installs or builds ccdata needs Node. Its first line names the hash of
// the sources it was made from; a test compares it, so that the two cannot drift apart.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as Plot from "@observablehq/plot";
import { build } from "esbuild";
import { parseHTML } from "linkedom";

const HERE = dirname(fileURLToPath(import.meta.url));
const OUT = process.argv[2] ?? join(HERE, "..", "ccdata", "explore", "bundle");
const TARGET = ["chrome109", "firefox115", "safari16"];

/** One hash over package.json, this file and src/, in the order of their names. */
function hashOfSources() {
  const hash = createHash("sha256");
  const files = ["build.js", "package.json", ...readdirSync(join(HERE, "src")).sort().map((name) => `src/${name}`)];
  for (const name of files) hash.update(`${name}\n`).update(readFileSync(join(HERE, name))).update("\n");
  return hash.digest("hex");
}

/** The style element that Plot puts into every chart: the page's policy must name its hash. */
function styleOfCharts() {
  const { document } = parseHTML("<html><body></body></html>");
  return Plot.plot({ document, marks: [] }).querySelector("style").textContent;
}

/** The packages that went into the bundle, by the files that esbuild took. */
function packagesIn(inputs) {
  const names = Object.keys(inputs).map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
  return [...new Set(names.filter(Boolean))].sort();
}

function licenceOf(name) {
  const folder = join(HERE, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : `Licence: ${license}`;
  return `${name} ${version} (${license})\n\n${text}\n`;
}

const made = await build({
  entryPoints: { explore: join(HERE, "src", "main.js"), style: join(HERE, "src", "style.css") },
  outdir: OUT,
  absWorkingDir: HERE,
  bundle: true,
  minify: true,
  format: "iife",
  target: TARGET,
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  write: false,
});

mkdirSync(OUT, { recursive: true });
const mark = `sources ${hashOfSources()}`;
for (const { path, text } of made.outputFiles) {
  writeFileSync(path, path.endsWith(".js") ? `/* ${mark} */${text.replaceAll("</script", "<\\/script")}` : text);
}
writeFileSync(join(OUT, "chart.css"), styleOfCharts());
const licences = packagesIn(made.metafile.inputs).map(licenceOf);
writeFileSync(join(OUT, "LICENSES.txt"), licences.join(`\n${"-".repeat(72)}\n\n`));
