import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { compileFunction } from 'node:vm';
import { gunzipSync } from 'node:zlib';
import type { GraphvizJson } from '../../review/picture-layout.ts';
import type { PageParts } from '../../review/review-page.ts';

/** Script and style of the page, as the build left them. */
export function readPageParts(): PageParts {
  return { script: readFileSync(builtFile('review.js'), 'utf8'), style: readFileSync(builtFile('review.css'), 'utf8') };
}

/** Loads Graphviz, which takes as long as a small run: only when there is something to lay out. */
export async function loadGraphviz(): Promise<(graph: string) => GraphvizJson> {
  if (TIERS_UP.test(process.versions.v8)) setFlagsFromString('--liftoff-only');
  const file = builtFile('viz.cjs.gz');
  const module = { exports: {} as { readonly instance: () => Promise<Graphviz> } };
  const given = ['module', 'exports', 'require', '__filename'];
  const run = compileFunction(gunzipSync(readFileSync(file)).toString(), given, { filename: file });
  run(module, module.exports, createRequire(import.meta.url), file);
  const graphviz = await module.exports.instance();
  return (graph) => graphviz.renderJSON(graph, { engine: 'dot' });
}

/** In node 20 and 22, V8 compiles Graphviz a second time, which takes longer than to lay out a picture. */
const TIERS_UP = /^1[12]\./;

type Graphviz = { readonly renderJSON: (graph: string, options: { readonly engine: string }) => GraphvizJson };

/** Beside the program that was bundled, or in `dist` of the sources. */
function builtFile(name: string): string {
  const folders = ['../page/', '../../page/', '../../../dist/page/'];
  const files = folders.map((folder) => fileURLToPath(new URL(folder + name, import.meta.url)));
  const found = files.find((file) => existsSync(file));
  if (found === undefined) throw new Error(`${name} is not built`);
  return found;
}
