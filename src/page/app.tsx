import { useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { visible } from '../html/visible.ts';
import type { ReviewData } from '../review/review-data.ts';
import { type AppState, firstState, reduce, type View } from './app-state.ts';
import { atOnce } from './at-once.ts';
import { colourOf, plural } from './bits.tsx';
import type { Store } from './browser-store.ts';
import { countDecisions, type Decision, type Decisions, decisionOf } from './decisions.ts';
import { Detail } from './detail.tsx';
import { Dialog, Export, Help, Hints } from './dialogs.tsx';
import { type Command, commandOf, type Focus } from './keys.ts';
import { List } from './list.tsx';
import { connect, type Live } from './live.ts';
import { Notices } from './notices.tsx';
import { PictureView } from './picture.tsx';
import { everything, rowsOf, type Sorting } from './rows.ts';
import { SplitView } from './split.tsx';
import { judge } from './status.ts';
import { formatDecisions, parseDecisions } from './store.ts';
import type { Texts } from './texts.ts';
import { Toolbar } from './toolbar.tsx';

type Props = {
  readonly data: ReviewData;
  readonly texts: Texts;
  readonly whole: Node | null;
  readonly store: Store;
  readonly isServed: boolean;
};

type Asked = {
  readonly at: number;
  readonly theirs: Decision;
  /** All that was decided together. */
  readonly wanted: Decisions;
};

export function App({ data: first, texts, whole, store, isServed }: Props) {
  const [state, dispatch] = useReducer<AppState, Parameters<typeof reduce>[1], null>(reduce, null, () =>
    firstState(first, isServed ? new Map() : parseDecisions(first, store.load()), functionInAddress(first)),
  );
  const [dialog, setDialog] = useState<'help' | 'export' | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isLost, setIsLost] = useState(false);
  const live = useRef<Live | null>(null);
  const detail = useRef<HTMLElement>(null);
  const { data, decisions, filter, selected, marked, view } = state;
  const judgement = useMemo(() => judge(data, decisions), [data, decisions]);
  const rows = useMemo(() => rowsOf(data, judgement, filter), [data, judgement, filter]);
  const decision = decisionOf(data, decisions, selected);

  useLayoutEffect(() => {
    if (detail.current !== null) detail.current.scrollTop = 0;
  }, [selected]);
  useEffect(() => {
    if (!isServed) return;
    live.current = connect(
      (next, said) => dispatch({ kind: 'data', data: next, said }),
      (trouble, said) => dispatch({ kind: 'trouble', trouble, said }),
      setIsLost,
    );
  }, [isServed]);
  const kept = useRef(true);
  const keep = () => {
    if (!isServed) kept.current = store.save(formatDecisions(data, decisions));
  };
  useEffect(keep, [data, decisions, store, isServed]);
  // A page that is closed at once after a key has not come to it yet.
  useLayoutEffect(() => {
    addEventListener('pagehide', keep);
    return () => removeEventListener('pagehide', keep);
  }, [data, decisions, store, isServed]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (!kept.current && countDecisions(data, decisions) > 0) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [data, decisions]);
  useEffect(() => {
    const name = data.functions[selected]?.name;
    if (name === undefined) return;
    // Browsers stop a page that changes its address with each key.
    const timer = setTimeout(() => history.replaceState(null, '', `#${encodeURIComponent(name)}`), 300);
    return () => clearTimeout(timer);
  }, [data, selected]);
  useEffect(() => {
    if (!isServed || view !== 'split' || data.diffstat !== null) return;
    void live.current?.split().then((split) => split !== null && dispatch({ kind: 'split', of: data, split }));
  }, [isServed, view, data]);
  /** Sends decisions to the server, which knows best what the manifests say. `known`: what they say of some. */
  const send = async (wanted: Decisions, known: Decisions = new Map()): Promise<void> => {
    const sent = [...wanted].map(([at, one]) => ({
      name: data.functions[at]?.name ?? '',
      ...one,
      was: known.get(at) ?? decisionOf(data, decisions, at),
    }));
    const answer = await live.current?.decide(sent);
    if (answer === undefined || answer.kind === 'nothing') return;
    if (answer.kind === 'refused') {
      const names = sent.map(({ name }) => name);
      const what = names.length === 1 ? names[0] : plural(names.length, 'decision');
      dispatch({ kind: 'refused', names, text: `${what} not written: ${answer.text}`, stays: isTyping() });
      return;
    }
    dispatch({ kind: 'data', data: answer.data, said: answer.kind === 'done' ? answer.said : null });
    if (answer.kind === 'differs') {
      dispatch({ kind: 'replace', decisions: new Map(), said: 'Somebody decided otherwise meanwhile' });
      const at = data.functions.findIndex(({ name }) => name === answer.name);
      setAsked({ at, wanted, theirs: { part: answer.part, why: answer.why } });
    }
  };
  const put = (wanted: Decisions, next: number | null): void => {
    const changed = new Map(
      [...wanted].filter(([at, one]) => {
        const had = decisionOf(data, decisions, at);
        return had.part !== one.part || had.why !== one.why;
      }),
    );
    dispatch({ kind: 'decide', decisions: changed, next });
    if (isServed && changed.size > 0) void send(changed);
  };
  const putOne = (wanted: Decision, next: number | null): void => put(new Map([[selected, wanted]]), next);
  /** `was`: what the reason was when it was about to be written. */
  const explain = (why: string | null, was: string | null): void => {
    dispatch({ kind: 'decide', decisions: new Map([[selected, { ...decision, why }]]), next: null });
    if (isServed)
      void send(new Map([[selected, { ...decision, why }]]), new Map([[selected, { ...decision, why: was }]]));
  };
  /** To all that are marked, as far as their manifests have such a part; else to the selected function. */
  const give = (part: string, next: number | null): void => {
    const meant = marked.size > 0 ? [...marked] : [selected];
    const fit = meant.filter((at) => data.manifests[data.functions[at]?.manifest ?? 0]?.parts.includes(part));
    put(new Map(fit.map((at) => [at, { ...decisionOf(data, decisions, at), part }])), marked.size > 0 ? null : next);
  };
  const undo = async (): Promise<void> => {
    if (!isServed) {
      dispatch({ kind: 'undo' });
      return;
    }
    dispatch({ kind: 'undo-asked' });
    const answer = await live.current?.undo();
    if (answer?.kind === 'refused')
      dispatch({ kind: 'refused', names: [], text: `Not undone: ${answer.text}`, stays: true });
    else if (answer?.kind === 'nothing') dispatch({ kind: 'say', text: 'Nothing to undo' });
    if (answer?.kind !== 'done') return;
    dispatch({ kind: 'data', data: answer.data, said: answer.said });
    const at = answer.data.functions.findIndex(({ name }) => name === answer.names[0]);
    if (at >= 0 && !isTyping()) select(at);
  };
  const shown = useMemo(() => rows.flatMap((row) => (row.kind === 'function' ? [row.at] : [])), [rows]);
  const place = rows.findIndex((row) => row.kind === 'function' && row.at === selected);
  const step = (by: number): number | null => {
    const now = shown.indexOf(selected);
    const next = shown[now < 0 ? 0 : Math.min(Math.max(now + by, 0), shown.length - 1)];
    return next ?? null;
  };
  const nextOpen = (): number | null => {
    const later = [...rows.slice(place + 1), ...rows.slice(0, Math.max(0, place))];
    const open = later.find((row) => row.kind === 'function' && judgement.partOf(row.at) === null);
    return open?.kind === 'function' ? open.at : null;
  };
  const select = useCallback((at: number) => dispatch({ kind: 'select', at }), []);
  const show = (at: number) => {
    select(at);
    dispatch({ kind: 'view', view: 'list' });
  };

  const obey = (command: Command): void => {
    const one = data.functions[selected];
    const own = one === undefined ? [] : (data.manifests[one.manifest]?.parts ?? []);
    switch (command.kind) {
      case 'move': {
        const at = step(command.by);
        if (at !== null) select(at);
        return;
      }
      case 'next-open': {
        const at = nextOpen();
        if (shown.length === 0) dispatch({ kind: 'say', text: 'The list shows no function' });
        else if (at === null) dispatch({ kind: 'say', text: 'Every function of the list has a part' });
        else select(at);
        return;
      }
      case 'part': {
        const part = own[command.index];
        if (part !== undefined) give(part, step(1));
        return;
      }
      case 'accept':
        if (one !== undefined && 'part' in one.suggestion && decision.part === null)
          putOne({ ...decision, part: one.suggestion.part }, step(1));
        return;
      case 'accept-all': {
        const said = shown.flatMap((at): [number, Decision][] => {
          const suggestion = data.functions[at]?.suggestion;
          const had = decisionOf(data, decisions, at);
          return had.part === null && suggestion !== undefined && 'part' in suggestion
            ? [[at, { ...had, part: suggestion.part }]]
            : [];
        });
        if (said.length === 0) dispatch({ kind: 'say', text: 'The list shows no function with a suggestion' });
        else put(new Map(said), null);
        return;
      }
      case 'mark': {
        const others = new Set([...marked].filter((at) => at !== selected));
        dispatch({ kind: 'mark', marked: others.size < marked.size ? others : others.add(selected), next: step(1) });
        return;
      }
      case 'mark-all':
        dispatch({ kind: 'mark', marked: new Set(marked.size > 0 ? [] : shown), next: null });
        return;
      case 'reset':
        if (one !== undefined && !isServed) putOne({ part: one.part, why: one.why }, null);
        return;
      case 'why':
        focusOn('why');
        return;
      case 'undo':
        void undo();
        return;
      case 'search':
        dispatch({ kind: 'view', view: 'list' });
        focusOn('search');
        return;
      case 'export':
        if (!isServed) setDialog('export');
        return;
      case 'theme':
        document.getElementById('theme')?.click();
        return;
      case 'help':
        setDialog('help');
        return;
      case 'escape':
        if (document.activeElement?.id === 'search') focusOn('rows');
        else if (marked.size > 0) dispatch({ kind: 'mark', marked: new Set(), next: null });
        else dispatch({ kind: 'filter', filter: { ...everything, sort: filter.sort, group: filter.group } });
        return;
      case 'list':
      case 'picture':
      case 'split':
        dispatch({ kind: 'view', view: command.kind });
        return;
    }
  };
  const latest = useRef(obey);
  latest.current = obey;
  // Before the first key: what is seen can be used.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (document.querySelector('dialog[open]') !== null) return;
      const command = commandOf(event, focusOf(event.target));
      if (command === null) return;
      event.preventDefault();
      atOnce(() => latest.current(command));
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  const count = countDecisions(data, decisions);
  return (
    <>
      <header class="top">
        <h1>
          {data.manifests.map(({ header }) => visible(header.replace(/^.*\//, ''))).join(', ')}
          <span class="faint"> review{isServed ? ', live' : ''}</span>
        </h1>
        <Progress {...{ data }} counts={judgement.counts} />
        <nav aria-label="Views">
          {(['list', 'picture', 'split'] as const).map((one: View) => (
            <button
              type="button"
              key={one}
              aria-current={view === one ? 'page' : undefined}
              onClick={() => dispatch({ kind: 'view', view: one })}
            >
              {one[0]?.toUpperCase()}
              {one.slice(1)}
            </button>
          ))}
        </nav>
        <span class="actions">
          <button type="button" id="undo" disabled={!isServed && state.undo.length === 0} onClick={() => void undo()}>
            Undo
          </button>
          {!isServed && (
            <button type="button" class={count > 0 ? 'primary' : ''} id="export" onClick={() => setDialog('export')}>
              Export{count > 0 && ` ${count}`}
            </button>
          )}
          <button type="button" id="theme" aria-label="Light or dark" title="Light or dark">
            ◐
          </button>
          <button type="button" id="help" aria-label="Help" onClick={() => setDialog('help')}>
            ?
          </button>
        </span>
      </header>
      <Notices
        {...{ isLost }}
        trouble={state.trouble}
        refusal={state.refusal}
        onClose={() => dispatch({ kind: 'close-refusal' })}
      />
      <main class={`view-${view}`}>
        {view === 'list' && (
          <>
            <div class="pane left">
              <Toolbar
                {...{ data, filter }}
                shown={shown.length}
                marked={marked.size}
                onLeave={() => {
                  const first = rows.find((row) => row.kind === 'function');
                  if (place < 0 && first?.kind === 'function') select(first.at);
                  focusOn('rows');
                }}
                onFilter={(next) => dispatch({ kind: 'filter', filter: next })}
              />
              <NothingToGoBy data={data} />
              <List
                {...{ data, judgement, rows, filter, selected, marked }}
                onSelect={select}
                onSort={(sort: Sorting) =>
                  dispatch({ kind: 'filter', filter: { sort, isDown: filter.sort === sort && !filter.isDown } })
                }
              />
            </div>
            <section class="pane detail" aria-label="Function" tabIndex={0} ref={detail}>
              <Detail
                {...{ data, judgement, texts, decision }}
                at={selected}
                onPart={(part) => give(part, null)}
                draft={state.drafts.get(data.functions[selected]?.name ?? '') ?? null}
                onWhy={explain}
                onForget={() => dispatch({ kind: 'forget-draft', name: data.functions[selected]?.name ?? '' })}
                onSelect={select}
              />
            </section>
          </>
        )}
        {view === 'picture' && <PictureView {...{ data, judgement, whole }} at={selected} onSelect={select} />}
        {view === 'split' && <SplitView {...{ data }} isChanged={count > 0 && !isServed} onSelect={show} />}
      </main>
      <footer class="foot">
        <p class="said" role="status" aria-live="polite">
          {visible(state.said)}
        </p>
        <Hints />
      </footer>
      {dialog === 'help' && <Help isServed={isServed} onClose={() => setDialog(null)} />}
      {dialog === 'export' && (
        <Export
          {...{ data, decisions }}
          onImport={(next: Decisions, said: string) => dispatch({ kind: 'replace', decisions: next, said })}
          onClose={() => setDialog(null)}
        />
      )}
      {asked !== null && (
        <Dialog title="Decided otherwise meanwhile" onClose={() => setAsked(null)}>
          <p>
            The manifest now says {inWords(asked.theirs)} for{' '}
            <code>{visible(data.functions[asked.at]?.name ?? '')}</code>; you chose{' '}
            {inWords(asked.wanted.get(asked.at))}.
          </p>
          <p>
            <button type="button" onClick={() => setAsked(null)}>
              Keep theirs
            </button>{' '}
            <button
              type="button"
              class="primary"
              onClick={() => {
                setAsked(null);
                void send(asked.wanted, new Map([[asked.at, asked.theirs]]));
              }}
            >
              Write mine
            </button>
          </p>
        </Dialog>
      )}
    </>
  );
}

function inWords(decision: Decision | undefined) {
  return (
    <>
      <strong>{visible(decision?.part ?? 'no part')}</strong>
      {decision?.why && <> (“{visible(decision.why)}”)</>}
    </>
  );
}

/** Why a page that was just begun has no suggestions. */
function NothingToGoBy({ data: { functions, parts, mayCall } }: { readonly data: ReviewData }) {
  const isBegun = functions.some(({ part, suggestion }) => part !== null || 'part' in suggestion);
  if (isBegun || functions.length === 0) return null;
  const isFree = parts.every((_, from) => parts.every((__, to) => mayCall[from]?.[to] !== false));
  return (
    <p class="note">
      Suggestions follow from the functions that have a part{isFree && ', and from who may call whom'}: give some of
      each part first
      {isFree && (
        <>
          , and say <code>may_call</code> and <code>assert</code> in the manifest
        </>
      )}
      .
    </p>
  );
}

function Progress({ data, counts }: { readonly data: ReviewData; readonly counts: ReadonlyMap<string, number> }) {
  const all = data.functions.length;
  const done = [...counts.values()].reduce((sum, one) => sum + one, 0);
  const share = all === 0 ? 100 : Math.floor((done / all) * 100);
  return (
    <div class="progress">
      <div
        class="bar"
        role="progressbar"
        aria-label="Functions with a part"
        aria-valuemin={0}
        aria-valuemax={all}
        aria-valuenow={done}
        aria-valuetext={`${done} of ${plural(all, 'function')}`}
      >
        {data.parts.map((part) => (
          <span
            key={part}
            class={`p${colourOf(data, part)}`}
            title={`${part} ${counts.get(part) ?? 0}`}
            style={{ width: `${all === 0 ? 0 : ((counts.get(part) ?? 0) / all) * 100}%` }}
          />
        ))}
      </div>
      <span class="share">
        {done.toLocaleString('en')} of {all.toLocaleString('en')} <span class="faint">{share} %</span>
      </span>
    </div>
  );
}

/** `#blk_new`, or a place in the list that is read without script. */
function functionInAddress({ functions }: ReviewData): number {
  let name = location.hash.slice(1);
  try {
    name = decodeURIComponent(name);
  } catch {}
  const number = /^f(\d+)$/.exec(name)?.[1];
  const at = functions.findIndex((one) => one.name === name);
  return at >= 0 ? at : number !== undefined && Number(number) < functions.length ? Number(number) : 0;
}

/** Whether keys go into a text now: it must not change under them. */
function isTyping(): boolean {
  return document.activeElement instanceof HTMLInputElement && document.activeElement.id === 'why';
}

function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}

function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('input:not([type=file]), textarea, select, [contenteditable]') !== null) return 'text';
  if (target.closest('button, a, summary, input') !== null) return 'control';
  return target.closest('.code, .file, .whole') !== null ? 'scroll' : 'page';
}
