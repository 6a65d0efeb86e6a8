// usage: node heads.mjs FOLDER LIST [graph]: reads the heads of all functions and the calls in them from the files of
// LIST; with `graph` makes one graph of them too, in which calls through members and parameters are followed.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { readCallGraph } from '../dist/audit/audit-tree.js';
import { readEach } from '../dist/io/tree/scan-files.js';

import { makeScanner } from '../dist/scan/scan-file.js';
import { namesOfC } from '../dist/scan/words.js';

const [folder, list, graph] = process.argv.slice(2);
const paths = readFileSync(list, 'utf8').split('\n').filter(Boolean);
const read = (some, visit) => readEach(folder, some, visit);
if (graph === 'graph') readCallGraph(paths, read, []);
else readFacts();

function readFacts() {
  const scan = makeScanner(namesOfC());
  const facts = [];
  read(paths, (_, bytes) => facts.push(scan(bytes)));
  console.log(facts.length);
}
