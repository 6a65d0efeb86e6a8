// usage: node heads.mjs FOLDER LIST: reads the heads of all functions and the calls in them from the files of LIST.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { readCallGraph } from '../dist/audit/audit-tree.js';
import { readEach } from '../dist/io/tree/scan-files.js';

const [folder, list] = process.argv.slice(2);
const paths = readFileSync(list, 'utf8').split('\n').filter(Boolean);
const { graph } = readCallGraph(paths, (some, visit) => readEach(folder, some, visit), []);
console.log(Object.keys(graph).join(' '));
