export type EditableSection = 'prototypes' | 'declarations';

/** What should become of one entry of the manifest. Names are latin1, as in a `Manifest`; `was` is for messages. */
export type ManifestChange =
  | {
      readonly kind: 'add';
      readonly section: 'prototypes';
      readonly name: string;
      readonly part: string;
      readonly beside: Beside;
    }
  | { readonly kind: 'remove'; readonly section: EditableSection; readonly name: string; readonly was: string | null }
  | {
      readonly kind: 'assign';
      readonly section: EditableSection;
      readonly name: string;
      readonly part: string;
      readonly was: string | null;
    };

/** An entry that stays, next to which a new one goes; null: behind the last. */
export type Beside = { readonly side: 'behind' | 'before'; readonly name: string } | null;
