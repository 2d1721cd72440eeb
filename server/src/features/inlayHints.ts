import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver-types';
import { userNameOf } from '../rules/credentials';
import { locateOnLines } from '../transcript/pieces';
import type { Step } from '../transcript/reader';
import type { SessionState } from '../transcript/session';
import type { CommandExchange, Said } from '../transcript/transcript';
import { type HoverOptions, refer } from './hover/layout';
import type { ParsedDocument } from './parsedDocument';
import { type Word, word } from './words';

/** Which hints are wanted; each is a setting. */
export interface InlayHintOptions {
  readonly state: boolean;
  readonly slow: boolean;
  readonly answers: boolean;
  readonly users: boolean;
}

/** From this many seconds on a pause is shown. */
export const SLOW_SECONDS = 1;

/**
 * State after a command, seconds since the line before when slow, `answers line N` under pipelining, the user's name in
 * the base64 of AUTH.
 */
export function inlayHints(
  document: ParsedDocument,
  range: Range,
  hover: HoverOptions,
  options: InlayHintOptions,
): InlayHint[] {
  const first = document.positions.place(range.start).line;
  const last = document.positions.place(range.end).line;
  const hints: InlayHint[] = [];
  const shown = (line: number) => first <= line && line <= last;
  for (const session of document.transcript.sessions) {
    if (session.lastLine < first || session.firstLine > last) continue;
    for (const [index, step] of session.steps.entries()) {
      const after = session.steps[index + 1]?.before ?? session.after;
      for (const hint of hintsOf(document, step, after, hover, options))
        if (shown(hint.position.line)) hints.push(hint);
    }
    if (options.slow) for (const hint of slowHints(document, session.steps, shown)) hints.push(hint);
  }
  return hints;
}

function* hintsOf(
  document: ParsedDocument,
  { exchange, before }: Step,
  after: Step['before'],
  hover: HoverOptions,
  options: InlayHintOptions,
): Generator<InlayHint> {
  const { locale } = hover;
  if (exchange.kind !== 'command') return;
  const reply = exchange.replies.at(-1);
  if (options.users) {
    const sent = userNameOf(exchange);
    if (sent !== undefined)
      yield at(document, sent.said, word('userName', locale, { name: sent.name.slice(0, LONGEST_NAME) }));
  }
  const end = reply?.lines.at(-1)?.said;
  const changed = options.state && end !== undefined ? changeOf(exchange, before, after) : undefined;
  if (changed !== undefined && end !== undefined) yield at(document, end, word(changed, locale));
  if (options.answers && exchange.sentBeforeReplyTo !== undefined) {
    const said = reply?.lines[0].said;
    if (said !== undefined)
      yield at(
        document,
        said,
        word('answersLine', locale, { line: exchange.command.said.line + 1 }),
        refer('smtp-pipelining', 'PIPELINING', hover),
      );
  }
  const opened =
    after.transaction.kind === 'open' && exchange.command.verb === 'RCPT' && after.transaction !== before.transaction;
  if (options.state && opened && reply !== undefined) {
    const { recipients, refusedRecipients } = after.transaction;
    const values = { accepted: recipients?.length ?? 0, refused: refusedRecipients?.length ?? 0 };
    const last = reply.lines.at(-1)?.said;
    if (last !== undefined)
      yield at(
        document,
        last,
        word('recipientCount', locale, values),
        refer(String(reply.code), String(reply.code), hover),
      );
  }
}

/** Characters of a user's name that are shown. */
const LONGEST_NAME = 60;

/** What a command changed for all that follows, where its reply alone does not say so. */
function changeOf({ command }: CommandExchange, before: SessionState, after: SessionState): Word | undefined {
  if (command.verb === 'STARTTLS' && before.hello.kind !== 'none' && after.hello.kind === 'none') return 'helloAgain';
  const hadTransaction = before.transaction.kind === 'open' && after.transaction.kind === 'none';
  return command.verb === 'RSET' && hadTransaction ? 'transactionGone' : undefined;
}

function* slowHints(
  document: ParsedDocument,
  steps: readonly Step[],
  shown: (line: number) => boolean,
): Generator<InlayHint> {
  let before: number | undefined;
  for (const { exchange } of steps) {
    const lines: Said[] = exchange.kind === 'command' ? [exchange.command.said] : [];
    if ('replies' in exchange)
      for (const reply of exchange.replies) lines.push(...reply.lines.slice(0, 1).map(({ said }) => said));
    for (const said of lines) {
      if (said.time === undefined) continue;
      const seconds = before === undefined ? 0 : (said.time - before) / 1000;
      before = said.time;
      if (seconds >= SLOW_SECONDS && shown(said.line)) yield at(document, said, `+${seconds.toFixed(1)} s`);
    }
  }
}

/** `more`: a link to what the reference says about it. */
function at(document: ParsedDocument, said: Said, label: string, more?: string): InlayHint {
  const { line, end } = locateOnLines(said, 0, said.text.length).at(-1) ?? said;
  const position = document.positions.position(line, end);
  const hint: InlayHint = { position, label, kind: InlayHintKind.Type, paddingLeft: true };
  return more === undefined ? hint : { ...hint, tooltip: { kind: 'markdown', value: more } };
}
