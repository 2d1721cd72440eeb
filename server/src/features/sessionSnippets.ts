/** Whole sessions to begin with, written in the format of the file. */
import { type CompletionItem, CompletionItemKind, InsertTextFormat, type Range } from 'vscode-languageserver-types';
import type { Locale } from '../reference/entry';
import { type Word, word } from './words';

type Line = readonly ['client' | 'server', string];

interface SessionSnippet {
  readonly label: string;
  readonly about: Word;
  readonly lines: readonly Line[];
}

const HELLO: readonly Line[] = [
  ['server', '220 ${1:mx.example.org} ESMTP'],
  ['client', 'EHLO ${2:client.example.net}'],
  ['server', '250-${1:mx.example.org}'],
  ['server', '250-SIZE 10240000'],
  ['server', '250 ENHANCEDSTATUSCODES'],
  ['client', 'MAIL FROM:<${3:sender@example.net}>'],
  ['server', '250 2.1.0 Ok'],
];

const BYE: readonly Line[] = [
  ['client', 'QUIT'],
  ['server', '221 2.0.0 Bye'],
];

const SNIPPETS: readonly SessionSnippet[] = [
  {
    label: 'session',
    about: 'wholeSession',
    lines: [
      ...HELLO,
      ['client', 'RCPT TO:<${4:recipient@example.org}>'],
      ['server', '250 2.1.5 Ok'],
      ['client', 'DATA'],
      ['server', '354 End data with <CR><LF>.<CR><LF>'],
      ['client', 'Subject: ${5:Test}'],
      ['client', '.'],
      ['server', '250 2.0.0 Ok: queued as ${6:4F2A166289}'],
      ...BYE,
    ],
  },
  {
    label: 'session-refused',
    about: 'refusedSession',
    lines: [
      ...HELLO,
      ['client', 'RCPT TO:<${4:nobody@example.org}>'],
      ['server', '550 5.1.1 <${4:nobody@example.org}>: User unknown'],
      ...BYE,
    ],
  },
];

/** `write` makes the line of the file; `typed` is what stands in the range that is replaced. */
export function sessionSnippets(
  write: (speaker: 'client' | 'server', text: string) => string,
  range: Range,
  typed: string,
  locale: Locale,
): CompletionItem[] {
  return SNIPPETS.map(({ label, about, lines }) => ({
    label,
    kind: CompletionItemKind.Snippet,
    detail: word(about, locale),
    filterText: typed + label,
    sortText: `2${label}`,
    insertTextFormat: InsertTextFormat.Snippet,
    textEdit: { range, newText: lines.map(([speaker, text]) => `${write(speaker, text)}\n`).join('') },
  }));
}
