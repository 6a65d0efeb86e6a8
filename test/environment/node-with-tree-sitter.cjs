// The native addon can be loaded only once per process, while Jest gives each test file a module registry of its own.
// So it is loaded here, outside those registries, and the stubs beside this file hand it to the tests.
const { TestEnvironment } = require('jest-environment-node');
const treeSitter = require('tree-sitter');
const treeSitterC = require('tree-sitter-c');
const runInServer = require('./command-client.cjs');
const { moduleOfSource } = require('./source-modules.cjs');

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
    this.global.headerSplitNative = { treeSitter, treeSitterC, runInServer, moduleOfSource };
    // What is loaded outside makes these, and a test compares them with its own.
    Object.assign(this.global, { Error, Map, RangeError, Set, TypeError });
    // And it reads the environment that a test changes.
    Object.defineProperty(this.global.process, 'env', {
      get: () => process.env,
      set: (env) => {
        process.env = env;
      },
    });
    this.environment = { object: process.env, content: { ...process.env } };
  }

  async teardown() {
    const { object, content } = this.environment;
    process.env = object;
    for (const name of Object.keys(object)) if (!(name in content)) delete object[name];
    Object.assign(object, content);
    await super.teardown();
  }
};
