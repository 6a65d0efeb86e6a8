// In the bundle, for the call of `tree-sitter/index.js`.
const { loadAddon } = require('./addon.cjs');

module.exports = () => loadAddon('tree-sitter');
