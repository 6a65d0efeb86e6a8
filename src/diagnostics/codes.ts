import { assertionsCodes } from './codes/assertions.ts';
import { assignCodes } from './codes/assign.ts';
import { auditCodes } from './codes/audit.ts';
import { checkCodes } from './codes/check.ts';
import { consumersCodes } from './codes/consumers.ts';
import { coverageCodes } from './codes/coverage.ts';
import { headerCodes } from './codes/header.ts';
import { manifestCodes } from './codes/manifest.ts';
import { membersCodes } from './codes/members.ts';
import { regenerateCodes } from './codes/regenerate.ts';
import { seriesCodes } from './codes/series.ts';
import { splitCodes } from './codes/split.ts';
import { treeCodes } from './codes/tree.ts';
import { usersCodes } from './codes/users.ts';
import { verifyCodes } from './codes/verify.ts';

export type { CodeEntry, Severity } from './codes/code-entry.ts';

/** The codes of each subject. No two subjects have the same code. */
export const codesBySubject = {
  tree: treeCodes,
  manifest: manifestCodes,
  header: headerCodes,
  split: splitCodes,
  assertions: assertionsCodes,
  check: checkCodes,
  regenerate: regenerateCodes,
  assign: assignCodes,
  series: seriesCodes,
  consumers: consumersCodes,
  audit: auditCodes,
  members: membersCodes,
  users: usersCodes,
  verify: verifyCodes,
  coverage: coverageCodes,
} as const;

/** Every code that the tool can report. A finding with a code that is not here does not compile. */
export const codes = {
  ...treeCodes,
  ...manifestCodes,
  ...headerCodes,
  ...splitCodes,
  ...assertionsCodes,
  ...checkCodes,
  ...regenerateCodes,
  ...assignCodes,
  ...seriesCodes,
  ...consumersCodes,
  ...auditCodes,
  ...membersCodes,
  ...usersCodes,
  ...verifyCodes,
  ...coverageCodes,
} as const;

export type Code = keyof typeof codes;
