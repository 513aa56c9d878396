// Builds the element and the page into dist/, and, with --test, the plain modules that node tests.
// The element is one file without imports, so that a host page needs one script tag.
import { build } from 'esbuild';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';

const here = path.dirname(fileURLToPath(import.meta.url));
const element_bytes_goal = 15 * 1024;
const element_bytes_max = 20 * 1024;

// The element's style is a string in the bundle (it becomes a constructable style sheet, which no
// content security policy has to allow); esbuild shortens it first.
const style_as_text = {
  name: 'style-as-text',
  setup(bundler) {
    bundler.onLoad({ filter: /style\.css$/ }, async ({ path: file }) => {
      const { outputFiles } = await build({
        entryPoints: [file],
        bundle: true,
        minify: true,
        write: false,
        target: 'chrome111',
      });
      return { contents: outputFiles[0].text.trim(), loader: 'text' };
    });
  },
};

// Names with an underscore inside the element are shortened, save those that others read: the
// fields on the wire and the strings that a host page may replace. Each of these has one file that
// lists them all.
async function names_to_keep() {
  const files = ['wire.ts', 'strings.ts'].map((name) => path.join(here, 'src', name));
  const sources = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const names = new Set(sources.join(' ').match(/\b[a-z]\w*_\w+/g));
  return new RegExp(`^(${[...names].join('|')})$`);
}

async function build_for_tests() {
  const out = path.join(here, 'node_modules', '.cache', 'keel-test');
  await rm(out, { recursive: true, force: true });
  const files = (await readdir(path.join(here, 'src'))).filter((name) => name.endsWith('.ts'));
  await build({
    entryPoints: files.map((name) => path.join(here, 'src', name)),
    outdir: out,
    format: 'esm',
    target: 'node18',
    logLevel: 'warning',
  });
}

async function build_dist() {
  const dist = path.join(here, 'dist');
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  const common = {
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'warning',
  };
  await build({
    ...common,
    entryPoints: { 'keel-chat': path.join(here, 'src', 'keel_chat.ts') },
    outdir: dist,
    mangleProps: /[^_]_/,
    reserveProps: await names_to_keep(),
    plugins: [style_as_text],
  });
  await build({
    ...common,
    entryPoints: [path.join(here, 'page', 'page.ts')],
    outdir: dist,
  });
  for (const name of ['index.html', 'page.css', 'away.html', 'away.css', 'icon.svg']) {
    await cp(path.join(here, 'page', name), path.join(dist, name));
  }
  // A second pass over the bundle: it finds about three in a hundred that esbuild leaves.
  const element = path.join(dist, 'keel-chat.js');
  const options = {
    module: true,
    ecma: 2022,
    compress: { passes: 3, hoist_props: true, unsafe_arrows: true },
  };
  const { code } = await minify(await readFile(element, 'utf8'), options);
  await writeFile(element, code);
  const bytes = gzipSync(code, { level: 9 }).length;
  console.log(
    `keel-chat.js: ${bytes} bytes gzipped (goal ${element_bytes_goal}, limit ${element_bytes_max})`,
  );
  if (bytes > element_bytes_max) {
    console.error('keel-chat.js is over its limit');
    process.exitCode = 1;
  }
}

await (process.argv.includes('--test') ? build_for_tests() : build_dist());
