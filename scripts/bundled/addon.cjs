// The native addons of the platforms lie beside the bundle, in which this is.
const { join } = require('node:path');
const process = require('node:process');

module.exports = { loadAddon, prebuiltOr };

function loadAddon(name) {
  return require(join(__dirname, 'prebuilds', `${process.platform}-${process.arch}`, `${name}.node`));
}

/** What `load` gives; where this platform has no addon, or another libc, the package that the user installed and compiled. */
function prebuiltOr(installed, load) {
  try {
    return load();
  } catch (error) {
    try {
      return require(installed);
    } catch {
      throw error;
    }
  }
}
