import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from '../system-error.ts';
import { type Row, tableOf } from './section-table.ts';

/**
 * A file of named sections of bytes, each with its checksum, that this user wrote here and that is believed for that
 * alone. Its beginning has the mark of the file, and says where the table of sections stands, which is JSON and stands last.
 */
export type Sections = {
  /** What was written beside the sections. */
  readonly about: unknown;
  /** The bytes of a section; null where it has none of that name, or they are not what was written. */
  readonly read: (name: string) => Uint8Array | null;
  readonly close: () => void;
};

export type OpenedSections =
  | { readonly kind: 'sections'; readonly sections: Sections }
  /** There is none, or another build of the tool wrote it. */
  | { readonly kind: 'none' }
  /** In words that follow the path. */
  | { readonly kind: 'rejected'; readonly reason: string };

/** Bytes of the beginning. */
const HEAD = 192;
const MAGIC = 'header-split sections 1';

/** Bytes; a longer table was not written by this tool. */
const LONGEST_TABLE = 256 * 1024 * 1024;

/** Bytes; more do not fit in one buffer everywhere. */
const LONGEST_SECTION = 1 << 30;

export function openSections(path: string, build: string): OpenedSections {
  const found = look(path);
  if (found === null) return { kind: 'none' };
  if (look(dirname(path))?.isDirectory() !== true) return { kind: 'rejected', reason: 'is reached through a link' };
  if (!found.isFile()) return { kind: 'rejected', reason: 'is not a regular file' };
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    // A run beside this one may have taken its own away meanwhile.
    return errorCode(error) === 'ENOENT' ? { kind: 'none' } : { kind: 'rejected', reason: 'cannot be read' };
  }
  const opened = readTable(file, build);
  if (opened.kind !== 'sections') closeSync(file);
  return opened;
}

function readTable(file: number, build: string): OpenedSections {
  const stat = fstatSync(file, { bigint: true });
  const isOurs = process.getuid === undefined || (Number(stat.uid) === process.getuid() && (stat.mode & 0o022n) === 0n);
  if (!isOurs) return { kind: 'rejected', reason: 'belongs to somebody else, or others may write it' };
  const head = bytesAt(file, 0, HEAD);
  const [, at = '', length = '', sum = '', mark = ''] =
    new RegExp(`^${MAGIC} (\\d+) (\\d+) ([0-9a-f]{64}) (\\d+:-?\\d+) *\\n$`).exec(head?.toString('latin1') ?? '') ?? [];
  const damaged = { kind: 'rejected', reason: 'is damaged' } as const;
  if (sum === '') return damaged;
  // Before anything is believed of what the table says, down to its being JSON.
  if (mark !== markOf(file)) return { kind: 'rejected', reason: 'was not written here' };
  const text = stretch(file, { at: Number(at), length: Number(length) }, LONGEST_TABLE);
  const table = text === null || sumOf([text]) !== sum ? null : tableOf(text.toString('utf8'));
  if (table === null) return damaged;
  if (table.build !== build) return { kind: 'none' };
  const read: Sections['read'] = (name) => {
    const section = table.sections.get(name);
    const bytes = section === undefined ? null : stretch(file, section, LONGEST_SECTION);
    return bytes === null || section === undefined || sumOf([bytes]) !== section.sum ? null : bytes;
  };
  return { kind: 'sections', sections: { about: table.about, read, close: () => closeSync(file) } };
}

/** A section as it is written, in pieces. */
export type Section = { readonly name: string; readonly pieces: Iterable<Uint8Array> };

/**
 * Writes a file of sections in place of another, or leaves that. What the system refuses is left undone: it is a cache.
 * Whether it was written.
 */
export function writeSections(path: string, build: string, about: unknown, sections: Iterable<Section>): boolean {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const folder = dirname(path);
    if (look(folder) === null) mkdirSync(folder);
    if (look(folder)?.isDirectory() !== true) return false;
    rmSync(temporary, { force: true });
    const { O_RDWR, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
    const file = openSync(temporary, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
    let isSound = false;
    let mark: string;
    try {
      mark = markOf(file);
      writeAll(file, build, mark, about, sections);
      isSound = true;
    } finally {
      if (!isSound) rmSync(temporary, { force: true });
      closeSync(file);
    }
    renameSync(temporary, path);
    // Where the system says something else of a file once it was renamed, it would never be believed.
    const again = openSync(path, constants.O_RDONLY | O_NOFOLLOW);
    const isKept = markOf(again) === mark;
    closeSync(again);
    if (!isKept) rmSync(path, { force: true });
    return isKept;
  } catch (error) {
    // Anything but the system's refusal is thrown on.
    errorCode(error);
    return false;
  }
}

function writeAll(file: number, build: string, mark: string, about: unknown, sections: Iterable<Section>): void {
  const out = bufferedWriter(file, HEAD);
  const table: Record<string, Row> = {};
  for (const { name, pieces } of sections) {
    out.align();
    const at = out.at();
    const hash = createHash('sha256');
    for (const piece of pieces) {
      hash.update(piece);
      out.put(piece);
    }
    table[name] = { at, length: out.at() - at, sum: hash.digest('hex') };
  }
  const at = out.at();
  const text = Buffer.from(JSON.stringify({ build, about, sections: table }), 'utf8');
  out.put(text);
  out.flush();
  const head = `${MAGIC} ${at} ${text.length} ${sumOf([text])} ${mark}`.padEnd(HEAD - 1);
  writeSync(file, Buffer.from(`${head}\n`, 'latin1'), 0, HEAD, 0);
}

/** So that thousands of small pieces are not as many writes. */
function bufferedWriter(file: number, from: number) {
  const buffer = Buffer.allocUnsafe(1 << 20);
  let [used, at] = [0, from];
  const write = (bytes: Uint8Array): void => {
    for (let done = 0; done < bytes.length; ) {
      done += writeSync(file, bytes, done, bytes.length - done, at + done);
    }
    at += bytes.length;
  };
  const flush = (): void => {
    write(buffer.subarray(0, used));
    used = 0;
  };
  const put = (bytes: Uint8Array): void => {
    if (used + bytes.length > buffer.length) flush();
    if (bytes.length > buffer.length) write(bytes);
    else {
      buffer.set(bytes, used);
      used += bytes.length;
    }
  };
  return {
    put,
    flush,
    at: () => at + used,
    align: () => put(new Uint8Array((ALIGNED - ((at + used) % ALIGNED)) % ALIGNED)),
  };
}

const ALIGNED = 8;

/** null where the file ends before, or what was asked for is no stretch of a file. */
function stretch(file: number, { at, length }: Omit<Row, 'sum'>, longest: number): Buffer | null {
  const isSound = Number.isSafeInteger(at) && Number.isSafeInteger(length) && at >= 0 && length >= 0;
  if (!isSound || length > longest || at + length > fstatSync(file).size) return null;
  return bytesAt(file, at, length);
}

/** null where the file ends before. */
function bytesAt(file: number, at: number, length: number): Buffer | null {
  const bytes = Buffer.from(new ArrayBuffer(length));
  for (let done = 0; done < length; ) {
    const read = readSync(file, bytes, done, length - done, at + done);
    if (read === 0) return null;
    done += read;
  }
  return bytes;
}

/** What nobody can give a file that he packs or copies: its number, and when it was made. */
function markOf(file: number): string {
  const { ino, birthtimeNs } = fstatSync(file, { bigint: true });
  return `${ino}:${birthtimeNs}`;
}

function sumOf(pieces: Iterable<Uint8Array>): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

function look(path: string) {
  try {
    return lstatSync(path);
  } catch {
    return null;
  }
}
