/** What a run changes: what an edit of the manifest asks for, or all in which a tree is not as its manifest says. */
export type Scope = 'edited' | 'all';
