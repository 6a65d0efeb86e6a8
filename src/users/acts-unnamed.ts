// cspell:ignore NDEBUG NOMINMAX PCRE SETSIZE WINVER
import type { Header, Item } from '../model/header.ts';
import { parseHeader } from '../model/lower-header.ts';
import { tokenText } from '../parse/tokens/token.ts';
import { withoutComments } from '../plan/includes/without-comments.ts';
import { functionNames, otherNames } from '../plan/placement.ts';
import type { Names } from '../scan/names.ts';
import { isWord } from '../scan/words.ts';
import { displayText } from '../text/source-text.ts';

/**
 * Whether a header does something to a file that names nothing of it: by a pragma, `#undef`, assembly, a macro with the
 * name of a word of C or one that system headers read, or the definition of an object or a function.
 *
 * @param text latin1
 */
export function actsUnnamed(path: string, text: string, names: Names): boolean {
  return whatActsUnnamed(path, text, names) !== null;
}

/** What that is, the first of it, in the words of a report. */
export function whatActsUnnamed(path: string, text: string, names: Names): string | null {
  const plain = withoutComments(path, text.replace(/\\\r?\n/g, ''));
  const acting = ACTS.exec(plain);
  if (acting) return quoted(/[^\r\n]*/.exec(plain.slice(acting.index))?.[0] ?? '');
  const header = parseHeader({ path, text });
  const guard = header.guard.kind === 'macro' ? header.guard.name : null;
  for (const [, name = '', open] of plain.matchAll(DEFINE)) {
    const isSetting = name !== guard && open === undefined && SETTING.test(name);
    if (isSetting || isWord(names.numberOf(name))) return quoted(`#define ${name}`);
  }
  const item = header.items.find((one) => definesAnything(header, one));
  if (item === undefined) return null;
  const [name] = [...functionNames(item), ...otherNames(item)];
  return name === undefined ? 'assembly' : `the definition of ${quoted(name)}`;
}

/** Longer lines are cut. */
const LONGEST = 60;

function quoted(code: string): string {
  const short = code.trim().replace(/\s+/g, ' ');
  return `'${displayText(short.length > LONGEST ? `${short.slice(0, LONGEST)} ...` : short)}'`;
}

/** `#pragma` but `#pragma once`, `#undef`, and what stands for a pragma outside macros. */
const ACTS = /^[ \t]*#[ \t]*(?:pragma\b(?![ \t]+once\b)|undef\b)|^(?![ \t]*#).*\b_*(?:_Pragma|pragma)\b[ \t]*\(/m;

const DEFINE = /^[ \t]*#[ \t]*define[ \t]+([A-Za-z_]\w*)(\()?/gm;

/** Reserved names, and others by which headers of the system and of libraries are told what to declare. */
const SETTING =
  /^(?:_[A-Z_]\w*|NDEBUG|FD_SETSIZE|UNICODE|STRICT|NOMINMAX|WINVER|WIN32_\w+|G_LOG_DOMAIN|PY_SSIZE_T_CLEAN|PCRE2_CODE_UNIT_WIDTH|\w+_USE_VERSION|\w+_API_COMPAT|\w+_VERSION_(?:MIN_REQUIRED|MAX_ALLOWED))$/;

function definesAnything({ source: { text } }: Header, { content, tokens }: Item): boolean {
  if (content.kind !== 'declaration') return false;
  const { kind, body } = content.declaration;
  if (kind === 'assembly') return true;
  if (kind !== 'variable' && kind !== 'function') return false;
  const words = new Set(
    tokens
      .filter((token) => token.kind === 'identifier' && (body === null || token.start < body.start))
      .map((token) => tokenText(text, token)),
  );
  if ([...words].some((word) => KEPT.test(word))) return true;
  if (words.has('static')) return false;
  const isInline = ['inline', '__inline', '__inline__'].some((word) => words.has(word));
  return kind === 'variable' ? !words.has('extern') : body !== null && !isInline;
}

/** Attributes of what a compiler emits or runs though nobody names it. */
const KEPT = /^_*(?:used|retain|constructor|destructor|section)_*$/;
