// Run by `npm version`, between the bump and the commit: what the changelog has under "Unreleased" becomes the section
// of the new version, with today's date. Exits with 1 when there is nothing to release.
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';

const path = new URL('../CHANGELOG.md', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const changelog = readFileSync(path, 'utf8');
const heading = /^## Unreleased\n(?=[^#]*^- )/m;
const today = new Date().toISOString().slice(0, 10);

if (heading.test(changelog)) writeFileSync(path, changelog.replace(heading, `## ${version} (${today})\n`));
else {
  process.stderr.write('CHANGELOG.md has nothing under "## Unreleased": write there what changes for users\n');
  process.exitCode = 1;
}
