/** What RFC 5321 asks with MUST, MUST NOT, SHOULD or SHOULD NOT, and which rule sees it, or why none does. */
export interface Clause {
  readonly section: string;
  /** Its words for how much it asks; `grammar` where the ABNF does, `stated` where it says how things are. */
  readonly level: string;
  /** In our own words. */
  readonly asks: string;
  readonly rules?: readonly string[];
  readonly whyNot?: string;
}

export const OTHER_HOP = 'it is about what a host does before or after this session';
export const DNS = 'a log does not show what the DNS held';
export const INSIDE = 'a log does not show what the server looked up';
export const CLIENT = 'a log does not show what the client can do or goes by';
export const MAKING = 'it is about what programs can do and be told, not about a session';
export const HEADERS = 'it is about header fields; mail data is not judged but for its framing';
export const USUAL = 'many healthy programs do otherwise and nothing comes of it: a finding would be noise';
