/** Markdown that is safe to show whatever the file says. */

/** Text of the file as Markdown that shows just that text. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f]/g, '�')
    .replace(/[\\`*_{}[\]()#+\-.!|~<>&]/g, (char) =>
      char === '<' ? '&lt;' : char === '>' ? '&gt;' : char === '&' ? '&amp;' : `\\${char}`,
    );
}

/** Text of the file in a code span, however many backticks it has. */
export function code(text: string, longest = 120): string {
  const cut = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  const clean = cut.replace(/[\u0000-\u001f\u007f]/g, '�');
  const fence = '`'.repeat(Math.max(0, ...[...clean.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  const pad = clean.startsWith('`') || clean.endsWith('`') || clean === '' ? ' ' : '';
  return `${fence}${pad}${clean}${pad}${fence}`;
}

/** The first sentence of a text of ours. */
export function firstSentence(text: string): string {
  return /^.*?[.!?。！？](?=\s|$|[\p{Script=Han}“])/su.exec(text)?.[0] ?? text;
}
