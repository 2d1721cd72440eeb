/**
 * What is known of the connections of one peer where nothing else tells them apart: how many are open, what was asked in
 * them. Pure; the dialect says what comes of it.
 */
import { readsAsCommand } from '../command';
import { enhancedCodeOf } from '../reply';
import type { PeeledLine } from '../transcript';

export type Role = 'server' | 'client';

/** The connections of one peer. */
export interface Peer {
  /** What Postfix is: the smtp client writes the port of its server, smtpd none. */
  readonly role: Role;
  /** How many of them are open: never more than there are. */
  readonly open: number;
  /** So many of them were announced and have not been greeted. */
  readonly awaited: number;
  /** The line that announced the only one, until something is said in it. */
  readonly announced: PeeledLine | undefined;
  /** What was reported of it before that. */
  readonly early: PeeledLine | undefined;
  /** What the lines that are being told are called. */
  readonly session: string;
  /** What is being told: nothing, the only connection, lines of which it is unknown whose they are. */
  readonly telling: 'nothing' | 'one' | 'any';
  /** The log does not announce connections, so their ends may not be told either. */
  readonly unannounced: boolean;
  /** All of them are announced. */
  readonly whole: boolean;
  /** STARTTLS that were not answered with 220. */
  readonly upgrades: number;
  /** The code of a reply that goes on. */
  readonly more: string;
  /** So much was asked and not answered. */
  readonly asked: number;
  /** Nothing else was unanswered when the last of that was asked: the next reply is about it, whosever it is. */
  readonly alone: boolean;
  /** The last MAIL has not been ended yet, as far as is known. */
  readonly inMail: boolean;
  /** The smtp client said QUIT. It does not always wait for the answer, nor does it tell that it hung up. */
  readonly left: boolean;
}

export const NOBODY: Peer = {
  role: 'server',
  open: 0,
  awaited: 0,
  announced: undefined,
  early: undefined,
  session: '',
  telling: 'nothing',
  unannounced: false,
  whole: true,
  upgrades: 0,
  more: '',
  asked: 0,
  alone: false,
  inMail: false,
  left: false,
};

/** Whether a 220 opens a connection; it may also answer STARTTLS, by which Postfix puts an enhanced code. */
export function isGreeting(text: string, role: Role, peer: Peer | undefined): boolean {
  if (enhancedCodeOf(text.slice(4)) !== undefined) return false;
  return role === 'server' || peer === undefined || peer.upgrades === 0;
}

/** Nobody asked for a greeting, and a refusal may be one; a reply that goes on has one code. */
export function unlessOther(peer: Peer, text: string, greets: boolean): Peer {
  const other = greets || (peer.awaited > 0 && !text.startsWith('2')) || !text.startsWith(peer.more);
  return other && peer.alone ? { ...peer, alone: false } : peer;
}

export function afterClient(peer: Peer, text: string): Peer {
  // A server of LMTP answers more than once, and what was asked before the log is unknown.
  const alone = peer.asked === 0 && peer.role === 'server' && peer.whole && readsAsCommand(text);
  const upgrades = text === 'STARTTLS' ? peer.upgrades + 1 : peer.upgrades;
  const inMail = /^MAIL\b/i.test(text) || (peer.inMail && !/^(?:RSET|EHLO|HELO|STARTTLS|DATA|BDAT)\b/i.test(text));
  return { ...peer, upgrades, asked: peer.asked + 1, alone, inMail };
}

export function afterServer(peer: Peer, text: string, greets: boolean): Peer {
  if (text.charCodeAt(3) === HYPHEN) return { ...peer, more: text.slice(0, 3) };
  if (greets) return { ...peer, more: '', awaited: Math.max(0, peer.awaited - 1) };
  // Behind 354 the message is to be answered.
  const asked = text.startsWith('354') ? peer.asked : Math.max(0, peer.asked - 1);
  const upgrades = text.startsWith('220') ? Math.max(0, peer.upgrades - 1) : peer.upgrades;
  return { ...peer, more: '', asked, alone: false, upgrades };
}

/** The peer when one of its connections is at its end: of several nobody knows which, and no line is any one's. */
export function without(peer: Peer): Peer {
  const { role, session, telling, whole, upgrades, more, asked } = peer;
  const open = peer.open - 1;
  const rest: Peer = { ...NOBODY, role, open, awaited: Math.min(peer.awaited, open), whole, asked };
  return open > 1 ? { ...rest, session, telling, upgrades, more } : rest;
}

const HYPHEN = 45;
