import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { type BracketEntry, bracketNames, meaningAt, meaningOfInclude } from '../../parse/brackets/bracket-marks.ts';
import { loneCallAt } from '../../parse/macro-call.ts';
import { startsLine } from '../../parse/tokens/code-tokens.ts';
import { parseDirective } from '../../parse/tokens/directive.ts';
import { type Token, tokenText } from '../../parse/tokens/token.ts';
import { tokensOf } from '../../parse/tokens/tokens-of.ts';
import { nearestName } from '../../text/nearest-name.ts';
import { placeOf } from '../../text/place.ts';
import { displayText, type SourceText } from '../../text/source-text.ts';

/** Entries under `brackets` of which neither end is in the header. */
export function unknownBrackets(source: SourceText, manifest: Manifest): readonly Diagnostic[] {
  if (manifest.brackets.length === 0) return [];
  const [text, tokens] = [source.text, tokensOf(source)];
  return manifest.brackets.flatMap((entry, at) => {
    if (isMarked(text, tokens, entry)) return [];
    const [open, close] = entry.map(displayText);
    const span = manifest.bracketSpans[at] ?? manifest.header.span;
    const message = `neither '${open}' nor '${close}' is on a line of its own in the header`;
    const finding = diagnostic('bracket-unknown', message, placeOf(manifest.source, span));
    const near = nearestName(entry[0], loneMacros(text, tokens));
    return near === null
      ? [finding]
      : [withNext(finding, `Did you mean '${displayText(near)}'? Otherwise remove the entry.`)];
  });
}

function isMarked(text: string, tokens: readonly Token[], entry: BracketEntry): boolean {
  const names = bracketNames([entry]);
  return tokens.some((token, at) => {
    if (token.kind === 'identifier') return meaningAt(text, tokens, at, names) !== null;
    if (token.kind !== 'directive' || names.includes.size === 0) return false;
    const directive = parseDirective(text, token);
    return directive.kind === 'include' && meaningOfInclude(directive.target, names) !== null;
  });
}

function loneMacros(text: string, tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token, at) =>
    token.kind === 'identifier' && startsLine(text, tokens, at) && loneCallAt(text, tokens, at)
      ? [tokenText(text, token)]
      : [],
  );
}
