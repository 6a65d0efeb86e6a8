import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

type Props = { readonly count: number; readonly children: () => ComponentChildren };

/** What is drawn when it is unfolded: a key that goes on to a function with many callers must not wait for them. */
export function More({ count, children }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details class="more" onToggle={({ currentTarget: { open } }) => setIsOpen(open)}>
      <summary>{count} more</summary>
      {isOpen && children()}
    </details>
  );
}
