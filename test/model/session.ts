/** A session as the model builds it: its lines in the canonical format, each with what it is and what held before it. */

/** What a line is in its session. */
export type Role =
  | 'greeting'
  | 'hello'
  | 'hello-reply'
  | 'starttls'
  | 'starttls-reply'
  | 'tls'
  | 'auth'
  | 'auth-reply'
  | 'mail'
  | 'mail-reply'
  | 'rcpt'
  | 'rcpt-reply'
  | 'data'
  | 'data-reply'
  | 'message'
  | 'dot'
  | 'message-reply'
  | 'bdat'
  | 'chunk'
  | 'bdat-reply'
  | 'other'
  | 'other-reply'
  | 'quit'
  | 'quit-reply';

export type Hello = 'EHLO' | 'HELO' | 'LHLO';

/** What is in force. */
export interface State {
  readonly greeted: boolean;
  readonly hello: Hello | undefined;
  /** Keywords of the hello reply, with their parameters. */
  readonly offers: readonly string[];
  readonly tls: boolean;
  readonly authenticated: boolean;
  readonly transaction: 'none' | 'mail' | 'recipients' | 'chunks';
  /** Accepted recipients of the transaction. */
  readonly accepted: number;
  readonly over: boolean;
}

export const BEGINNING: State = {
  greeted: false,
  hello: undefined,
  offers: [],
  tls: false,
  authenticated: false,
  transaction: 'none',
  accepted: 0,
  over: false,
};

export interface ModelLine {
  /** `C: …`, `S: …` or `* …`. */
  readonly text: string;
  readonly role: Role;
  /** What is in force before the line, and whether everything asked has been answered. */
  readonly state: State;
  readonly quiet: boolean;
  /** Milliseconds since the session began, in a session that shows times. */
  readonly time?: number;
}

export interface ModelSession {
  readonly lines: readonly ModelLine[];
  readonly lmtp: boolean;
  readonly timed: boolean;
}

/** The session as a transcript. */
export function textOf({ lines }: ModelSession): string {
  return lines.map(({ text, time }) => `${time === undefined ? '' : `${clock(time)} `}${text}\n`).join('');
}

function clock(milliseconds: number): string {
  return new Date(Date.UTC(2026, 10, 24, 18) + milliseconds).toISOString();
}

/** True when the keyword is offered, with or without parameters. */
export function offered({ offers }: State, keyword: string): boolean {
  return offers.some((offer) => offer === keyword || offer.startsWith(`${keyword} `));
}

/** The parameters of an offered keyword. */
export function parametersOf({ offers }: State, keyword: string): string[] {
  return (
    offers
      .find((offer) => offer.startsWith(`${keyword} `))
      ?.split(' ')
      .slice(1) ?? []
  );
}
