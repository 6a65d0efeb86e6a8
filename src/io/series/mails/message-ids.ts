import { createHash } from 'node:crypto';

/**
 * Mails whose message ids depend on nothing but the mails: git puts the time of the clock into them. In its place comes
 * the date of the series and a digest of all the mails, so that two versions of a series never share an id. Ids that
 * the user named stay.
 */
export function settleMessageIds(mails: readonly string[], date: string): readonly string[] {
  const made = mails.flatMap((mail) => /^Message-I[Dd]: (<.*>)$/m.exec(headersOf(mail))?.[1] ?? []);
  if (made.length === 0) return mails;
  const timeless = mails.map((mail) => replaceTimes(mail, made, '0'));
  const digest = createHash('sha256').update(timeless.join('\0'), 'latin1').digest('hex').slice(0, DIGEST_LENGTH);
  const [seconds = '0'] = date.split(' ');
  return mails.map((mail) => replaceTimes(mail, made, `${seconds}.${digest}`));
}

/** Hexadecimal digits. */
const DIGEST_LENGTH = 12;

/** git's ids are `<cover.1600000000.git.address>`, or a commit's id for `cover`. */
function replaceTimes(mail: string, ids: readonly string[], time: string): string {
  const headers = headersOf(mail);
  let settled = headers;
  for (const id of ids)
    settled = settled.replaceAll(
      id,
      id.replace(/\.\d+\.git\./, () => `.${time}.git.`),
    );
  return `${settled}${mail.slice(headers.length)}`;
}

function headersOf(mail: string): string {
  return mail.slice(0, mail.indexOf('\n\n'));
}
