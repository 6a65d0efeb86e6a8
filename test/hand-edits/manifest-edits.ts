import { manifestText } from './project.ts';

/** What the manifest's authors do after the hand edit. */
export type ManifestEdit = {
  readonly name: string;
  /** The edited manifest. */
  readonly manifest: string;
  /** Names that it changes in every file. */
  readonly renames: ReadonlyMap<string, string>;
};

export const movesAttach = edited('move disk_attach to io', ['disk_attach: graph', 'disk_attach: io']);

export const movesNeighbour = edited('move disk_set_name to io', ['disk_set_name: graph', 'disk_set_name: io']);

export const movesWrite = edited('move disk_write to graph', ['disk_write: io', 'disk_write: graph']);

export const leavesSection = edited('move disk_poll out of its section', ['disk_poll: either', 'disk_poll: graph']);

export const renamesFile: ManifestEdit = {
  ...edited('rename the graph file', ['  graph:\n', '  graph:\n    file: include/disk-main.h\n']),
  renames: new Map([
    ['disk-graph.h', 'disk-main.h'],
    ['DISK_GRAPH_H', 'DISK_MAIN_H'],
  ]),
};

export const changesBanner = edited('change the graph banner', ['Graph API.\n', 'Graph API, the main loop.\n']);

export const changesAssertion = edited('change the graph assertion', ['assert(in_main_loop());', 'MAIN_LOOP_CODE();']);

export const changesPlacement = edited('change the placement', [
  '\ndefinitions:',
  '\nplacement: first\n\ndefinitions:',
]);

export const movesTypes = edited(
  'move a macro, a struct and disk_snapshot',
  ['disk_snapshot: graph', 'disk_snapshot: io'],
  ['\nprototypes:', '\ndeclarations:\n  DISK_SECTOR_SIZE: io\n  DiskLimits: graph\n\nprototypes:'],
);

function edited(name: string, ...replacements: readonly (readonly [from: string, to: string])[]): ManifestEdit {
  const manifest = replacements.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`'${from}' does not stand once in the manifest`);
    return text.replace(from, () => to);
  }, manifestText);
  return { name, manifest, renames: new Map() };
}
