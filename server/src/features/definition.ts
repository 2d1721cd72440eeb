import type { Location, Position } from 'vscode-languageserver-types';
import type { Reference } from '../reference/reference';
import { whole } from '../rules/about';
import { extensionOfParameter } from '../rules/repairs';
import type { Span } from '../transcript/transcript';
import { pairOf, parameterAt, saidAt } from './lookup';
import type { ParsedDocument } from './parsedDocument';
import type { Context } from './stretch';

/** Reply → its command; refusal and 503 → the line that caused it; parameter → the offer; command → its reply. */
export function definition(document: ParsedDocument, uri: string, position: Position): Location[] {
  const at = saidAt(document, position);
  if (at?.context === undefined) return [];
  const parameter = parameterAt(at);
  const spans = parameter !== undefined ? offerOf(at.context, parameter) : causesOf(document, at.context);
  const found = spans.length > 0 ? spans : counterpartOf(at.context);
  return found.map((span) => ({ uri, range: document.positions.range(span) }));
}

function offerOf(
  { step }: Context,
  { key, value }: { readonly key: string; readonly value: string | undefined },
): Span[] {
  const keyword = extensionOfParameter(key, value);
  const line = keyword === undefined ? undefined : step.before.offers?.get(keyword)?.line;
  return line === undefined ? [] : [whole(line.said)];
}

/** What findings about this exchange say led to it, the answer itself left out. */
function causesOf(document: ParsedDocument, context: Context): Span[] {
  const { step, session } = context;
  const own = new Set(pairOf(context).replies.map(({ line }) => line));
  for (const fault of step.faults) if (fault.type === 'consequence') return [whole(fault.cause.command.said)];
  for (const { problem, session: owner } of document.findings) {
    if (owner !== session || problem.step !== step) continue;
    const causes = problem.related
      .filter(({ note, span }) => CAUSES.has(note) && !own.has(span.line))
      .map(({ span }) => span);
    if (causes.length > 0) return causes;
  }
  return [];
}

const CAUSES: ReadonlySet<string> = new Set([
  'refusal',
  'cause',
  'began-here',
  'offers-here',
  'greeting',
  'unanswered',
]);

function counterpartOf(context: Context): Span[] {
  const { command, replies } = pairOf(context);
  if (context.role === 'command' || context.role === 'response') return replies.slice(0, 1);
  return command === undefined ? [] : [command];
}

/** A code, verb or term → its page in the reference, where the client can open one; else the specification. */
export function typeDefinition(
  document: ParsedDocument,
  position: Position,
  reference: Reference,
  pages: boolean,
): Location[] {
  const at = saidAt(document, position);
  if (at === undefined) return [];
  const key = keyAt(at.said.text, at.offset, at.context?.role === 'reply');
  const entry = key === undefined ? undefined : reference.find(key)[0];
  if (entry === undefined) return [];
  const start = { line: 0, character: 0 };
  const uri = pages ? `smtp-reference:/${entry.key}.md` : entry.sources[0]?.url;
  return uri === undefined ? [] : [{ uri, range: { start, end: start } }];
}

function keyAt(text: string, offset: number, reply: boolean): string | undefined {
  for (const match of text.slice(0, 2000).matchAll(/[245]\.\d{1,3}\.\d{1,3}|[A-Za-z0-9][A-Za-z0-9-]*/g)) {
    if (match.index > offset || offset > match.index + match[0].length) continue;
    return !reply && match.index === 0 ? match[0].toUpperCase() : match[0];
  }
  return undefined;
}
