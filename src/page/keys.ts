/** What a key asks for. */
export type Command =
  | { readonly kind: 'move'; readonly by: number }
  | { readonly kind: 'part'; readonly index: number }
  | {
      readonly kind:
        | 'next-open'
        | 'accept'
        | 'accept-all'
        | 'mark'
        | 'mark-all'
        | 'reset'
        | 'why'
        | 'undo'
        | 'search'
        | 'export'
        | 'theme'
        | 'help'
        | 'escape'
        | 'list'
        | 'picture'
        | 'split';
    };

const commands: Readonly<Record<string, Command>> = {
  j: { kind: 'move', by: 1 },
  k: { kind: 'move', by: -1 },
  ArrowDown: { kind: 'move', by: 1 },
  ArrowUp: { kind: 'move', by: -1 },
  PageDown: { kind: 'move', by: 15 },
  PageUp: { kind: 'move', by: -15 },
  Home: { kind: 'move', by: -1e9 },
  End: { kind: 'move', by: 1e9 },
  n: { kind: 'next-open' },
  Enter: { kind: 'accept' },
  A: { kind: 'accept-all' },
  ' ': { kind: 'mark' },
  '*': { kind: 'mark-all' },
  '0': { kind: 'reset' },
  w: { kind: 'why' },
  u: { kind: 'undo' },
  '/': { kind: 'search' },
  x: { kind: 'export' },
  t: { kind: 'theme' },
  '?': { kind: 'help' },
  Escape: { kind: 'escape' },
  l: { kind: 'list' },
  p: { kind: 'picture' },
  s: { kind: 'split' },
};

/** Where a key was pressed: keys that a control needs are its own. */
export type Focus = 'text' | 'control' | 'scroll' | 'page';

export function commandOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  focus: Focus,
): Command | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const command = /^[1-9]$/.test(event.key)
    ? ({ kind: 'part', index: Number(event.key) - 1 } as const)
    : Object.hasOwn(commands, event.key)
      ? (commands[event.key] ?? null)
      : null;
  if (focus === 'text') return event.key === 'Escape' ? command : null;
  if (focus === 'control' && (event.key === 'Enter' || event.key === ' ')) return null;
  if (focus === 'scroll' && event.key === ' ') return null;
  if (focus !== 'page' && event.key.length > 1 && event.key !== 'Escape' && event.key !== 'Enter') return null;
  return command;
}
