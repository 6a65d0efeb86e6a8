import { printable } from '../report/printable.ts';
import { nearestName } from '../text/nearest-name.ts';
import { commandNames, type FlaggedCommand, flagsOf } from './flags.ts';
import type { Invocation } from './invocation.ts';

type Misuse = Extract<Invocation, { kind: 'misuse' }>;

/** yargs' complaint about `argv` in this tool's words, with the nearest name for a misspelt one. */
export function explainMisuse(complaint: string, argv: readonly string[]): Misuse {
  const command = commandNames.find((name) => name === argv.find((word) => isCommand(word))) ?? null;
  return { kind: 'misuse', message: printable(explain(complaint, argv, command)), command };
}

/** The lines for standard error, ending in a newline. */
export function formatMisuse({ message, command }: Misuse): string {
  const help = command === null ? 'header-split --help' : `header-split ${command} --help`;
  return `header-split: ${message}\nTry \`${help}\`.\n`;
}

function explain(complaint: string, argv: readonly string[], command: FlaggedCommand | null): string {
  const unknown = /^Unknown arguments?: (.*)$/s.exec(complaint)?.[1];
  if (unknown !== undefined) return explainUnknown(unknown.split(', '), argv, command);

  if (complaint.startsWith('Not enough non-option arguments')) {
    // An unknown option takes the word behind it for its value, and with it the only manifest.
    const stranger = argv.find((word) => word.startsWith('--') && word !== '--' && !isKnown(word, command));
    if (stranger !== undefined) return explainUnknown([stranger.slice(2).replace(/=.*$/s, '')], [], command);
    return command === 'init' ? 'no header given' : `no manifest given, as in \`header-split ${command} block.yaml\``;
  }
  const lacking = /^Not enough arguments following: (.*)$/s.exec(complaint)?.[1];
  if (lacking !== undefined) return `option ${spelling(lacking)} needs a value`;

  const invalid = /Argument: (\S+), Given: "(.*)", Choices: (.*)/s.exec(complaint);
  if (invalid !== null) {
    const [, name = '', given = '', choices = ''] = invalid;
    const allowed = choices.split(', ').map((choice) => choice.replaceAll('"', ''));
    return `option ${spelling(name)} takes ${allowed.join(', ')}, not \`${given}\`${offer(nearestName(given, allowed))}`;
  }
  if (command === null) {
    const option = argv.find((word) => word.startsWith('-') && !topFlags.includes(word));
    if (option !== undefined) return `unknown option ${option}${offer(nearestName(option, topFlags))}`;
    return `${complaint}; it is one of ${allCommands.join(', ')}`;
  }
  return complaint;
}

function isKnown(option: string, command: FlaggedCommand | null): boolean {
  const name = option.replace(/=.*$/s, '');
  const flags = command === null ? [] : flagsOf(command).map(spelling);
  return [...topFlags, ...flags].includes(name) || [...topFlags, ...flags].includes(name.replace(/^--no-/, '--'));
}

function explainUnknown(names: readonly string[], argv: readonly string[], command: FlaggedCommand | null): string {
  const word = names.find((name) => argv.includes(name));
  if (command === null && word !== undefined) {
    return `unknown command \`${word}\`${offer(nearestName(word, allCommands))}`;
  }
  const option = names.find((name) => name !== word) ?? word ?? '';
  if (option === word) return `unexpected argument \`${word}\``;
  const known = [...topFlags, ...(command === null ? [] : flagsOf(command)).map(spelling)];
  // Any letter is near any other.
  const near = option.length === 1 ? null : nearestName(spelling(option), known);
  return `unknown option ${spelling(option)}${offer(near)}`;
}

const topFlags: readonly string[] = ['--help', '--version', '-h'];
const allCommands: readonly string[] = [...commandNames, 'completion'];

function isCommand(word: string): boolean {
  return allCommands.includes(word);
}

function spelling(option: string): string {
  return option.length === 1 ? `-${option}` : `--${option}`;
}

function offer(nearest: string | null): string {
  return nearest === null ? '' : `; did you mean \`${nearest}\`?`;
}
