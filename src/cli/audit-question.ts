import type { AuditQuestion } from '../commands/options.ts';
import { UsageError } from './usage-error.ts';

/** What `audit` is asked; `others`: an option was given that only the findings have. */
export function auditQuestion(args: {
  readonly why: string | undefined;
  readonly members: string | undefined;
  readonly locks: string | undefined;
  readonly format: string;
  readonly others: boolean;
}): AuditQuestion {
  const { why, members, locks, format, others } = args;
  const asked = Object.entries({ why, members, locks }).flatMap(([option, value]) =>
    value === undefined ? [] : [option],
  );
  const [option, another] = asked;
  if (option === undefined) return { kind: 'findings' };
  if (another !== undefined) throw new UsageError(`options --${option} and --${another} cannot be combined`);
  if (others) throw new UsageError(`option --${option} cannot be combined with --notes or --update-baseline`);
  if (format !== 'text' && format !== 'json') throw new UsageError(`option --${option} has no format ${format}`);
  if (why !== undefined) return { kind: 'why', name: why };
  if (members !== undefined) return { kind: 'members', struct: members };
  const [acquire = '', release = '', ...more] = (locks ?? '').split('/');
  if (acquire === '' || release === '' || more.length > 0) {
    throw new UsageError(`option --locks needs two functions as ACQUIRE/RELEASE, not \`${locks}\``);
  }
  return { kind: 'locks', acquire, release };
}
