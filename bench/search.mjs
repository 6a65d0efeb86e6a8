// usage: node search.mjs FOLDER NAMES MANIFESTS: searches a tree for NAMES, dealt to so many manifests, in one run.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { openDiskTree } from '../dist/io/tree/disk-tree.js';
import { parseManifest } from '../dist/manifest/parse-manifest.js';
import { searchAhead } from '../dist/plan/search-ahead.js';
import { rememberSearches } from '../dist/text/remember-searches.js';

const [folder, list, count] = process.argv.slice(2);
const names = readFileSync(list, 'utf8').split('\n').filter(Boolean);
const manifests = Array.from({ length: Number(count) }, (_, at) => {
  const own = names.filter((_name, index) => index % count === at).map((name) => `  ${name}: io\n`);
  const text = `version: 1\nheader: include/many-${at}.h\nparts:\n  common: {}\n  io: {}\nprototypes:\n${own.join('')}`;
  return parseManifest({ path: `many-${at}.yaml`, text }).manifest;
});
searchAhead(rememberSearches(openDiskTree(folder)), manifests);
