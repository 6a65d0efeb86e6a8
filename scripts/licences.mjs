// The licences of what is in the bundles, as their packages bring them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of the packages that the inputs of a bundle (paths from `root`) come from, and of `others` by name. */
export function licencesOf(root, inputs, others) {
  const folders = inputs.map((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]).filter(Boolean);
  const all = new Set([...folders, ...others.map((name) => `node_modules/${name}`)]);
  const texts = [...all].sort().map((folder) => licenceOf(join(root, folder)));
  return `header-split contains the packages below. Each stands under its own licence.\n\n${texts.join('\n')}`;
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = filesBelow(folder).filter((path) => /(?:^|\/)licen[cs]e(?:\.\w+)?$/i.test(path));
  const texts = files.map((path) => readFileSync(join(folder, path), 'utf8').trim());
  const said = texts.length > 0 ? texts : [`${license}, without a text of its own.`, ...noticesIn(folder)];
  return `${'-'.repeat(72)}\n${name} ${version}\n\n${said.join('\n\n')}\n`;
}

/** What a package without a text says at the top of its code. */
function noticesIn(folder) {
  const { main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const path = join(folder, main ?? 'index.js');
  const notice = existsSync(path) ? /^\/\*![\s\S]*?\*\//.exec(readFileSync(path, 'utf8')) : null;
  return notice === null ? [] : [notice[0]];
}

/** Without the packages in it. */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.startsWith('node_modules'))
    .sort();
}
