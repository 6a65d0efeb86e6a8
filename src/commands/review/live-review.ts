import { readPageParts } from '../../io/review/built-file.ts';
import { type PageApi, servePage } from '../../io/review/page-server.ts';
import { rememberFiles, watchFiles } from '../../io/review/watch-files.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { type ReviewedHeader, reviewHeader } from '../../review/describe-tree.ts';
import type { Answer } from '../../review/live-answer.ts';
import type { ReviewData } from '../../review/review-data.ts';
import { reviewPage } from '../../review/review-page.ts';
import { bytesOfText } from '../../text/source-text.ts';
import type { ReviewOptions } from '../options.ts';
import type { Shell } from '../shell.ts';
import { headerFiles, headersDiffer } from './live-headers.ts';
import {
  describeUndone,
  differsInStructure,
  readAgain,
  takeBack,
  type Written,
  writeDecisions,
} from './live-manifests.ts';
import { type Asked, problemOfWhy, readDecisions } from './live-question.ts';
import { drawWhole, type Kept, makeReview, textsOf } from './make-review.ts';
import { type OpenReview, openReview } from './open-review.ts';

type Now = { readonly open: OpenReview; readonly headers: readonly ReviewedHeader[]; readonly data: ReviewData };

/** What was written for decisions that were made together, about these functions. */
type Done = { readonly written: Extract<Written, { kind: 'written' }>; readonly names: readonly string[] };

const UNREAD = 'A manifest or header cannot be read';

/**
 * Serves the page until the user stops it. Each decision is in its manifest before it is answered, and what follows from it
 * is the answer. One question is answered after the other.
 */
export async function runLiveReview(
  first: OpenReview,
  data: ReviewData,
  { port, ...options }: ReviewOptions & { readonly port: number },
  shell: Shell,
): Promise<number> {
  let now: Now = { open: first, headers: first.headers, data };
  let version = 0;
  let trouble: string | null = null;
  const kept: Kept = { previews: new Map() };
  const done: Done[] = [];
  const parts = readPageParts();
  const paths = first.headers.map(({ manifest }) => manifest.source.path);
  const leadsElsewhere = rememberFiles(shell.cwd, paths);
  /** Drawn when somebody opens it: what a decision changes comes as data. */
  const render = async (): Promise<string> => {
    const { data: drawn, picture } = await drawWhole(now.data);
    now = { ...now, data: drawn };
    return reviewPage(drawn, textsOf(now.open, now.headers, drawn), picture, parts, true);
  };
  let page: { readonly version: number; readonly html: string } = { version, html: await render() };
  const policy = policyOf(page.html);
  let tell: (data: unknown) => void = () => {};

  /** Takes over what the manifests say; whether that worked. */
  const follow = async (manifests: readonly Manifest[]): Promise<boolean> => {
    const isOther = now.headers.some(({ manifest }, at) => differsInStructure(manifest, manifests[at] ?? manifest));
    if (isOther || headersDiffer(now.open.disk.root, now.headers)) {
      const again = openReview(options, shell);
      if (again.kind === 'refused') {
        trouble = again.findings[0]?.message ?? 'the manifests cannot be read';
        return false;
      }
      kept.previews.clear();
      now = { ...now, open: again, headers: again.headers };
    } else {
      const headers = now.headers.map(({ read }, at) => reviewHeader(manifests[at] as Manifest, read));
      now = { ...now, headers };
    }
    const made = await makeReview(now.open, now.headers, options.file, shell, kept, false);
    if (!('data' in made)) {
      trouble = made[0]?.message ?? 'the audit cannot be made';
      return false;
    }
    trouble = null;
    now = { ...now, data: { ...made.data, picture: now.data.picture } };
    version++;
    return true;
  };
  /** What the manifests say on disk; a text says what is wrong with one. */
  const read = (): readonly Manifest[] | string => {
    const led = leadsElsewhere();
    if (led !== null) return `${led} leads to another file than when the page was made`;
    const manifests = now.headers.map(({ manifest }) => readAgain(manifest, shell));
    const problem = manifests.find((one) => typeof one === 'string');
    return problem ?? (manifests as readonly Manifest[]);
  };
  const isAsKnown = (manifests: readonly Manifest[]): boolean =>
    !headersDiffer(now.open.disk.root, now.headers) &&
    manifests.every(({ source }, at) => source.text === now.headers[at]?.manifest.source.text);

  const decide = async (asked: readonly Asked[]): Promise<Answer> => {
    const unfit = asked.map(problemOfWhy).find((problem) => problem !== null);
    if (typeof unfit === 'string') return { kind: 'refused', text: unfit };
    const manifests = read();
    if (typeof manifests === 'string') return { kind: 'refused', text: manifests };
    if (!isAsKnown(manifests) && !(await follow(manifests))) return { kind: 'refused', text: trouble ?? '' };
    const wanted = new Map<ReviewedHeader, Asked[]>();
    for (const one of asked) {
      const name = bytesOfText(one.name);
      const header = now.headers.find(({ declared }) => declared.some((other) => other.name === name));
      if (header === undefined) return { kind: 'refused', text: `no header declares ${one.name}` };
      const { part = null, why = null } = header.manifest.prototypes.get(name) ?? {};
      if (one.was !== null && (part !== one.was.part || why !== one.was.why))
        return { kind: 'differs', version, data: now.data, name: one.name, part, why };
      wanted.set(header, [...(wanted.get(header) ?? []), one]);
    }
    const written = writeDecisions(now.open.disk.root, wanted, shell);
    if (written.kind === 'refused') return written;
    const one: Done = { written, names: asked.map(({ name }) => name) };
    done.push(one);
    const paths = written.changes.map(({ after }) => after.source.path).join(', ');
    const [first] = asked;
    const isReason = first?.part === null || first?.part === first?.was?.part;
    const alone = isReason ? `the reason of ${first?.name}` : `${first?.name} → ${first?.part}`;
    const what = asked.length === 1 ? alone : `${asked.length} decisions`;
    return tellOf(one, `${what}, written to ${paths}`);
  };
  const undo = async (): Promise<Answer> => {
    const last = done.at(-1);
    if (last === undefined) return { kind: 'nothing' };
    const manifests = read();
    if (typeof manifests === 'string') return { kind: 'refused', text: manifests };
    if (!isAsKnown(manifests) && !(await follow(manifests))) return { kind: 'refused', text: trouble ?? '' };
    const written = takeBack(now.open.disk.root, last.written, manifests, shell);
    if (written.kind === 'refused') return written;
    done.pop();
    const paths = written.changes.map(({ after }) => after.source.path).join(', ');
    return tellOf({ written, names: last.names }, `Undone in ${paths}: ${describeUndone(last.names, written)}`);
  };
  /** What the split changes with assertions: asked for when somebody looks. */
  const countAll = async (): Promise<Pick<ReviewData, 'split' | 'diffstat'>> => {
    const { data } = now;
    if (data.diffstat === null) {
      const made = await makeReview(now.open, now.headers, options.file, shell, kept);
      if ('data' in made) now = { ...now, data: { ...data, split: made.data.split, diffstat: made.data.diffstat } };
    }
    return { split: now.data.split, diffstat: now.data.diffstat };
  };
  /** Takes over what was written, and tells all pages. */
  const tellOf = async ({ written: { changes }, names }: Done, said: string): Promise<Answer> => {
    const manifests = now.headers.map(
      ({ manifest }) => changes.find(({ before }) => before.source.path === manifest.source.path)?.after ?? manifest,
    );
    if (!(await follow(manifests))) return { kind: 'refused', text: trouble ?? '' };
    tell({ version, said });
    return { kind: 'done', version, data: now.data, said, names };
  };

  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(ask: () => Promise<T>): Promise<T> => {
    const turn = queue.then(ask);
    queue = turn.catch(() => {});
    return turn;
  };
  const api: PageApi = {
    page: () =>
      inTurn(async () => {
        if (page.version !== version) page = { version, html: await render() };
        return page.html;
      }),
    policy,
    state: () => ({ version, data: now.data }),
    hello: () => ({ version, said: null, trouble }),
    ask: (name, body) => {
      const asked = name === 'decide' ? readDecisions(body) : null;
      if (asked !== null) return inTurn(() => decide(asked));
      if (name === 'split') return inTurn(countAll);
      return name === 'undo' ? inTurn(undo) : null;
    },
  };
  const server = await servePage(port, api);
  if (typeof server === 'string') {
    shell.stderr(`header-split: ${server}\n`);
    return 2;
  }
  tell = server.tell;
  const stopWatching = watchFiles(
    shell.cwd,
    () => [...paths, ...headerFiles(now.open.disk.root, now.headers)],
    () => {
      void inTurn(async () => {
        const manifests = read();
        if (typeof manifests === 'string') {
          trouble = manifests;
          tell({ version, said: UNREAD, trouble });
        } else if (!isAsKnown(manifests) || trouble !== null) {
          const isFollowed = await follow(manifests);
          tell({
            version,
            said: isFollowed ? 'A manifest or header was edited; the page follows it' : UNREAD,
            trouble,
          });
        }
      });
    },
  );
  shell.stdout(`${server.address}\n`);
  shell.stderr('The page writes to the manifests. Ctrl-C ends it.\n');
  await server.stopped;
  stopWatching();
  await queue;
  return 0;
}

/** The policy of a page is in its head. */
function policyOf(page: string): string {
  const found = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
  return found.replaceAll('&#39;', "'");
}
