/** Fixes that write one line anew. */
import type { Reply, ReplyLine } from '../transcript/transcript';
import type { Mending } from './fixing';
import { grant } from './repairs';
import type { Fix, FixTitle, Values } from './rule';

interface Rewriting {
  readonly title: FixTitle;
  readonly values?: Values;
  readonly preferred?: boolean;
}

/** The problem's command as `text`, and granted where the server had refused it. */
export function rewriteCommand(
  { exchange, step }: Mending,
  text: string,
  { title, values, preferred }: Rewriting,
): Fix[] {
  const { said } = exchange.command;
  const granted = step.faults.length === 0 ? grant(exchange, step.before) : [];
  const edits = [{ kind: 'replace', said, lines: [{ speaker: 'client', text }] } as const, ...granted];
  return [{ title, values: values ?? {}, edits, preferred: preferred ?? true }];
}

/** The lines of a reply, each as `write` says; lines that stay as they are stay untouched. */
export function rewriteReply(
  reply: Reply,
  write: (line: ReplyLine, index: number) => string,
  { title, values, preferred }: Rewriting,
): Fix[] {
  const edits = reply.lines.flatMap((line, index) => {
    const text = write(line, index);
    if (text === line.said.text) return [];
    return [{ kind: 'replace', said: line.said, lines: [{ speaker: 'server', text }] } as const];
  });
  return edits.length === 0 ? [] : [{ title, values: values ?? {}, edits, preferred: preferred ?? false }];
}
