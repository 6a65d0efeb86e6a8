// The native addon can be loaded only once per process, while Jest gives each test file a module registry of its own.
// So it is loaded here, outside those registries, and the stubs beside this file hand it to the tests.
const { TestEnvironment } = require('jest-environment-node');
const treeSitter = require('tree-sitter');
const treeSitterC = require('tree-sitter-c');

module.exports = class NodeWithTreeSitter extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.headerSplitNative = { treeSitter, treeSitterC };
  }
};
