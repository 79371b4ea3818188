// Bundles GraphiQL into one script and one style sheet, and gathers the licences of what went into them.
import { build } from "esbuild";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const folder = "../src/main/resources/dev/perigee/server/graphiql";
const notice = "/* GraphiQL 3 and what it is made of. The licences are in LICENSES.txt. */";

/** GraphiQL's style sheet without the fonts that are embedded in it. */
const withoutFonts = {
  name: "without-fonts",
  setup(bundle) {
    bundle.onLoad({ filter: /graphiql[\\/]dist[\\/]style\.css$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(/@font-face\s*\{[^}]*\}/g, ""),
      loader: "css",
    }));
  },
};

const { metafile } = await build({
  entryPoints: { graphiql: "main.js" },
  outdir: folder,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  charset: "utf8",
  define: { "process.env.NODE_ENV": '"production"' },
  legalComments: "none",
  banner: { js: notice, css: notice },
  plugins: [withoutFonts],
  metafile: true,
  logLevel: "warning",
});

const packages = new Set(
  Object.values(metafile.outputs)
    .flatMap((output) => Object.entries(output.inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0])
    .filter(Boolean),
);
writeFileSync(`${folder}/LICENSES.txt`, [...packages].map(licence).sort().join(`\n${"-".repeat(80)}\n\n`));

function licence(path) {
  const { name, version, license } = JSON.parse(readFileSync(`${path}/package.json`, "utf8"));
  const file = readdirSync(path).find((file) => /^licen[cs]e/i.test(file));
  const text = file ? readFileSync(`${path}/${file}`, "utf8").replace(/\r/g, "").trim() : "(The package has no text of it.)";
  return `${name} ${version}: ${license}\n\n${text}\n`;
}

for (const file of ["graphiql.js", "graphiql.css"]) {
  const text = readFileSync(`${folder}/${file}`, "utf8");
  if (/\beval\(|new Function\(/.test(text)) throw new Error(`${file} needs eval, which the page's policy forbids`);
  console.log(`${file}: ${text.length} characters`);
}
