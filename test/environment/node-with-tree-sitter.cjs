// The native addon can be loaded only once per process, while Jest gives each test file a module registry of its own.
// So it is loaded here, outside those registries, and the stubs beside this file hand it to the tests.
const { TestEnvironment } = require('jest-environment-node');
const treeSitter = require('tree-sitter');
const treeSitterC = require('tree-sitter-c');
const runInServer = require('./command-client.cjs');

// Each test file compiles the tool anew and is done in seconds, so V8 waits before it makes fast code of a function: a
// quarter of the time of all tests. Of its versions only node 20's has the flag.
if (process.versions.v8.startsWith('11.')) require('node:v8').setFlagsFromString('--interrupt-budget=2000000');

// `npm run test:unit` promises to start no process: a test that would fails there instead.
if (process.env.NO_PROCESSES === '1') {
  const childProcess = require('node:child_process');
  for (const name of ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync']) {
    childProcess[name] = (program) => {
      throw new Error(`a unit test starts ${program}`);
    };
  }
  require('node:module').syncBuiltinESMExports();
}

module.exports = class NodeWithTreeSitter extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.headerSplitNative = { treeSitter, treeSitterC, runInServer };
  }
};
