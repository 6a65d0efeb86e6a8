// What tests import from src/ is loaded once per worker, outside Jest's registries, as the parser is: reading and compiling
// it anew for each of 250 test files, and starting with slow code each time, took a third of the time of the unit tests. So
// the text of such a module is only a list of what it exports.
const { createHash } = require('node:crypto');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');
const loaded = new Map();
let bundle;

/** The exports of a module of src/, by its path from the root. */
function moduleOfSource(name) {
  const known = loaded.get(name);
  if (known) return known;
  // Where Jest runs all in one process, this file is loaded before the bundle is made.
  bundle ??= require(process.env.SOURCE_BUNDLE);
  const exported = bundle[name]();
  loaded.set(name, exported);
  return exported;
}

/** What Jest reads in place of a module's text. */
function listExports(_text, file) {
  const name = path.relative(root, file).replaceAll('\\', '/');
  const names = Object.keys(moduleOfSource(name));
  const from = `globalThis.headerSplitNative.moduleOfSource(${JSON.stringify(name)})`;
  return { code: names.length === 0 ? 'export {};' : `export const { ${names.join(', ')} } = ${from};` };
}

/** Under which Jest keeps it: a module may export what another exports. */
function getCacheKey(_text, file) {
  return createHash('sha1').update(listExports(_text, file).code).digest('hex');
}

module.exports = { getCacheKey, moduleOfSource, process: listExports };
