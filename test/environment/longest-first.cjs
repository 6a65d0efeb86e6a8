// Jest starts the longest tests first, so that no worker is left alone with one at the end. How long each takes it knows
// from the last run; where it does not, the folders whose tests start the most processes come first, not the largest files.
const Sequencer = require('@jest/test-sequencer').default;

const longest = ['security', 'meaning', 'cases.test.ts', 'hand-edits', 'bad-input', 'commands', 'properties', 'io'];

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isKnown = sorted.every((test) => test.duration !== undefined);
    return isKnown ? sorted : sorted.sort((a, b) => rankOf(a) - rankOf(b));
  }
};

function rankOf({ path, context }) {
  const below = path.slice(context.config.rootDir.length + '/test/'.length);
  const rank = longest.findIndex((name) => below.startsWith(name));
  return rank < 0 ? longest.length : rank;
}
