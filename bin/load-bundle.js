// Loads the bundled command line. Beside its files the build leaves the bytecode that V8 made of them, without which V8
// spends a fifth of a run on compiling.
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const process = require('node:process');
const { Script } = require('node:vm');

module.exports = { loadBundle, writeBytecode };

/** What was loaded, by path. */
const loaded = new Map();

/**
 * Runs a bundle of ASCII characters, which is the function that `require` makes of a module, as that does. It may require
 * bundles beside it by `./NAME`. Returns what it exports, and the script it became.
 */
function loadBundle(bundle) {
  const known = loaded.get(bundle);
  if (known !== undefined) return known;
  const source = readFileSync(bundle, 'latin1');
  const script = new Script(source, { filename: bundle, cachedData: readBytecode(bundle) });
  const [ofPackages, folder] = [createRequire(bundle), dirname(bundle)];
  const ofBundles = (id) => (id.startsWith('./') ? loadCommands(join(folder, id)) : ofPackages(id));
  const module = { exports: {} };
  const one = { exports: module.exports, script };
  loaded.set(bundle, one);
  script.runInThisContext()(module.exports, Object.assign(ofBundles, ofPackages), module, bundle, folder);
  one.exports = module.exports;
  return one;
}

/**
 * V8 waits 15 times as long before it makes fast code of a function: most runs end within two seconds, of which making
 * fast code took a fifth. Of its versions only node 20's has the flag. The bytecode of commands holds for it alone.
 */
function loadCommands(bundle) {
  if (process.versions.v8.startsWith('11.')) {
    // Node's own bytecode does not hold for the flag.
    for (const part of ['node:child_process', 'node:crypto', 'node:os']) require(part);
    require('node:v8').setFlagsFromString('--interrupt-budget=1000000');
  }
  return loadBundle(bundle).exports;
}

/** Keeps what V8 has compiled of a bundle, for the next time that this node loads it. */
function writeBytecode(bundle, script) {
  writeFileSync(bytecodeOf(bundle), Buffer.concat([maker(), script.createCachedData()]));
}

/** Undefined where another node made it: V8 checks its version only, and builds of one version may differ. */
function readBytecode(bundle) {
  if (!existsSync(bytecodeOf(bundle))) return undefined;
  const [bytes, expected] = [readFileSync(bytecodeOf(bundle)), maker()];
  return bytes.subarray(0, expected.length).equals(expected) ? bytes.subarray(expected.length) : undefined;
}

function bytecodeOf(bundle) {
  return `${bundle}.bytecode`;
}

/** This node, and how it was built. */
function maker() {
  return Buffer.from(`${JSON.stringify([process.version, process.platform, process.arch, process.config])}\n`);
}
