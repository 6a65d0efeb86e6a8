import type { Audited } from '../../audit/audit-tree.ts';
import { explain, functionNames } from '../../audit/explain.ts';
import type { Places } from '../../audit/graph-places.ts';
import { lockTable } from '../../audit/lock-table.ts';
import { memberTable, structsWithMembers } from '../../audit/member-table.ts';
import { assertNever } from '../../diagnostics/assert-never.ts';
import { type Diagnostic, diagnostic, withNext } from '../../diagnostics/diagnostic.ts';
import { formatLocks, formatMembers, formatWhy, locksJson, membersJson, whyJson } from '../../report/audit-answers.ts';
import { jsonReport } from '../../report/json.ts';
import { nearestName } from '../../text/nearest-name.ts';
import { type Place, placeOf } from '../../text/place.ts';
import { bytesOfText } from '../../text/source-text.ts';
import { span } from '../../text/span.ts';
import type { AuditOptions, AuditQuestion } from '../options.ts';
import { refuse } from '../refuse.ts';
import { tellFindings } from '../report-run.ts';
import type { Shell } from '../shell.ts';

type Asked = {
  readonly audited: Audited;
  readonly places: Places;
  /** About the manifests and the tree. */
  readonly others: readonly Diagnostic[];
};

/** Answers a question about the calls of a tree; returns the exit code. */
export function answer(
  question: Exclude<AuditQuestion, { kind: 'findings' }>,
  { audited, places, others }: Asked,
  options: AuditOptions,
  shell: Shell,
): number {
  const missing = wordsOf(question).find((one) => audited.graph.nodes.named(one).length === 0);
  if (missing !== undefined) {
    return refuse('audit', [unknownName(missing, audited, placeOfQuestion(question))], options, shell);
  }
  const tell = (key: string, json: readonly object[], text: string): number => {
    if (options.format === 'json') {
      shell.stdout(jsonReport({ command: 'audit', exitCode: 0, findings: others, extra: { [key]: json } }));
      return 0;
    }
    shell.stdout(bytesOfText(text));
    if (others.length > 0) tellFindings(others, options, shell);
    return 0;
  };
  switch (question.kind) {
    case 'why': {
      const found = explain(audited, bytesOfText(question.name));
      return tell('why', whyJson(found, audited, places), formatWhy(found, audited, places));
    }
    case 'members': {
      const rows = memberTable(audited, bytesOfText(question.struct));
      if (rows.length > 0) return tell('members', membersJson(rows, audited), formatMembers(rows, audited));
      return refuse('audit', [unknownStruct(question.struct, audited, placeOfQuestion(question))], options, shell);
    }
    case 'locks': {
      const { acquire, release } = question;
      const takers = lockTable(audited, { acquire: bytesOfText(acquire), release: bytesOfText(release) });
      return tell('locks', locksJson(takers, audited, places), formatLocks(takers, audited, places, acquire));
    }
    default:
      return assertNever(question);
  }
}

/** The functions that a question names. */
function wordsOf(question: Exclude<AuditQuestion, { kind: 'findings' }>): readonly string[] {
  if (question.kind === 'members') return [];
  return (question.kind === 'why' ? [question.name] : [question.acquire, question.release]).map(bytesOfText);
}

/** A finding shows the question as a line of its own. */
function placeOfQuestion(question: Exclude<AuditQuestion, { kind: 'findings' }>): Place {
  const [option, asked] = spelt(question);
  const text = bytesOfText(`${option} ${asked.replace(/[\r\n]+/g, ' ')}`);
  return placeOf({ path: 'command line', text }, span(option.length + 1, text.length));
}

function spelt(question: Exclude<AuditQuestion, { kind: 'findings' }>): readonly [option: string, asked: string] {
  switch (question.kind) {
    case 'why':
      return ['--why', question.name];
    case 'members':
      return ['--members', question.struct];
    case 'locks':
      return ['--locks', `${question.acquire}/${question.release}`];
    default:
      return assertNever(question);
  }
}

function unknownName(name: string, { graph }: Audited, place: Place): Diagnostic {
  const nearest = nearestName(name, functionNames(graph));
  const offer = nearest === null ? '' : `; did you mean '${nearest}'?`;
  return diagnostic('function-unknown', `the tree has no function '${name}'${offer}`, place);
}

function unknownStruct(asked: string, { graph }: Audited, place: Place): Diagnostic {
  const structs = structsWithMembers(graph);
  const nearest = nearestName(bytesOfText(asked), structs);
  const offer = nearest === null ? '' : `; did you mean '${nearest}'?`;
  const message = `the tree has no struct '${asked}' whose members are called or assigned${offer}`;
  const left = structs.length - MOST_STRUCTS;
  const known = `${structs.slice(0, MOST_STRUCTS).join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
  const next =
    structs.length === 0
      ? 'The files that were read call and assign no member of a struct.'
      : `Name a struct alone, as in \`--members ${structs[0]}\`; the tree has ${known}.`;
  return withNext(diagnostic('function-unknown', message, place), next);
}

/** How many structs a finding names. */
const MOST_STRUCTS = 5;
