// In the bundle, for `src/io/tree/load-fast-glob.ts`: part of the bundle, and still run only when it is needed.
module.exports = { loadFastGlob: () => require('fast-glob') };
