/** Hover in context: the answer first, then why here, then how to mend it; never longer than a screen. */
import type { Hover, Position } from 'vscode-languageserver-types';
import type { Reference } from '../reference/reference';
import type { Utterance } from '../transcript/transcript';
import { enhancedHover, replyHover } from './hover/codes';
import { termHover, wordHover } from './hover/entries';
import type { HoverOptions } from './hover/layout';
import { quotedContext, targetInDelivery } from './hover/quotedReply';
import { type Target, targetInCommand, targetInReply, targetInTool } from './hover/target';
import type { ParsedDocument } from './parsedDocument';
import type { Place } from './positions';
import type { Context } from './stretch';

export type { HoverOptions } from './hover/layout';

/** The hover at a position; null where nothing is to be explained: addresses, secrets, mail data. */
export function hover(
  document: ParsedDocument,
  position: Position,
  reference: Reference,
  options: HoverOptions,
): Hover | null {
  const place = document.positions.place(position);
  for (const utterance of document.utterancesThrough(place.line)) {
    const context = document.contextOf(utterance);
    const target = targetIn(utterance, context, place, reference);
    if (target === undefined) continue;
    const about = utterance.speaker === 'tool' ? quotedContext(document, utterance) : context;
    const value = render(document, target, about, reference, options);
    if (value !== undefined)
      return { contents: { kind: 'markdown', value }, range: document.positions.range(target.span) };
  }
  return null;
}

function targetIn(
  utterance: Utterance,
  context: Context | undefined,
  place: Place,
  reference: Reference,
): Target | undefined {
  if (utterance.speaker === 'tool')
    return targetInDelivery(utterance, place) ?? targetInTool(utterance, place, reference);
  switch (context?.role) {
    case 'reply':
      return targetInReply(context, place, reference);
    case 'command':
      return targetInCommand(utterance, place);
    // What follows a 334 is a secret, and a line without a code says nothing that we know.
    case 'response':
    case 'unreadable':
    case undefined:
      return undefined;
    default:
      return context?.role satisfies undefined;
  }
}

function render(
  document: ParsedDocument,
  target: Target,
  context: Context | undefined,
  reference: Reference,
  options: HoverOptions,
): string | undefined {
  if (target.kind === 'term') {
    const term = reference.term(target.key);
    return term === undefined ? undefined : termHover(term, reference, options);
  }
  if (context === undefined) return undefined;
  switch (target.kind) {
    case 'reply-code':
      return replyHover(document, context, reference, options);
    case 'enhanced-code':
      return enhancedHover(target.key, document, context, reference, options);
    case 'word':
      return wordHover(target, document, context, reference, options);
    default:
      return target.kind satisfies never;
  }
}
