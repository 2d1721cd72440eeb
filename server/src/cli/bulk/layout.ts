import { escaped } from '../../transcript/escaped';
import type { Groups } from './groups';
import type { PlainData } from './plainData';
import type { PlainReplies } from './plainReplies';

/** What the lines of a format look like as they stand in the file, for many to be read at a time. */
export interface Layout<State = unknown> {
  /**
   * True for a line, from offset `start` to the LF at `end`, that `read` makes nothing of, whatever it remembers and whether or
   * not a peeler takes a head off the line.
   */
  idle?(text: string, start: number, end: number): boolean;
  /** What the client says: whatever `read` remembers, it would emit it as it is. */
  readonly data?: PlainData;
  /** The session whose data that is; undefined when a line of the client's would change what `read` remembers. */
  speaking?(state: State): string | undefined;
  /** What the server says: it would emit that as it is, without a time. */
  readonly replies?: PlainReplies;
  /** The session whose replies those are; undefined as for `speaking`. */
  hearing?(state: State): string | undefined;
  /** Of a format of which whole sessions can be compared. */
  readonly sessions?: Sessions<State>;
}

/** How whole sessions stand in the file. */
export interface Sessions<State> {
  /**
   * An expression for a line and all that are told from it by nothing that is read; `said` stands for a part of it. Undefined
   * for a line that no two sessions have in common.
   */
  line(text: string, groups: Groups, said: Part | undefined): string | undefined;
  /** Of a line in which something is said from offset `start` on: the class of what it may consist of there. */
  characters(text: string, start: number): string;
  /** Milliseconds from the earliest to the latest line of a text that `line` matches. Without it the format has no times. */
  duration?(text: string, start: number, end: number): number;
  /** Where the lines of a session may stand together. */
  readonly together?: Together<State>;
  /** Where each line tells its connection. */
  readonly apart?: Apart<State>;
}

export interface Together<State> {
  /** The line at offset `start` begins a session, and ends all that come before. */
  opens(text: string, start: number): boolean;
  /** Offset of the next line behind offset `start` that does so; -1 for none. */
  next(text: string, start: number): number;
  /** All that is remembered and bears on how a session is read; undefined where none is read like another. */
  key(state: State): string | undefined;
  /** What is remembered behind so many sessions, by what was before them. */
  behind(state: State, sessions: number): State;
}

export interface Apart<State> {
  /** The connection of a line, from offset `start` to the LF at `end`; undefined where it may be of any. */
  place(text: string, start: number, end: number): Place | undefined;
  /** As `Together.key`; undefined also where the connection is under way. */
  key(state: State, connection: string): string | undefined;
}

export interface Place {
  readonly connection: string;
  /** The line is the first or the last of a session, or of none that is held. */
  readonly bound: 'first' | 'last' | 'other' | undefined;
}

/** The part of a line from offset `start` to `end`, with an expression for it. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly source: () => string;
}

/** The line from offset `from` on, as it is but for what is said in it. */
export function asItIs(text: string, said: Part | undefined, from = 0): string {
  if (said === undefined) return escaped(text.slice(from));
  return `${escaped(text.slice(from, said.start))}${said.source()}${escaped(text.slice(said.end))}`;
}

/** Of formats in which a line that starts with the `mark` begins a session. */
export function begunBy(mark: string): Pick<Together<unknown>, 'opens' | 'next'> {
  const first = mark.charCodeAt(0);
  return {
    opens: (text, start) => text.charCodeAt(start) === first && text.startsWith(mark, start),
    next: (text, start) => text.indexOf(`\n${mark}`, start) + 1 || -1,
  };
}

export const PRINTABLE = '[ -~]';
