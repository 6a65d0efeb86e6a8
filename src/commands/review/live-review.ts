import { readPageParts } from '../../io/review/built-file.ts';
import { type PageApi, servePage } from '../../io/review/page-server.ts';
import { watchFiles } from '../../io/review/watch-files.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { type ReviewedHeader, reviewHeader } from '../../review/describe-tree.ts';
import type { Answer } from '../../review/live-answer.ts';
import type { ReviewData } from '../../review/review-data.ts';
import { reviewPage } from '../../review/review-page.ts';
import { factsForPreview } from '../../review/split-preview.ts';
import { bytesOfText } from '../../text/source-text.ts';
import type { ReviewOptions } from '../options.ts';
import type { Shell } from '../shell.ts';
import { differsInStructure, readAgain, takeBack, type Wanted, type Written, writeDecision } from './live-manifests.ts';
import { problemOfWhy, readWanted } from './live-question.ts';
import { drawWhole, type Kept, makeReview, textsOf } from './make-review.ts';
import { type OpenReview, openReview } from './open-review.ts';

type Now = { readonly open: OpenReview; readonly headers: readonly ReviewedHeader[]; readonly data: ReviewData };

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
  const kept: Kept = { facts: new Map(), previews: new Map() };
  const done: Extract<Written, { kind: 'written' }>[] = [];
  const parts = readPageParts();
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
    if (isOther) {
      const again = openReview(options, shell);
      if (again.kind === 'refused') {
        trouble = again.findings[0]?.message ?? 'the manifests cannot be read';
        return false;
      }
      kept.facts.clear();
      kept.previews.clear();
      now = { ...now, open: again, headers: again.headers };
    } else {
      const headers = now.headers.map(({ read }, at) => reviewHeader(manifests[at] as Manifest, read));
      now = { ...now, headers };
    }
    for (const { manifest, read } of now.headers) {
      const path = manifest.header.value;
      if (read.state === 'whole' && !kept.facts.has(path))
        kept.facts.set(path, factsForPreview(now.open.tree, manifest));
    }
    const made = await makeReview(now.open, now.headers, options.file, shell, kept);
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
    const manifests = now.headers.map(({ manifest }) => readAgain(manifest, shell));
    const problem = manifests.find((one) => typeof one === 'string');
    return problem ?? (manifests as readonly Manifest[]);
  };
  const isAsKnown = (manifests: readonly Manifest[]): boolean =>
    manifests.every(({ source }, at) => source.text === now.headers[at]?.manifest.source.text);
  const answer = (said: string): Answer => ({ kind: 'done', version, data: now.data, said });

  const decide = async (wanted: Wanted & { readonly was: Pick<Wanted, 'part' | 'why'> | null }): Promise<Answer> => {
    const unfit = problemOfWhy(wanted);
    if (unfit !== null) return { kind: 'refused', text: unfit };
    const manifests = read();
    if (typeof manifests === 'string') return { kind: 'refused', text: manifests };
    if (!isAsKnown(manifests) && !(await follow(manifests))) return { kind: 'refused', text: trouble ?? '' };
    const at = now.headers.findIndex(({ declared }) => declared.some(({ name }) => name === bytesOfText(wanted.name)));
    const header = now.headers[at];
    if (header === undefined) return { kind: 'refused', text: `no header declares ${wanted.name}` };
    const { part = null, why = null } = header.manifest.prototypes.get(bytesOfText(wanted.name)) ?? {};
    if (wanted.was !== null && (part !== wanted.was.part || why !== wanted.was.why))
      return { kind: 'differs', version, data: now.data, part, why };
    const written = writeDecision(now.open.disk.root, header.manifest, header, wanted, shell);
    if (written.kind === 'refused') return written;
    done.push(written);
    if (!(await follow(now.headers.map(({ manifest }, index) => (index === at ? written.after : manifest)))))
      return { kind: 'refused', text: trouble ?? '' };
    const said = `${wanted.name} → ${wanted.part ?? part ?? 'no part'}, written to ${header.manifest.source.path}`;
    tell({ version, said });
    return answer(said);
  };
  const undo = async (): Promise<Answer> => {
    const last = done.at(-1);
    if (last === undefined) return { kind: 'refused', text: 'Nothing to undo' };
    const manifests = read();
    if (typeof manifests === 'string') return { kind: 'refused', text: manifests };
    const at = manifests.findIndex(({ source }) => source.path === last.after.source.path);
    const own = manifests[at];
    if (own === undefined) return { kind: 'refused', text: `${last.after.source.path} is gone` };
    const written = takeBack(now.open.disk.root, last, own, shell);
    if (written.kind === 'refused') return written;
    done.pop();
    if (!(await follow(manifests.map((one, index) => (index === at ? written.after : one)))))
      return { kind: 'refused', text: trouble ?? '' };
    const said = `Undone in ${own.source.path}`;
    tell({ version, said });
    return answer(said);
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
    ask: (name, body) => {
      const wanted = name === 'decide' ? readWanted(body) : null;
      if (wanted !== null) return inTurn(() => decide(wanted));
      return name === 'undo' ? inTurn(undo) : null;
    },
  };
  const server = await servePage(port, api);
  if (typeof server === 'string') {
    shell.stderr(`header-split: ${server}\n`);
    return 2;
  }
  tell = server.tell;
  const paths = now.headers.map(({ manifest }) => manifest.source.path);
  const stopWatching = watchFiles(shell.cwd, paths, () => {
    void inTurn(async () => {
      const manifests = read();
      if (typeof manifests === 'string') {
        trouble = manifests;
        tell({ version, said: `A manifest cannot be read: ${manifests}` });
      } else if (!isAsKnown(manifests) || trouble !== null) {
        const isFollowed = await follow(manifests);
        tell({ version, said: isFollowed ? 'A manifest was edited; the page follows it' : (trouble ?? '') });
      }
    });
  });
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
