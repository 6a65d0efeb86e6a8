import { visible } from '../html/visible.ts';

type Props = {
  readonly isLost: boolean;
  /** Why the manifests cannot be read now. */
  readonly trouble: string | null;
  /** What was not written, and why. */
  readonly refusal: string | null;
  readonly onClose: () => void;
};

/** What a reader must know before the next decision, as a whole and above all else. */
export function Notices({ isLost, trouble, refusal, onClose }: Props) {
  return (
    <div class="notices">
      {isLost && <p class="note bad lost">The server does not answer. What you decide now is not written.</p>}
      <div role="alert">
        {trouble !== null && refusal === null && (
          <p class="note bad">
            A manifest or its header cannot be read, and nothing is written until it can: {visible(trouble)}
          </p>
        )}
        {refusal !== null && (
          <p class="note bad refusal">
            <span>{visible(refusal)}</span>
            <button type="button" aria-label="Close" onClick={onClose}>
              ×
            </button>
          </p>
        )}
      </div>
    </div>
  );
}
