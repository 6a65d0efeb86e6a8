// In the bundle, for `tree-sitter-c`: the grammar without the list of its node types, which nothing here reads.
const { loadAddon, prebuiltOr } = require('./addon.cjs');

module.exports = prebuiltOr('tree-sitter-c', () => loadAddon('tree-sitter-c'));
