// Shows the tool at work on a copy of manifests/demo/project: what it says, what it would change, and what it wrote.
// Exits 1 if a step ends otherwise than expected. Leaves nothing behind.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const demo = fileURLToPath(new URL('../manifests/demo/', import.meta.url));
const bin = fileURLToPath(new URL('../bin/header-split.js', import.meta.url));

// A tree that is not split yet has nothing for `check` to find; after `apply` the two must agree.
const STEPS = [
  { shows: 'does the manifest fit the header?', args: ['check'] },
  { shows: 'which files would change?', args: ['diff', '--stat'] },
  { shows: 'how?', args: ['diff', '--color=always'] },
  { shows: 'write it', args: ['apply'] },
  { shows: 'do headers, assertions and manifest agree?', args: ['check'] },
  { shows: 'nothing is left to change', args: ['diff', '--exit-code'] },
];

process.exitCode = existsSync(join(demo, 'project')) ? runDemo() : fail('manifests/demo/project is missing');

function runDemo() {
  const folder = mkdtempSync(join(tmpdir(), 'header-split-demo-'));
  try {
    const project = join(folder, 'project');
    cpSync(join(demo, 'project'), project, { recursive: true });
    const manifests = readdirSync(demo).filter((name) => name.endsWith('.yaml'));
    const failed = STEPS.filter((step) => !runStep(step, manifests, project));
    process.stdout.write(`\n${STEPS.length - failed.length} of ${STEPS.length} steps of the demo passed\n`);
    return failed.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runStep({ shows, args }, manifests, project) {
  const [command, ...options] = args;
  process.stdout.write(`\n# ${shows}\n$ header-split ${command} ${manifests.join(' ')} ${options.join(' ')}\n`);
  const call = [bin, command, ...manifests.map((name) => join(demo, name)), ...options, '-C', project];
  const { status } = spawnSync(process.execPath, call, { cwd: project, stdio: ['ignore', 'inherit', 'inherit'] });
  return status === 0 || fail(`expected exit code 0, not ${status}`) === 0;
}

function fail(message) {
  process.stderr.write(`demo: ${message}\n`);
  return 1;
}
