// Whether two texts of one function, of different releases, have an assertion at the same place.
import { findStatements } from '../dist/model/bodies/body-assertions.js';
import { findDefinitions } from '../dist/model/bodies/definitions.js';
import { commonAnnotations } from '../dist/parse/declarations/annotations.js';
import { lex } from '../dist/parse/tokens/lex.js';

/** A function's definition in a text (latin1), with the text; null when the text does not define it. */
export function definitionIn(text, name) {
  const [definition] = findDefinitions(text, new Set([name]), commonAnnotations).definitions;
  return definition ? { text, definition } : null;
}

/** The statement's neighbours, by their tokens, and the number of blank lines on either side; null without it. */
export function contextOf({ text, definition: { body } }, assert) {
  const [found] = findStatements(text, body, [assert]);
  if (!found) return null;
  const [before, after] = [text.slice(body.start, found.span.start), text.slice(found.span.end, body.end)];
  const blanks = (gap) => Math.max(0, gap.split('\n').length - 2);
  return {
    before: tokensOf(before).join(' '),
    after: tokensOf(after).slice(0, 12).join(' '),
    blanks: `${blanks(/\s*$/.exec(before)[0])}/${blanks(/^\s*/.exec(after)[0])}`,
  };
}

/** The place is the same when either neighbour is: the other may have changed between the releases. */
export function compareContexts(ours, theirs) {
  const samePosition = ours.before === theirs.before || ours.after === theirs.after;
  return { samePosition, sameBlanks: samePosition && ours.blanks === theirs.blanks };
}

function tokensOf(text) {
  return lex(text)
    .filter(({ kind }) => kind !== 'comment')
    .map(({ start, end }) => text.slice(start, end));
}
