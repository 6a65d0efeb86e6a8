module.exports = globalThis.headerSplitNative.treeSitterC;
