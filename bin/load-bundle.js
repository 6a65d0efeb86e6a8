// Loads the bundled command line. Beside it the build leaves the bytecode that V8 made of it, without which V8 spends a
// fifth of a run on compiling.
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname } = require('node:path');
const process = require('node:process');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

// V8 waits 15 times as long before it makes fast code of a function: most runs end within two seconds, of which making
// fast code took a fifth. Of its versions only node 20's has the flag. The bytecode holds for it alone, so it is set here.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1000000');

module.exports = { loadBundle, writeBytecode };

/** Runs a CommonJS bundle of ASCII characters as `require` does. Returns what it exports, and the script it became. */
function loadBundle(bundle) {
  const source = readFileSync(bundle, 'latin1');
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
  const script = new Script(wrapped, { filename: bundle, cachedData: readBytecode(bundle) });
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, createRequire(bundle), loaded, bundle, dirname(bundle));
  return { exports: loaded.exports, script };
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
