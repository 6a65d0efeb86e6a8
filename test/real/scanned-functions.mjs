import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from './processes.mjs';

/**
 * Files that the two read differently, each with the reason. Where braces open in one conditional and close in another, the
 * scanner keeps the first branch and loses what stands behind; of heads in two branches it takes the first as well.
 */
const KNOWN = new Map([
  ['hw/dma/omap_dma.c', 'braces across conditionals'],
  ['roms/u-boot-sam460ex/common/dlmalloc.c', 'braces across conditionals'],
  ['roms/u-boot-sam460ex/arch/powerpc/cpu/mpc5xxx/serial.c', 'heads in two branches, one body'],
  ['roms/u-boot-sam460ex/examples/standalone/mem_to_mem_idma2intr.c', 'heads in two branches, one body'],
  ['roms/seabios-hppa/scripts/kconfig/lex.zconf.c', 'heads in two branches, one body'],
  ['roms/skiboot/external/common/arch_flash_powerpc.c', 'a statement across conditionals, which the model leaves'],
  ['kernel/bpf/verifier.c', 'macro calls across conditionals before a function, which the model leaves'],
]);

/**
 * The scanner of bytes and the model of items find the same functions in every .c file of QEMU, and of Linux's kernel/
 * where `linux` lies beside QEMU. What the scanner hands on (`opaque`) is the model's alone.
 */
export async function scannedFunctions({ context, tally }) {
  const readers = await loadReaders(context.dist);
  compare(readers, tally, { name: 'QEMU', folder: context.before, glob: '*.c' });
  const linux = join(context.dir, 'linux');
  const name = "Linux's kernel/";
  if (existsSync(join(linux, 'kernel/fork.c'))) compare(readers, tally, { name, folder: linux, glob: 'kernel/*.c' });
  else tally.skip(`functions of ${name}`, `${linux} is not there`);
}

async function loadReaders(dist) {
  const load = (path) => import(join(dist, path));
  const [scan, words, facts, lengths, outline, annotations] = await Promise.all([
    load('scan/scan-file.js'),
    load('scan/words.js'),
    load('scan/facts.js'),
    load('scan/record-length.js'),
    load('model/source-outline.js'),
    load('parse/declarations/annotations.js'),
  ]);
  const names = words.namesOfC();
  const scanner = scan.makeScanner(names);
  return {
    /** Names by the scanner: those that it read, and those that it leaves to the model. */
    scanned: (bytes) => {
      const records = scanner(bytes);
      const [read, left] = [new Set(), new Set()];
      for (let at = 0; at < records.length; at += lengths.recordLength(records, at)) {
        const isAlias = (records[at + 1] & facts.flag.alias) !== 0;
        if (records[at] === facts.fact.function && !isAlias) {
          const isUntyped = (records[at + 1] & facts.flag.untyped) !== 0;
          (isUntyped ? left : read).add(names.wordOf(records[at + 2]));
        }
        if (records[at] === facts.fact.opaque) left.add(names.wordOf(records[at + 1]));
      }
      return { read, left };
    },
    modelled: (text) => functionsIn(outline.outlineSource(text, annotations.commonAnnotations).nodes),
  };
}

function functionsIn(nodes, found = new Set()) {
  for (const node of nodes) {
    if (node.kind === 'item') for (const name of node.defines ?? []) found.add(name);
    if (node.kind === 'group')
      for (const branch of node.branches) if (!branch.isDisabled) functionsIn(branch.nodes, found);
  }
  return found;
}

function compare({ scanned, modelled }, tally, { name, folder, glob }) {
  const paths = mustRun('git', ['ls-files', glob], { cwd: folder }).split('\n').filter(Boolean);
  const differences = [];
  let [count, known] = [0, 0];
  for (const path of paths) {
    const bytes = readFileSync(join(folder, path));
    const { read, left } = scanned(bytes);
    const text = bytes.toString('latin1');
    const model = modelled(text);
    count += read.size;
    const before = differences.length;
    for (const one of read) if (!model.has(one)) differences.push(`${path}: ${one}: found by the scanner alone`);
    for (const one of model)
      if (!read.has(one) && !isLeft(text, one, left)) differences.push(`${path}: ${one}: found by the model alone`);
    if (KNOWN.has(path) && differences.length > before) known++;
    if (KNOWN.has(path)) differences.length = before;
  }
  tally.check(
    `functions of ${name}`,
    `${count} in ${paths.length} files, by the scanner as by the model, but in ${known} known files`,
    differences,
  );
}

/** Whether the scanner leaves a function to the model: by its name, or by that of the macro whose call names it. */
function isLeft(text, name, left) {
  if (left.has(name)) return true;
  const calls = text.matchAll(
    new RegExp(`(\\w+)\\s*\\(\\s*(?:\\w+\\s*,\\s*)*${name}\\s*(?:,\\s*\\w+\\s*)*\\)\\s*\\(`, 'g'),
  );
  return [...calls].some(([, macro]) => left.has(macro));
}
