/** `error` stops the run before anything is written; `warning` and `note` are for the reviewer. */
export type Severity = 'error' | 'warning' | 'note';

export type CodeEntry = {
  readonly severity: Severity;
  /** What is wrong in general, as a noun phrase: SARIF's rule name and the docs' heading. */
  readonly title: string;
  /** The next step, as an imperative sentence. */
  readonly help: string;
};

/** Every code that the tool can report. A finding with a code that is not here does not compile. */
export const codes = {
  'file-missing': {
    severity: 'error',
    title: 'A file that the run needs does not exist',
    help: 'Correct the path; it is relative to the root of the tree.',
  },
  'changed-meanwhile': {
    severity: 'error',
    title: 'A file to write does not stand as it did when it was read',
    help: 'Look at what changed the file, then run the command again.',
  },
  'folder-unreadable': {
    severity: 'note',
    title: 'A folder of the tree cannot be listed',
    help: 'Make the folder readable if the run should see what is inside.',
  },
  'git-refused': {
    severity: 'note',
    title: 'git refuses to work in the tree',
    help: 'Make `git status` work there, or ignore this where the tree needs no git.',
  },
  'repository-foreign': {
    severity: 'error',
    title: 'git found a repository that does not belong to the folder that it names as its top level',
    help: 'Take `core.worktree` out of its configuration (`git config --unset core.worktree`), or name another root after `-C`.',
  },
  'repository-missing': {
    severity: 'error',
    title: 'A revision was named, and the tree has no git repository',
    help: 'Leave the option out, or run where `git log` works.',
  },
  'revision-unknown': {
    severity: 'error',
    title: 'A revision that git does not know',
    help: 'Name a commit that `git log` shows; in a shallow clone it may have to be fetched first.',
  },
  'object-missing': {
    severity: 'error',
    title: 'The repository does not have a file of the revision',
    help: 'In a partial clone have git fetch what it left out: `git fetch --refetch --no-filter`; else see what `git fsck` says.',
  },
  'header-split-then': {
    severity: 'error',
    title: 'The header was split already at the revision that shall show it whole',
    help: 'Name a commit from before the split after `--from`, or leave `--from` out.',
  },
  'differs-from-revision': {
    severity: 'error',
    title: 'A file of the work tree is neither as the revision has it nor as the result would be',
    help: 'Keep its changes elsewhere and check the file out from the revision, or leave `--from` out.',
  },
  'split-otherwise': {
    severity: 'error',
    title: 'The tree is split otherwise than the manifest says',
    help: 'After an edit of the manifest run `header-split regenerate`; after one of the part files, `header-split sync`.',
  },
  'was-other-header': {
    severity: 'error',
    title: 'The manifest that the tree was made by is for another header',
    help: 'Name an older version of the same manifest after `--was`.',
  },
  'journal-broken': {
    severity: 'error',
    title: 'The journal of an interrupted write cannot be trusted',
    help: 'Compare the tree with its last commit, remove `.header-split-*.tmp` files and the journal, then run the command again.',
  },
  'journal-present': {
    severity: 'error',
    title: 'A write to this tree is under way or was interrupted',
    help: 'Wait for the other run; after an interruption, `header-split apply` finishes or undoes it.',
  },
  'nested-too-deep': {
    severity: 'error',
    title: 'The header nests brackets or conditionals too deeply',
    help: 'Check that this is a header that people write; the tool follows 256 levels.',
  },
  'names-left-out': {
    severity: 'note',
    title: 'Files whose names the tool cannot spell',
    help: 'Rename them if the run should see them.',
  },
  recovered: {
    severity: 'note',
    title: 'An interrupted write was finished or undone',
    help: 'Look at the files if the interruption was not wanted.',
  },
  'root-invalid': {
    severity: 'error',
    title: 'The root of the tree is no folder',
    help: 'Give an existing folder with `-C`.',
  },
  'write-failed': {
    severity: 'error',
    title: 'The system refused a write; nothing was changed',
    help: 'Check permissions and free space, then run the command again.',
  },
  'write-refused': {
    severity: 'error',
    title: 'A path that may not be written',
    help: 'Name a regular file inside the tree, or one that does not exist yet, reached without symbolic links.',
  },
  'write-unfinished': {
    severity: 'error',
    title: 'The system failed in the middle of a write',
    help: 'Remove the cause, then run `header-split apply`: it finishes from the journal.',
  },
  'clashing-file': {
    severity: 'error',
    title: 'Two parts, or a part and the header, have the same file',
    help: 'Give each part another `file`, or make one a section of the other by `into`.',
  },
  'clashing-guard': {
    severity: 'error',
    title: 'Two parts have the same include guard',
    help: 'Give each part another `guard`, or leave the key out.',
  },
  'into-loop': {
    severity: 'error',
    title: '`into` leads from a part back to itself',
    help: 'Remove `into` from the part whose file it shall be.',
  },
  'into-with-own-file': {
    severity: 'error',
    title: 'A part has `into` and a file or guard of its own',
    help: 'Keep `into`, or `file` and `guard`.',
  },
  'manifest-alias': {
    severity: 'error',
    title: 'YAML aliases are not allowed',
    help: 'Write the value out.',
  },
  'manifest-duplicate-key': {
    severity: 'error',
    title: 'A key stands twice in one mapping',
    help: 'Remove one of the two.',
  },
  'manifest-missing-key': {
    severity: 'error',
    title: 'A required key is missing',
    help: 'Add it; `header-split init` writes a file to start from.',
  },
  'manifest-not-text': {
    severity: 'error',
    title: 'A manifest or series file is not UTF-8 text',
    help: 'Save it as UTF-8.',
  },
  'manifest-path': {
    severity: 'error',
    title: 'A path is not spelt as git spells it',
    help: 'Write it relative to the root of the tree, with `/` and nothing superfluous.',
  },
  'manifest-syntax': {
    severity: 'error',
    title: 'A manifest or series file is not valid YAML',
    help: 'Correct the YAML; what follows the first mistake may have been misread.',
  },
  'manifest-too-deep': {
    severity: 'error',
    title: 'A manifest or series file is nested too deeply',
    help: 'Write it as `header-split init` does.',
  },
  'manifest-too-large': {
    severity: 'error',
    title: 'A file is too large to be a manifest or series file',
    help: 'Check that the path names what you mean.',
  },
  'manifest-unknown-key': {
    severity: 'error',
    title: 'An unknown key',
    help: 'Correct or remove it.',
  },
  'manifest-uneditable': {
    severity: 'error',
    title: 'A manifest is laid out so that its entries cannot be edited',
    help: 'Put each entry on a line of its own, then run the command again.',
  },
  'manifest-value': {
    severity: 'error',
    title: 'A value that cannot be used',
    help: 'Correct the value.',
  },
  'manifest-version': {
    severity: 'error',
    title: 'A version of the format that this release does not know',
    help: 'Write `version: 1`, or use the release that the file was written for.',
  },
  'manifest-wrong-type': {
    severity: 'error',
    title: 'A value of the wrong kind',
    help: 'Write what the message names.',
  },
  'path-leaves-root': {
    severity: 'error',
    title: "A path leads out of the tree's root",
    help: 'Write it relative to the root of the tree, without `..`.',
  },
  'shared-part-into': {
    severity: 'error',
    title: "The shared part is written into another part's file",
    help: 'Remove `into`, or name another part by `shared`.',
  },
  'unknown-part': {
    severity: 'error',
    title: 'A part that the manifest does not have',
    help: 'Correct the name, or add it to `parts`.',
  },
  'manifest-findings-cut': {
    severity: 'note',
    title: 'More findings about a file than are shown',
    help: 'Correct those that are shown first.',
  },
  'prototype-unassigned': {
    severity: 'error',
    title: 'A prototype of the header has no part',
    help: 'Give the prototype a part in the manifest.',
  },
  'prototype-unknown': {
    severity: 'error',
    title: 'The manifest lists a prototype that the header does not have',
    help: 'Correct the name, or remove the line.',
  },
  'names-disagree': {
    severity: 'error',
    title: 'The names that one declaration makes are assigned to different parts',
    help: 'Assign them to the same part, or split the declaration in the header first.',
  },
  'declaration-unknown': {
    severity: 'error',
    title: 'The manifest assigns a declaration that the header does not have',
    help: 'Correct the name, or remove the line.',
  },
  'include-unknown': {
    severity: 'error',
    title: 'The manifest places an include that the header does not have',
    help: 'Correct the path as the header spells it, or remove the line.',
  },
  'bracket-unknown': {
    severity: 'error',
    title: 'The manifest names a bracket that the header does not have',
    help: 'Spell both ends as the header does, or remove the entry.',
  },
  'bracket-suspected': {
    severity: 'error',
    title: 'What may be a bracket would be taken apart',
    help: 'Name both ends under `brackets` in the manifest.',
  },
  'pragma-parted': {
    severity: 'error',
    title: 'A pragma would be parted from the declarations that it holds for',
    help: 'Put `push` and `pop` around them where the pragma has these, assign them to the shared part, or move them with the pragma to a header of their own and include that.',
  },
  unbalanced: {
    severity: 'error',
    title: 'A conditional or a bracket of the header does not pair',
    help: 'Complete the pair in the header, or name the bracket macros under `brackets` in the manifest.',
  },
  'guard-missing': {
    severity: 'error',
    title: 'The header has no include guard',
    help: 'Add a guard to the header, or write `reinclude: once` if including it once is enough.',
  },
  'code-outside-guard': {
    severity: 'error',
    title: 'Code stands outside the include guard',
    help: 'Move it inside the guard, or write `reinclude: once` if including it once is enough.',
  },
  'guard-taken': {
    severity: 'error',
    title: 'The guard of a part file is used elsewhere in the tree',
    help: 'Give the part another `guard` in the manifest.',
  },
  'guard-tested': {
    severity: 'warning',
    title: "Another file tests the header's guard",
    help: 'Look whether that file wants the wrapper or one of the parts.',
  },
  'include-cycle': {
    severity: 'error',
    title: 'A part file would be part of an include cycle',
    help: 'Name an `assert_include` that does not include the header.',
  },
  'include-needed': {
    severity: 'error',
    title: 'The manifest sends an include where what needs it does not get it',
    help: 'Leave it out of `includes`: it then goes where it is needed.',
  },
  'include-order': {
    severity: 'error',
    title: 'An include cannot stand between what it needs and what needs it',
    help: 'Assign what it needs to the shared part.',
  },
  'meaning-changes': {
    severity: 'error',
    title: 'The split would change what a name means',
    help: 'Assign the declarations to one part, or move them in the header first.',
  },
  'macros-entangled': {
    severity: 'error',
    title: 'The macros lead to one another too often to follow',
    help: 'Move the macros that name so many others to a header of their own, and include that.',
  },
  unsettled: {
    severity: 'error',
    title: 'More declarations would have to move than can be followed',
    help: 'Assign the macros that would have to move by name, under `declarations`.',
  },
  'group-divided': {
    severity: 'error',
    title: 'A conditional group changes its own condition and would be divided',
    help: 'Assign the prototypes of the group to one part.',
  },
  'calls-back': {
    severity: 'error',
    title: 'Two part files need one another',
    help: 'Assign the declarations so that one part file can do without the other.',
  },
  'section-order': {
    severity: 'error',
    title: 'A section needs what a later section of the same file declares',
    help: 'Change the order of the parts in the manifest, or assign the declaration to the earlier one.',
  },
  'not-conserved': {
    severity: 'error',
    title: 'The split would lose or change text of the header',
    help: 'Report this with the header; nothing was written.',
  },
  'part-file-exists': {
    severity: 'error',
    title: 'A part file exists already',
    help: 'Remove the file if it is a leftover, or give the part another `file`.',
  },
  'part-file-included': {
    severity: 'error',
    title: 'A header that is to be split includes a file that the split would make',
    help: 'Send the include to `drop` or `wrapper` under `includes`, or give the part another `file`.',
  },
  'header-unusable': {
    severity: 'error',
    title: 'The header cannot be read as a file of the tree',
    help: 'Name a readable regular file below the root of the tree, of at most 32 MiB.',
  },
  'header-line-ends': {
    severity: 'error',
    title: 'The lines of the header end in CR alone',
    help: 'Convert the line ends to LF or CRLF.',
  },
  'header-binary': {
    severity: 'error',
    title: 'The header is no text',
    help: 'Name a C header that is text.',
  },
  'licence-text-missing': {
    severity: 'error',
    title: 'The file that should supply the licence begins with no comment',
    help: 'Name a file that begins with a licence comment, or write the text under `licence`.',
  },
  'declaration-moved': {
    severity: 'note',
    title: 'A declaration goes with the part that needs it, not to the shared part',
    help: 'Assign it under `declarations` to say where it shall go.',
  },
  'include-moved': {
    severity: 'note',
    title: 'An include goes elsewhere than to the shared part',
    help: 'Say under `includes` where it should go, if not there.',
  },
  'include-dropped': {
    severity: 'note',
    title: 'An include is dropped',
    help: 'Include it in the files that use what it declares.',
  },
  'comment-dropped': {
    severity: 'note',
    title: 'A comment is dropped together with its include',
    help: 'Put a blank line below the comment in the header if it is about more than the include.',
  },
  'include-loops': {
    severity: 'note',
    title: 'An include leads back to the header and goes to the wrapper',
    help: 'Nothing has to be done: no part needs it.',
  },
  'include-enters': {
    severity: 'note',
    title: 'Part files read the header above their guards, for what they need leads back to it',
    help: "Nothing has to be done. Say why in the part's `banner`, for whoever wonders at the line.",
  },
  'part-includes-part': {
    severity: 'note',
    title: 'A part file includes another because of what it uses',
    help: 'Assign the declarations otherwise if that is not wanted.',
  },
  'comment-copied': {
    severity: 'note',
    title: 'A comment goes to several files',
    help: 'Write `comment: own` at the declaration below it if it is about that alone.',
  },
  'opaque-item': {
    severity: 'note',
    title: 'A declaration was not understood; it is kept whole',
    help: 'Assign it by a name of its own under `declarations` if it does not belong to the shared part.',
  },
  'call-forbidden': {
    severity: 'warning',
    title: 'A macro or inline function uses a function of a part that its own may not call',
    help: 'Assign one of the two otherwise, or add the part to `may_call`.',
  },
  'macro-reaches': {
    severity: 'note',
    title: 'A macro or inline function uses a function of another part',
    help: 'Check that the part may call it.',
  },
  'licence-missing': {
    severity: 'note',
    title: 'The header has no licence comment',
    help: 'Write `licence: { from: FILE }` or a text in the manifest.',
  },
  'part-empty': {
    severity: 'note',
    title: 'A part has no item and gets no file',
    help: 'Assign something to the part, or remove it from the manifest.',
  },
  'order-differs': {
    severity: 'note',
    title: 'The manifest lists prototypes in another order than the header',
    help: "Nothing has to be done: the header's order rules.",
  },
  'text-consumer': {
    severity: 'note',
    title: 'A file names the header without including it',
    help: 'Look whether it must name a part file after the split.',
  },
  'open-item-parted': {
    severity: 'error',
    title: 'What goes on with the declaration below it would go to several parts',
    help: 'Assign what may stand below it to one part.',
  },
  'kept-with-next': {
    severity: 'note',
    title: 'A macro without `;` goes with the declaration below it',
    help: 'Name it under `annotations` if it decorates that, or under `declarations` if it ends by itself.',
  },
  'annotation-suggested': {
    severity: 'note',
    title: 'An identifier stands where only an annotation can',
    help: 'Name it under `annotations` if it is one.',
  },
  'definition-missing': {
    severity: 'note',
    title: 'Functions that shall assert and have no definition in the files looked at',
    help: 'Look whether they are generated, made by a macro or written in assembly; else correct `definitions`.',
  },
  'definition-unreadable': {
    severity: 'warning',
    title: 'A definition whose body cannot be read with certainty',
    help: 'Write the assertion by hand, and `assert: false` with a `why` into the manifest.',
  },
  'function-not-defined': {
    severity: 'error',
    title: 'A function that the manifest looks for in a file is not defined there',
    help: 'Correct the name or the file under `functions`.',
  },
  'include-added': {
    severity: 'note',
    title: 'A source file got an include for its assertions',
    help: 'Look whether the place suits the file.',
  },
  'initialiser-before-assertion': {
    severity: 'note',
    title: 'An initialiser calls a function before the assertion',
    help: 'Move the call below the declarations if it needs what the assertion checks.',
  },
  'grammar-missing': {
    severity: 'note',
    title: 'The C grammar, which reads each edited function a second time, cannot be loaded',
    help: 'Install the package again on this machine, or look at each inserted assertion: the tokens alone were read.',
  },
  'assertion-foreign': {
    severity: 'warning',
    title: 'A function holds the assertion of another part, which a person may have written',
    help: 'It stays. Assign the function to that part if it is right there, else remove it by hand.',
  },
  'parameter-unknown': {
    severity: 'error',
    title: 'An assertion names a parameter that a definition does not have',
    help: 'Write `assert: false` with a `why` for the functions named, take those under `functions` out, or give the parameter that is meant the same name everywhere.',
  },
  'assert-unknown': {
    severity: 'warning',
    title: 'An assertion calls what no C file of the tree names',
    help: 'Correct its name or add it to the tree first, in a series as a prerequisite; or ignore this where a system header has it.',
  },
  'several-definitions': {
    severity: 'warning',
    title: 'A function with definitions in several files',
    help: 'Name the files to assert in by `definitions`, or give the function `assert: false`.',
  },
  'prototype-unlisted': {
    severity: 'error',
    title: 'A function of a part file is not in the manifest',
    help: 'Run `header-split sync`, which writes it into the manifest.',
  },
  'prototype-misplaced': {
    severity: 'error',
    title: 'A function stands in the file of another part',
    help: 'Run `header-split regenerate` after an edit of the manifest, else `header-split check --fix`; or correct the manifest.',
  },
  'declaration-unreadable': {
    severity: 'error',
    title: 'What was not understood in a part file names a function of the manifest',
    help: 'Correct the declaration, or name the macro in it under `annotations` in the manifest.',
  },
  'prototype-in-wrapper': {
    severity: 'error',
    title: 'The wrapper declares a function',
    help: 'Move it to the file of its part.',
  },
  'prototype-doubled': {
    severity: 'error',
    title: 'A function is declared twice',
    help: 'Remove one of the two.',
  },
  'declaration-misplaced': {
    severity: 'error',
    title: 'A declaration stands in the file of another part',
    help: 'Run `header-split regenerate` after an edit of the manifest, else `header-split check --fix`; or correct the manifest.',
  },
  'sibling-not-included': {
    severity: 'error',
    title: 'A file of the split does not include a part file that it must',
    help: 'Include it, or run `header-split check --fix`.',
  },
  'sibling-forbidden': {
    severity: 'error',
    title: 'A part file includes the wrapper below its guard, or is part of a loop of part files',
    help: 'Remove one of the includes.',
  },
  'wrapper-not-first': {
    severity: 'error',
    title: 'A part file does not read the wrapper above its guard, as one that it includes does',
    help: 'Include the wrapper above its guard, or run `header-split check --fix`.',
  },
  'sibling-doubled': {
    severity: 'error',
    title: 'A file of the split includes a part file twice',
    help: 'Remove one of the two, or run `header-split check --fix`.',
  },
  'guard-differs': {
    severity: 'error',
    title: 'A part file has another guard than the manifest gives it',
    help: 'Run `header-split check --fix`, or correct the manifest.',
  },
  'guard-doubled': {
    severity: 'error',
    title: 'Two files of a split have the same guard',
    help: 'Give one of them another.',
  },
  'guard-undefined': {
    severity: 'error',
    title: 'A file tests one macro as its guard and defines another',
    help: 'Correct the one that is misspelt.',
  },
  'assertion-missing': {
    severity: 'error',
    title: 'A definition does not hold the assertion of its part',
    help: 'Run `header-split check --fix`, or write `assert: false` with a `why` into the manifest.',
  },
  'assertion-of-other-part': {
    severity: 'error',
    title: 'A definition holds the assertion of another part',
    help: 'Run `header-split check --fix`, or assign the function to the other part.',
  },
  'assertion-doubled': {
    severity: 'error',
    title: 'A definition holds the assertion of its part twice',
    help: 'Run `header-split check --fix`, or remove one of the two.',
  },
  'assertion-unwanted': {
    severity: 'error',
    title: 'A definition holds an assertion, and its function shall have none',
    help: 'Run `header-split check --fix`, or correct the manifest.',
  },
  'not-split': {
    severity: 'note',
    title: 'The tree is not split yet',
    help: 'Run `header-split apply` when the manifest is complete.',
  },
  'input-unreadable': {
    severity: 'error',
    title: 'A file named on the command line cannot be read',
    help: 'Name a readable file; manifests are relative to the current folder.',
  },
  'output-unwritable': {
    severity: 'error',
    title: 'The output file cannot be written',
    help: 'Name another file after `-o`, or leave it out for standard output.',
  },
  'only-assertions': {
    severity: 'error',
    title: 'Assertions alone cannot be applied to a tree that is not split',
    help: 'Run `header-split apply --only headers` first, or leave `--only` out.',
  },
  'wrapper-expected': {
    severity: 'error',
    title: 'The header is not the wrapper of a split',
    help: 'Name the header that includes the part files, or leave out `--from-split` to begin a manifest for a whole one.',
  },
  'header-outside': {
    severity: 'error',
    title: 'The header does not lie in the tree',
    help: 'Name a header below the root, or give the root with `-C`.',
  },
  'header-doubled': {
    severity: 'error',
    title: 'Two manifests of one run split the same header',
    help: 'Leave one of them out.',
  },
  'glob-without-file': {
    severity: 'warning',
    title: 'A glob under `definitions` matches no file',
    help: 'Correct the glob; it is relative to the root of the tree.',
  },
  'guard-shared': {
    severity: 'warning',
    title: "A file that a part includes insists on the header's own guard",
    help: 'Look whether other files test the guard to learn that the whole header was included.',
  },
  'stands-unlisted': {
    severity: 'note',
    title: 'A function of a part file is not in the manifest',
    help: 'Run `header-split sync` to write it into the manifest.',
  },
  'stands-elsewhere': {
    severity: 'warning',
    title: 'A function stands in the file of another part than the manifest says',
    help: 'Run `header-split check --fix` to move the declaration, or `header-split sync` to change the manifest.',
  },
  'stands-nowhere': {
    severity: 'note',
    title: 'The manifest lists a function that no part file declares',
    help: 'Run `header-split sync` to take it out of the manifest.',
  },
  'assertion-older': {
    severity: 'note',
    title: 'A definition does not hold what the manifest said before and says now',
    help: 'Run `header-split check --fix` to mend it.',
  },
  'hand-edit-contradicts': {
    severity: 'error',
    title: 'What the manifest changes was changed by hand as well',
    help: 'Undo one of the two, then run the command again.',
  },
  'not-split-yet': {
    severity: 'error',
    title: 'The command works on a split header, and this one is not split',
    help: 'Run `header-split apply` first.',
  },
  'part-file-missing': {
    severity: 'error',
    title: 'A part file of a split header does not exist',
    help: 'Restore it, or undo the change of the manifest that gave the part another file.',
  },
  'joined-from-parts': {
    severity: 'note',
    title: 'Declarations were moved between the part files as they stand',
    help: 'Look at the blank lines around them, and whether a heading should have come along.',
  },
  'whole-header-wanted': {
    severity: 'error',
    title: 'An edit of the manifest that only the whole header can carry out',
    help: 'Name a revision that has the header before it was split with `--from REV`, or undo that edit.',
  },
  'not-kept': {
    severity: 'error',
    title: 'Something would not come out of the regeneration as it went in',
    help: 'Report this with the file; nothing was written.',
  },
  'include-stays': {
    severity: 'note',
    title: 'A file may include something for assertions that it no longer holds',
    help: 'Remove the include by hand if nothing else in the file needs it.',
  },
  'include-removed': {
    severity: 'note',
    title: 'A file lost an include that only its assertions needed',
    help: 'Compile the file: what was added to it since may need the include as well.',
  },
  'placeholder-unknown': {
    severity: 'error',
    title: 'A template has a placeholder that does not exist',
    help: 'Correct the name between the braces.',
  },
  'placeholder-open': {
    severity: 'error',
    title: 'The braces of a placeholder are not closed',
    help: "Write '}}' behind its name, on the same line.",
  },
  'subject-empty': {
    severity: 'error',
    title: 'The subject of a patch is empty',
    help: 'Write something besides placeholders.',
  },
  'message-cut': {
    severity: 'error',
    title: 'A line that `git am` would not take for part of the message',
    help: 'Indent the line, or write it otherwise.',
  },
  'series-header-unknown': {
    severity: 'error',
    title: 'A series file names a header that none of its manifests splits',
    help: 'Correct the path; it is relative to the root of the tree.',
  },
  'series-needs-git': {
    severity: 'error',
    title: 'A series is made of commits, and there is no git repository to make them from',
    help: 'Run where `git log` works.',
  },
  'series-git-failed': {
    severity: 'error',
    title: 'git could not do a step of the series',
    help: 'Look at what git says; neither the tree nor the repository was changed.',
  },
  'identity-missing': {
    severity: 'error',
    title: 'git does not know whose commits these are',
    help: 'Run `git config user.name NAME` and `git config user.email ADDRESS`.',
  },
  'uncommitted-change': {
    severity: 'error',
    title: 'A file that the series touches has changes that are not committed',
    help: 'Commit them, or put them aside with `git stash`. After `apply`, make the series from the commit before the split: `--from REV`.',
  },
  'filter-not-run': {
    severity: 'error',
    title: 'A file that the series touches cannot be compared with the last commit without running a program',
    help: 'Where `git status` shows no change, make the series from a clone without files: `git clone --bare . FOLDER`, then `-C FOLDER`.',
  },
  'prerequisite-unusable': {
    severity: 'error',
    title: 'A prerequisite cannot be applied',
    help: 'Make it anew on the commit that the series begins on.',
  },
  'mails-unwritable': {
    severity: 'error',
    title: 'The mails cannot be written',
    help: 'Name another folder after `-o`.',
  },
  'mails-left-over': {
    severity: 'error',
    title: 'The folder holds a mail that the series does not have',
    help: 'Remove it, or name another folder after `-o`: `git am` would take it for a part of the series.',
  },
  'branch-refused': {
    severity: 'error',
    title: 'The branch cannot be made',
    help: 'Name another one after `--branch`, or see to it that git can write to the repository.',
  },
  'previous-unusable': {
    severity: 'error',
    title: 'The previous version of the series cannot be compared with',
    help: 'Name the folder of its mails, or its commits as A..B, after `--previous`.',
  },
  'cc-command-not-run': {
    severity: 'warning',
    title: 'The program that names the recipients was not run',
    help: 'Read what `cc_command` of the series file runs, then add `--run-cc-command`; or name the recipients by `--cc`.',
  },
  'cc-command-failed': {
    severity: 'error',
    title: 'The program that names the recipients failed',
    help: 'Correct `cc_command` in the series file.',
  },
  'consumer-not-proposed': {
    severity: 'error',
    title: 'There is no proposal for a text consumer that the series file lists',
    help: 'Give the entry a `patch` or a `replace`, or remove it.',
  },
  'consumer-change-unfit': {
    severity: 'error',
    title: 'A change of a text consumer does not fit the file',
    help: 'Make the change from the file as the patches before leave it; where several headers are named, give the entry a `header`.',
  },
  'consumer-offered': {
    severity: 'note',
    title: 'A change is proposed for a text consumer that the series does not list',
    help: 'List the file under `consumers` of a series file to have the change in the series.',
  },
  'series-check-failed': {
    severity: 'error',
    title: 'A patch of the series leaves a tree that is not as the manifest says',
    help: 'Look at what prerequisites and text consumers of the series change there.',
  },
  'changelog-missing': {
    severity: 'warning',
    title: 'The cover letter does not say what changed in the manifests',
    help: 'Name what the manifests were after `--was`: a folder, or a revision that has them.',
  },
  'cover-missing': {
    severity: 'warning',
    title: 'The cover letter does not say why the series exists',
    help: 'Write it under `cover` in a series file, or over `*** BLURB HERE ***` in the letter.',
  },
  'consumer-unchanged': {
    severity: 'warning',
    title: 'A text consumer that the series file lists is not changed',
    help: 'Remove the entry, or say by `header`, `replace` or `patch` what shall change.',
  },
} as const satisfies Record<string, CodeEntry>;

export type Code = keyof typeof codes;
