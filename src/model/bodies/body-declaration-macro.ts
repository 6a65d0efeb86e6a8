/**
 * Whether a macro call at the start of a body counts as a declaration: the manifest says so, or the name does, as in
 * `DECLARE_BITMAP(seen, 8);` and `LIST_HEAD(pending);`. What takes a lock is a statement,
 * and so is `INIT_LIST_HEAD(&pending);`.
 */
export function isDeclarationMacro(name: string, ofManifest: readonly string[]): boolean {
  return ofManifest.includes(name) || named.has(name) || DECLARING.test(name);
}

/** Those of QEMU and Linux that no pattern tells. */
const named: ReadonlySet<string> = new Set(['ERRP_GUARD', 'XA_STATE', 'XA_STATE_ORDER', 'MA_STATE', 'VMA_ITERATOR']);

const DECLARING =
  /^(?:DECLARE|DEFINE)_[A-Z0-9_]+$|^(?!INIT_)[A-Z0-9_]*(?:LIST|TAILQ|SIMPLEQ|QUEUE)_HEAD$|^[A-Z0-9_]+_ON_STACK$/;
