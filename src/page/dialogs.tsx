import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { visible } from '../html/visible.ts';
import type { ReviewData } from '../review/review-data.ts';
import { plural } from './bits.tsx';
import { commandOf, type Decisions, exportList, importList, listName, reasonsLeftOut } from './decisions.ts';

export function Dialog({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the next key: one that follows at once is meant for the dialog.
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="dialog-title" onClose={onClose}>
      <header class="dialog-head">
        <h2 id="dialog-title">{title}</h2>
        <button type="button" aria-label="Close" onClick={() => dialog.current?.close()}>
          ×
        </button>
      </header>
      {children}
    </dialog>
  );
}

const keys: readonly (readonly [string, string])[] = [
  ['j  k  ↓  ↑', 'next and previous function'],
  ['n', 'next function without part'],
  ['1 … 9', 'give it the part of that number, and go on'],
  ['↵', 'accept the suggestion, and go on'],
  ['Space', 'mark the function: the next part is given to all that are marked'],
  ['*', 'mark all that the list shows, or none'],
  ['A', 'accept the suggestion of each function that the list shows'],
  ['0', 'leave it as the manifest has it'],
  ['w', 'write why'],
  ['u', 'undo'],
  ['/', 'search name, file and section'],
  ['l  p  s', 'list, picture, split'],
  ['x', 'export what was decided'],
  ['t', 'light or dark'],
  ['Esc', 'leave the search, then clear it and the marks'],
  ['?', 'this help'],
];

const hints: readonly (readonly [string, string])[] = [
  ['j', 'next'],
  ['1…9', 'part'],
  ['↵', 'accept'],
  ['Space', 'mark'],
  ['n', 'next without part'],
  ['w', 'why'],
  ['u', 'undo'],
  ['/', 'search'],
  ['?', 'all keys'],
];

/** The keys that one needs first; `?` tells all. */
export function Hints() {
  return (
    <p class="hints" aria-hidden="true">
      {hints.map(([key, text]) => (
        <span key={key}>
          <kbd>{key}</kbd> {text}
        </span>
      ))}
    </p>
  );
}

export function Help({ isServed, onClose }: { readonly isServed: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <table class="keys">
        <tbody>
          {keys.map(([key, text]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="faint">
        {isServed
          ? 'Each decision is written to the manifest at once.'
          : 'Decisions stay in this page, and where the browser lets it in this browser. Export them to take them along.'}
      </p>
    </Dialog>
  );
}

/** Functions that a remark of the dialog names. */
const MOST_NAMED = 20;

export function Export({
  data,
  decisions,
  onImport,
  onClose,
}: {
  readonly data: ReviewData;
  readonly decisions: Decisions;
  readonly onImport: (decisions: Decisions, said: string) => void;
  readonly onClose: () => void;
}) {
  const [said, setSaid] = useState('');
  const lists = data.manifests.flatMap(({ path }, at) => {
    const text = exportList(data, decisions, at);
    return text === '' ? [] : [{ path, at, text }];
  });
  const left = reasonsLeftOut(data, decisions);
  const load = async (file: File | undefined) => {
    if (file === undefined) return;
    const read = importList(data, decisions, await file.text());
    const text = `${plural(read.taken, 'decision')} read${read.unknown === 0 ? '' : `, ${plural(read.unknown, 'line')} not understood`}`;
    setSaid(text);
    onImport(read.decisions, text);
  };
  return (
    <Dialog title="Take the decisions along" onClose={onClose}>
      {left.length > 0 && (
        <p class="note left-out">
          {plural(left.length, 'reason')} left out of the list, since a list gives a reason with a part only:{' '}
          {visible(left.slice(0, MOST_NAMED).join(', '))}
          {left.length > MOST_NAMED && ` and ${left.length - MOST_NAMED} more`}. Give{' '}
          {left.length === 1 ? 'the function' : 'these functions'} a part, or keep this page.
        </p>
      )}
      {lists.length === 0 && left.length === 0 && <p>Nothing was decided on this page yet.</p>}
      {lists.map(({ path, at, text }) => (
        <section key={path} aria-label={visible(path)}>
          <h3 class="name">{visible(path)}</h3>
          <p>
            Save the list, then run <code>header-split {visible(commandOf(data, decisions, at))}</code>
          </p>
          <textarea
            class="export"
            readOnly
            rows={Math.min(10, text.split('\n').length)}
            aria-label={`List for ${visible(path)}`}
          >
            {text}
          </textarea>
          <p>
            <button
              type="button"
              class="primary"
              autofocus={at === lists[0]?.at}
              onClick={() => save(listName(path), text)}
            >
              Save {visible(listName(path))}
            </button>{' '}
            <button
              type="button"
              onClick={async () => {
                await navigator.clipboard.writeText(text).then(
                  () => setSaid('Copied'),
                  () => setSaid('The browser lets nothing be copied here; choose the text above'),
                );
              }}
            >
              Copy
            </button>
          </p>
        </section>
      ))}
      <p>
        <label>
          Go on with a list that was saved:{' '}
          <input
            type="file"
            accept=".yaml,.yml,.txt"
            onChange={({ currentTarget }) => load(currentTarget.files?.[0])}
          />
        </label>
      </p>
      <p role="status">{said}</p>
    </Dialog>
  );
}

function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/yaml' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
