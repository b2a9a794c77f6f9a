// Builds the program of src as a shop would: one minified file whose name has a hash, and its source map.
// Usage: node minified/build.js FOLDER BUILD
// Copies the sources to FOLDER/src, writes FOLDER/dist. Another BUILD has more in it, so that hash, columns and made-up
// names differ. FOLDER/dist/places.json is what @jridgewell/trace-mapping says of each column.
const fs = require("node:fs");
const path = require("node:path");
const esbuild = require("esbuild");
const { TraceMap, traceSegment, decodedMap } = require("@jridgewell/trace-mapping");

const [folder, build] = process.argv.slice(2);
const dist = path.join(folder, "dist");
fs.cpSync(path.join(__dirname, "src"), path.join(folder, "src"), { recursive: true });

const more = Array.from({ length: build.length * 7 }, (_, i) => `function more${i}(a) { return a + ${i}; }`);
const entry = `
import { Checkout, payEachLine } from "./src/checkout.js";
${more.join("\n")}
export const news = [${more.map((_, i) => `more${i}`).join(", ")}];
export function run() {
  payEachLine(new Checkout({ number: 1, limit: 10 }), [{ price: 20, count: 3 }]);
}`;

const built = esbuild.buildSync({
  stdin: { contents: entry, resolveDir: folder, sourcefile: "app.js" },
  bundle: true,
  minify: true,
  sourcemap: true,
  platform: "node",
  nodePaths: [path.join(__dirname, "..", "node_modules")],
  outdir: path.join(dist, "assets"),
  entryNames: "app-[hash]",
  metafile: true,
});
const bundle = Object.keys(built.metafile.outputs).find((name) => name.endsWith(".js"));

const map = new TraceMap(fs.readFileSync(`${bundle}.map`, "utf8"));
const lines = fs.readFileSync(bundle, "utf8").split("\n");
const places = [];
lines.forEach((text, line) => {
  for (let column = 0; column < text.length; column++) {
    const found = traceSegment(map, line, column);
    if (found)
      places.push({
        line: line + 1,
        column: column + 1,
        source: found.length > 1 ? map.sources[found[1]] : null,
        sourceLine: found.length > 1 ? found[2] + 1 : 0,
        name: found.length > 4 && found[0] === column ? map.names[found[4]] : null,
      });
  }
});
fs.writeFileSync(
  path.join(dist, "places.json"),
  JSON.stringify({ bundle: path.resolve(bundle), mappings: decodedMap(map).mappings.flat().length, places }),
);
