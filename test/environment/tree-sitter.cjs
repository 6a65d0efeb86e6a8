module.exports = globalThis.headerSplitNative.treeSitter;
