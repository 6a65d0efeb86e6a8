// Snapshots are read by people, so they have a folder of their own: test/a/b.test.ts <-> snapshots/a/b.test.ts.snap
const path = require('node:path');

const TESTS = `${path.sep}test${path.sep}`;
const SNAPSHOTS = `${path.sep}snapshots${path.sep}`;
const root = path.resolve(__dirname, '../..');

module.exports = {
  resolveSnapshotPath: (test, extension) => root + test.slice(root.length).replace(TESTS, SNAPSHOTS) + extension,
  resolveTestPath: (snapshot, extension) =>
    root + snapshot.slice(root.length, -extension.length).replace(SNAPSHOTS, TESTS),
  testPathForConsistencyCheck: path.join(root, 'test', 'example.test.ts'),
};
