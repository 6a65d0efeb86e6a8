// In the bundle, for `tree-sitter`: its script is part of the bundle.
const { prebuiltOr } = require('./addon.cjs');

module.exports = prebuiltOr('tree-sitter', () => require('tree-sitter/index.js'));
