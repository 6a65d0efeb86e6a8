import { displayText } from '../../text/source-text.ts';

/**
 * Whether a comment (latin1) says something of a licence, a copyright or the terms of use, in the languages in which
 * headers do. What merely describes a file, names its author or says which project it is part of does not.
 */
export function saysLicence(comment: string): boolean {
  const text = displayText(comment);
  const words = text.replaceAll(/[\s*/#|;-]+/g, ' ').trim();
  return (
    TERMS.test(words) ||
    FILES.test(words) ||
    (COPYRIGHT_SIGN.test(words) && !/\([ab]\)/i.test(words)) ||
    NAMED_TERMS.test(words) ||
    NAME_ALONE.test(words)
  );
}

/** Names that mean other things as well; GPL and its like mean a licence wherever they stand. */
const NAMES =
  '(?:new |modified |simplified )?BSD(?: ?[0-4])?|MIT|ISC|Apache(?: ?[12](?:\\.\\d)?)?|X11|zlib|Boost|Artistic';

const NAMED_TERMS = new RegExp(`(?:under|terms of)(?: the)? (?:${NAMES})\\b`, 'i');
const NAME_ALONE = new RegExp(`^(?:${NAMES})$`);

// cspell:disable
const TERMS = new RegExp(
  [
    'SPDX',
    'copy ?(?:right|left)',
    'licen[cçsz]',
    'licentie',
    'lizenz',
    'лиценз',
    'авторск',
    '版权|版權|许可|許可|著作権|ライセンス|라이선스|저작권',
    'urheberrecht',
    'droits? d.auteur',
    '(?:all|some|no) rights? reserved',
    'alle rechte vorbehalten|rechte vorbehalten',
    'tous droits r',
    'todos (?:los|os) d[ei]r[ei].{0,12} reservados',
    'tutti i diritti riservati',
    'public domain|domaine public|gemeinfrei|dominio p|domínio p',
    'permission (?:is|to) ',
    'redistribut|freely distribut|distributed under|distribution is ',
    'free software',
    '\\bwarrant(?:y|ies)\\b|gew(?:ä|ae)hrleistung|garantie\\b.{0,40}\\b(?:aucune|sans)|\\b(?:aucune|sans)\\b.{0,20}garantie',
    '\\b[AL]?GPL(?:v?\\d[\\d.]*)?\\b|general public',
    '\\bMPL\\b|\\bEUPL|\\bCDDL|\\bCeCILL|\\bWTFPL|\\bCC0|\\bCC BY|\\bBSL 1|\\bEPL\\b|beer ?ware',
    '\\b(?:[0-4] clause BSD|BSD [0-4] clause|Apache 2|Apache software|MIT X11|zlib libpng)\\b',
    'use .{0,20}at your own risk',
    'do (?:what|whatever|anything) (?:the fuck )?you (?:want|like|please|wish)',
    'trade secret|proprietary and confidential|confidential and proprietary|company confidential',
  ].join('|'),
  'iu',
);
// cspell:enable

/** Capitals, as files of terms are named: `see COPYING`. */
const FILES = /\b(?:COPYING|COPYRIGHT|LICEN[CS]ES?|UNLICENSE|NOTICE)\b/;

/** `(c)` numbers the third of a list as well. */
const COPYRIGHT_SIGN = /©|\(c\)[ ,:]*(?:\d|by\b|[A-Z])|\(C\)|&copy/i;
