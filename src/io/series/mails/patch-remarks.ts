/**
 * A mail with a text between the line that ends the commit message and the diffstat, where reviewers read it and
 * `git am` does not. The text is bytes (latin1); an empty one changes nothing.
 */
export function withRemarks(mail: string, remarks: string): string {
  const text = remarks.replace(/(?<![ \t\r])[ \t\r]+$/gm, '').replace(/^\n+|(?<!\n)\n+$/g, '');
  if (text === '') return mail;
  const headers = mail.indexOf('\n\n');
  const at = mail.indexOf(DASHES, headers);
  return at < 0 ? mail : `${mail.slice(0, at + DASHES.length)}${text}\n\n${mail.slice(at + DASHES.length)}`;
}

/** The changelogs that a mail has for versions before it, each with its title; bytes (latin1) without transfer encoding. */
export function earlierChangelogs(mail: string): readonly string[] {
  const text = decodedBody(mail);
  return [
    ...text.matchAll(
      // A line of the diffstat below is indented by one space.
      /^Changes since v\d+(?:\.\d+)*:\n(?:[ \t]*[-*+] .*\n|(?: {2}|\t)[ \t]*\S.*\n|\n(?=[ \t]*[-*+] |(?: {2}|\t)[ \t]*\S))+/gm,
    ),
  ].map(([block]) => block.trimEnd());
}

/** What a mail's subject says behind `[PATCH v2 3/7]`, unfolded; bytes (latin1) of UTF-8 where it is encoded so. */
export function titleOf(mail: string): string {
  const [subject = ''] = /^Subject: .*(?:\n[ \t].*)*/m.exec(mail.slice(0, mail.indexOf('\n\n'))) ?? [];
  return subject
    .replace(/^Subject: /, '')
    .replace(/\n[ \t]/g, ' ')
    .replace(/\?= +=\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, form: string, text: string) =>
      form.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('latin1') : quoted(text.replaceAll('_', ' ')),
    )
    .replace(/^\[[^\]]*\]\s*/, '');
}

function quoted(text: string): string {
  return text.replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

const DASHES = '\n---\n';

function decodedBody(mail: string): string {
  const end = mail.indexOf('\n\n');
  const body = mail.slice(end + 2).replace(/\r\n/g, '\n');
  if (!/^Content-Transfer-Encoding: quoted-printable$/im.test(mail.slice(0, end))) return body;
  return quoted(body.replace(/=\n/g, ''));
}
