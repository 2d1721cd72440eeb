/**
 * The shape of everything the reference knows. One entry is one fact that a transcript can contain, in every language
 * we speak, with the source it was checked against. Entries are data: no functions, nothing computed at load.
 */

/** Languages that every text exists in; the key is what `--locale` and `vscode.env.language` say, in lower case. */
export type Locale = 'en' | 'zh-cn';

/** A text in every language. Inline Markdown (code, emphasis, links) where the field says so; never raw HTML. */
export type Localized = Readonly<Record<Locale, string>>;

/** Where a fact was checked. `section` as the document numbers it, without the § sign. */
export interface Source {
  /** `RFC 5321`, `IANA SMTP Enhanced Status Codes`, or the vendor's name of the page. */
  readonly document: string;
  readonly section?: string;
  readonly url: string;
  /** The day a page that may change was read, ISO 8601. RFCs do not change and have none. */
  readonly date?: string;
}

/** Two things people mistake for each other, and how to tell them apart. `key` is another entry's key. */
export interface Comparison {
  readonly key: string;
  readonly difference: Localized;
}

/**
 * A worked example in the canonical format (docs/format.md). A test runs the product's own checker over both
 * transcripts: `before` gives exactly `findings` at warning or above, `after` gives none.
 */
export interface Scenario {
  readonly title: Localized;
  readonly before: string;
  /** Rule codes with the 1-based line of `before` they sit on. */
  readonly findings: readonly { readonly line: number; readonly rule: string }[];
  /** What happened and what was changed: one or two sentences. */
  readonly explanation: Localized;
  readonly after?: string;
}

/** What all entries have. Keys are unique within a kind; `explain` finds an entry by key, case-insensitively. */
interface EntryBase {
  readonly key: string;
  /** A few words, sentence case, no final stop: `Bad sequence of commands`. */
  readonly title: Localized;
  /** What it means, one to three sentences of inline Markdown. The first sentence must stand alone in a hover. */
  readonly meaning: Localized;
  /** Keys of entries worth reading next, any kind. */
  readonly seeAlso?: readonly string[];
  /** Ids of guides (`guides/<id>.md`). */
  readonly guides?: readonly string[];
  /** Keys of glossary terms. */
  readonly glossary?: readonly string[];
  /** At least one. */
  readonly sources: readonly Source[];
}

/** The sections of a code's page (当您看到此代码时 · 如何修复 · 与之对比 · 调试场景). */
interface CodeSections {
  /** Concrete situations, most frequent first. Markdown list or short paragraph. */
  readonly whenYouSeeIt: Localized;
  /** What to do, imperative. Say who has to act (client, server, user). */
  readonly howToFix: Localized;
  readonly compareWith?: readonly Comparison[];
  readonly scenarios?: readonly Scenario[];
}

/** Where in a session a reply can stand: a verb, or one of the moments that no verb names. */
export type ReplyContext = 'GREETING' | 'MESSAGE' | 'ANY' | (string & {});

export interface ReplyCodeEntry extends EntryBase, CodeSections {
  readonly kind: 'reply-code';
  readonly code: number;
  /**
   * What may be answered with it (RFC 5321 §4.3.2 and the extensions): upper-case verbs, `GREETING` (connection
   * establishment), `MESSAGE` (after the end of mail data), `ANY` (any command, such as 500 and 421).
   */
  readonly answers: readonly ReplyContext[];
  /** Name of the software or service when no standard defines the code. */
  readonly vendor?: string;
}

export interface EnhancedCodeEntry extends EntryBase, CodeSections {
  readonly kind: 'enhanced-code';
  /** `X.subject.detail`, such as `X.1.1`; the class digit is explained by `enhancedClasses`. */
  readonly key: string;
  /** Basic reply codes that the registry associates. Empty when it says "any" or "not given". */
  readonly basicCodes: readonly number[];
}

/** What a provider or server program says: recognised by code and text, explained with the vendor's own meaning. */
export interface ProviderReplyEntry extends EntryBase {
  readonly kind: 'provider-reply';
  /** `<provider>-<slug>`, such as `gmail-unauthenticated-sender`. */
  readonly key: string;
  /** `Gmail`, `Microsoft 365`, `Postfix`, … */
  readonly provider: string;
  /** What must be there; all given conditions hold. `text` is a case-insensitive linear-time substring, no pattern. */
  readonly match: {
    readonly codes?: readonly number[];
    readonly enhanced?: readonly string[];
    /** Any one of these lower-case substrings occurs in the reply text (all lines joined by a space). */
    readonly text?: readonly string[];
  };
  readonly action: Localized;
}

export interface VerbEntry extends EntryBase {
  readonly kind: 'verb';
  /** Upper case. */
  readonly key: string;
  /** ABNF of the command line without CRLF, one rule a line. */
  readonly syntax: string;
  /** In which state it is legal, and what it changes. */
  readonly whenAllowed: Localized;
  readonly replies: {
    readonly success: readonly number[];
    readonly intermediate: readonly number[];
    readonly failure: readonly number[];
  };
  /** A few canonical lines. */
  readonly example: string;
  /** EHLO keyword that must be offered first, if any. */
  readonly extension?: string;
  readonly status: 'current' | 'optional' | 'obsolete' | 'private';
}

/** A parameter of MAIL or RCPT, or of another verb. */
export interface ParameterEntry extends EntryBase {
  readonly kind: 'parameter';
  /** Upper case, such as `SIZE`, `BODY`, `NOTIFY`. Where two verbs share a name, `RET@MAIL` style is not needed: describe both. */
  readonly key: string;
  readonly verbs: readonly string[];
  /** EHLO keyword that must be offered. */
  readonly extension: string;
  /** ABNF of the value; empty string when it takes none. */
  readonly valueSyntax: string;
  readonly limits?: Localized;
  readonly example: string;
}

export interface ExtensionEntry extends EntryBase {
  readonly kind: 'extension';
  /** EHLO keyword, upper case. */
  readonly key: string;
  /** ABNF of the keyword's own parameters in the EHLO reply; empty string when none. */
  readonly ehloSyntax: string;
  readonly verbs: readonly string[];
  readonly parameters: readonly string[];
  /** What a client may do once it is offered, and what it must not do when it is not. */
  readonly effect: Localized;
  readonly registered: boolean;
}

export interface AuthMechanismEntry extends EntryBase {
  readonly kind: 'auth-mechanism';
  /** SASL name, upper case. */
  readonly key: string;
  readonly usage: 'common' | 'limited' | 'obsolete';
  /** True when a listener on a connection without TLS cannot recover a reusable secret. */
  readonly safeWithoutTls: boolean;
  /** The exchange as it looks in a transcript: canonical lines with invented secrets. */
  readonly example: string;
}

export interface GlossaryEntry extends EntryBase {
  readonly kind: 'term';
  /** Slug, such as `starttls`, `three-way-handshake`. */
  readonly key: string;
  /** Words under which it is found in text: lower case, both languages. */
  readonly names: readonly string[];
  /** 60–200 words (en), the same content in zh-cn. Markdown. `meaning` is its first sentence. */
  readonly text: Localized;
  /** "In a transcript it looks like": canonical lines or one log line, or empty when it never shows. */
  readonly looksLike: string;
}

export interface GuideEntry extends EntryBase {
  readonly kind: 'guide';
  /** Slug = file name: `guides/<key>.md`, `guides/<key>.zh-cn.md`. */
  readonly key: string;
  readonly category: 'Debugging & Troubleshooting' | 'Email Delivery' | 'DNS & Networking' | 'Protocol Deep Dives';
}

export type Entry =
  | ReplyCodeEntry
  | EnhancedCodeEntry
  | ProviderReplyEntry
  | VerbEntry
  | ParameterEntry
  | ExtensionEntry
  | AuthMechanismEntry
  | GlossaryEntry
  | GuideEntry;

export type EntryKind = Entry['kind'];
