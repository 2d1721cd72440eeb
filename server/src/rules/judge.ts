import { mingledAt } from '../transcript/mingled';
import type { Comment, Session } from '../transcript/reader';
import type { Span } from '../transcript/transcript';
import { RULES } from './index';
import type { Deliveries, Problem, Rule, Severity } from './rule';
import { type Silenceable, Silencing } from './silencing';
import { DEFAULT_THRESHOLDS, type Thresholds } from './thresholds';
import { maskOf } from './traits';
import { traitsOf } from './traitsOf';

/** A problem with the rule that found it and the severity that holds here. */
export interface Finding {
  readonly rule: Rule;
  readonly problem: Problem;
  readonly session: Session;
  readonly severity: Severity;
}

/** What a setting can say about a rule. */
export type RuleSetting = Severity | 'off';
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** What is wrong in one session, by line. */
export function judge(session: Session, settings: RuleSettings = {}, thresholds = DEFAULT_THRESHOLDS): Finding[] {
  return judgeBy(traitsOf(session), session, settings, thresholds);
}

function judgeBy(traits: number, session: Session, settings: RuleSettings, thresholds: Thresholds): Finding[] {
  const findings: Finding[] = [];
  for (const rule of mingledAt(session) === undefined ? rulesFor(traits) : OF_MINGLED) {
    const setting = settings[rule.code];
    if (setting === 'off') continue;
    for (const problem of rule.check(session, thresholds)) {
      findings.push({ rule, problem, session, severity: setting ?? problem.severity ?? rule.severity });
    }
  }
  return findings.length < 2 ? findings : findings.sort(byPlace);
}

/** What would be heeded in a session, and in another one that says the same. */
export interface Heed {
  readonly traits: number;
  /** Codes of rules across sessions that it concerns only as an echo. */
  readonly idle: readonly string[];
  /** Nothing else would concern a rule across sessions again. */
  readonly repeats: boolean;
}

/** Undefined where several connections have said it. */
export function heedOf(session: Session): Heed | undefined {
  if (mingledAt(session) !== undefined) return undefined;
  const traits = traitsOf(session);
  const concerned = RULES.filter((rule) => rule.across !== undefined && rule.concerns?.(session) !== undefined);
  const echoes = concerned.filter((rule) => isEcho(rule, traits, session));
  const repeats = concerned.every((rule) => rule.once === true || echoes.includes(rule));
  return { traits, idle: echoes.map(({ code }) => code), repeats };
}

function isEcho({ tells, echoes }: Rule, traits: number, session: Session): boolean {
  return tells !== undefined && ((traits & maskOf(tells)) === 0 || echoes?.(session) === true);
}

/** The rules that need one of these traits. */
function rulesFor(traits: number): readonly Rule[] {
  const known = BY_TRAITS.get(traits);
  if (known !== undefined) return known;
  const rules = RULES.filter(({ needs }) => (traits & maskOf(needs)) !== 0);
  if (BY_TRAITS.size >= MOST_MIXTURES) BY_TRAITS.clear();
  BY_TRAITS.set(traits, rules);
  return rules;
}

const OF_MINGLED = RULES.filter(({ ofMingled }) => ofMingled);

/** The sessions of a log are of a few kinds only. */
const BY_TRAITS = new Map<number, readonly Rule[]>();
const MOST_MIXTURES = 1000;

/** Judges the sessions of one file as they end: each by itself, then by what the ones before it showed. */
export class Judge {
  readonly #settings: RuleSettings;
  readonly #thresholds: Thresholds;
  readonly #looks: readonly Look[];

  constructor(settings: RuleSettings = {}, thresholds: Thresholds = DEFAULT_THRESHOLDS) {
    this.#settings = settings;
    this.#thresholds = thresholds;
    this.#looks = looksOf(settings);
  }

  /** The rules with these codes have nothing in mind that an echo could concern, or one with these deliveries. */
  isIdle(codes: readonly string[], deliveries: () => Deliveries): boolean {
    return this.#looks.every((look) => look.isIdle() || !codes.includes(look.code) || look.isIdle(deliveries()));
  }

  judge(session: Session): Finding[] {
    const traits = traitsOf(session);
    const findings = judgeBy(traits, session, this.#settings, this.#thresholds);
    const own = findings.length;
    for (const look of this.#looks) {
      const concern = look.isIdle() && look.echoes(traits, session) ? undefined : look.concerns(session);
      if (concern !== undefined) look.see(concern, session, findings);
    }
    return findings.length === own ? findings : findings.sort(byPlace);
  }
}

/** A session by itself, and what of it concerns the looks across sessions; undefined for nothing. */
export interface PartJudgement {
  readonly findings: Finding[];
  readonly concerns: Concerns | undefined;
}

/**
 * `Judge` in two halves, for sessions that several threads read: this one judges each by itself, `newAcross` looks across
 * them, in the order in which they end. `roused`: what an earlier part of the file has roused.
 */
export class PartJudge {
  /**
   * Which looks have been told something that an echo may concern, each a bit; never less than what holds in fact. For the
   * others echoes need not be told of.
   */
  roused: number;
  readonly #settings: RuleSettings;
  readonly #thresholds: Thresholds;
  readonly #looks: readonly Look[];

  constructor(settings: RuleSettings = {}, thresholds: Thresholds = DEFAULT_THRESHOLDS, roused = 0) {
    this.#settings = settings;
    this.#thresholds = thresholds;
    this.#looks = looksOf(settings);
    this.roused = roused;
  }

  /** As `Judge.isIdle`: what an earlier part has in mind about deliveries is not known here. */
  isIdle(codes: readonly string[]): boolean {
    return this.#looks.every(({ code }, index) => (this.roused & (1 << index)) === 0 || !codes.includes(code));
  }

  judge(session: Session): PartJudgement {
    const traits = traitsOf(session);
    const concerns = this.#looks.map((look, index) => {
      if (!look.echoes(traits, session)) this.roused |= look.neverRemembers ? 0 : 1 << index;
      else if ((this.roused & (1 << index)) === 0) return undefined;
      return look.concerns(session);
    });
    const findings = judgeBy(traits, session, this.#settings, this.#thresholds);
    return { findings, concerns: concerns.some((concern) => concern !== undefined) ? concerns : undefined };
  }
}

/** `by`: how many lines come before those that the thread has counted; what it found is changed in place. */
export function newAcross(settings: RuleSettings = {}): (concerns: Concerns, by: number) => FoundAcross[] {
  const looks = looksOf(settings);
  return (concerns, by) => {
    const found: FoundAcross[] = [];
    const done = new Set<object>();
    for (const [index, look] of looks.entries()) {
      const concern = concerns[index];
      if (concern === undefined) continue;
      if (by !== 0) moveLines(concern, by, done);
      look.see(concern, undefined, found);
    }
    return found;
  };
}

/** Moves what was found and told of a session with its lines. */
export function moveJudgement(judgement: Judgement, by: number): Judgement {
  const done = new Set<object>();
  for (const concern of judgement.concerns) moveLines(concern, by, done);
  const { findings } = judgement;
  return findings.length === 0 ? judgement : { ...judgement, findings: findings.map((each) => moveFinding(each, by)) };
}

function moveFinding(finding: Finding, by: number): Finding {
  const { problem } = finding;
  const move = (span: Span): Span => ({ ...span, line: span.line + by });
  const related = problem.related.map((each) => ({ ...each, span: move(each.span) }));
  return { ...finding, problem: { ...problem, span: move(problem.span), related } };
}

/** Adds to every number of a line, wherever it stands, once. */
function moveLines(value: unknown, by: number, done: Set<object>): void {
  if (typeof value !== 'object' || value === null || done.has(value)) return;
  done.add(value);
  const parts = value as Record<string, unknown>;
  for (const name of Object.keys(parts)) {
    const part = parts[name];
    if (name === 'line' && typeof part === 'number') parts[name] = part + by;
    else moveLines(part, by, done);
  }
}

/** What each of the looks across sessions has to know of a session: plain data. */
export type Concerns = readonly unknown[];

/** A finding whose session may have been read by another thread. */
export type FoundAcross = Omit<Finding, 'session'>;

/** What a session has shown to be wrong in itself, and what of it concerns the looks across sessions, once that was asked. */
export interface Judgement {
  readonly findings: readonly Finding[];
  /** Which looks it is an echo for. */
  readonly echoes: readonly boolean[];
  readonly concerns: unknown[];
}

const NOT_ASKED = Symbol('not asked');

/** The judgement of each session, kept so that only what changed is judged again. */
export type Judged = WeakMap<Session, Judgement>;

/** What is wrong in all sessions of a file. `known` is used for the sessions that it has, and completed. */
export function judgeAll(
  sessions: readonly Session[],
  settings: RuleSettings = {},
  known: Judged = new WeakMap(),
  thresholds: Thresholds = DEFAULT_THRESHOLDS,
): Finding[] {
  const looks = looksOf(settings);
  const idle = looks.map(({ isIdle }) => isIdle());
  const all: Finding[] = [];
  for (const session of sessions) {
    let judgement = known.get(session);
    if (judgement === undefined) {
      const traits = traitsOf(session);
      const findings = judgeBy(traits, session, settings, thresholds);
      const echoes = looks.map((look) => look.echoes(traits, session));
      judgement = { findings, echoes, concerns: looks.map(() => NOT_ASKED) };
      known.set(session, judgement);
    }
    const { findings } = judgement;
    const across = seen(looks, idle, judgement, session);
    for (const finding of across.length === 0 ? findings : [...findings, ...across].sort(byPlace)) all.push(finding);
  }
  return all;
}

/** A look across the sessions of one file. */
interface Look {
  readonly code: string;
  /** Puts what it has seen behind the other findings. */
  see(concern: unknown, session: Session, findings: Finding[]): void;
  see(concern: unknown, session: undefined, findings: FoundAcross[]): void;
  readonly isIdle: (deliveries?: Deliveries) => boolean;
  /** It remembers nothing that an echo could concern, ever. */
  readonly neverRemembers: boolean;
  readonly echoes: (traits: number, session: Session) => boolean;
  readonly concerns: (session: Session) => unknown;
}

/** `idle`: which looks have nothing in mind. */
function seen(
  looks: readonly Look[],
  idle: boolean[],
  { echoes, concerns }: Judgement,
  session: Session,
): readonly Finding[] {
  let findings: Finding[] | undefined;
  for (let index = 0; index < idle.length; index++) {
    if (concerns[index] === undefined || (echoes[index] && idle[index])) continue;
    const look = looks[index] as Look;
    if (concerns[index] === NOT_ASKED) concerns[index] = look.concerns(session);
    if (concerns[index] === undefined) continue;
    findings ??= [];
    look.see(concerns[index], session, findings);
    idle[index] = look.isIdle();
  }
  return findings ?? NOTHING;
}

const NOTHING: readonly Finding[] = [];

function looksOf(settings: RuleSettings): Look[] {
  return RULES.flatMap((rule) => {
    const setting = settings[rule.code];
    const watch = setting === 'off' ? undefined : rule.across?.();
    if (watch === undefined || setting === 'off') return [];
    const see = (concern: unknown, session: Session | undefined, findings: (FoundAcross | Finding)[]): void => {
      for (const problem of watch.see(concern, session)) {
        const severity = setting ?? problem.severity ?? rule.severity;
        findings.push(session === undefined ? { rule, problem, severity } : { rule, problem, session, severity });
      }
    };
    const isIdle = (deliveries?: Deliveries) => watch.isIdle?.(deliveries) ?? true;
    const neverRemembers = watch.isIdle === undefined;
    const echoes = (traits: number, session: Session) => isEcho(rule, traits, session);
    return [{ code: rule.code, see, isIdle, neverRemembers, echoes, concerns: (session) => rule.concerns?.(session) }];
  });
}

/** Order of the file, then the more severe first. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    a.problem.span.line - b.problem.span.line ||
    a.problem.span.start - b.problem.span.start ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)
  );
}

/** From the worst to the least. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Which findings the author of the file has silenced, by the comments of it. */
export function silencedBy(comments: readonly Comment[]): (finding: Silenceable) => boolean {
  const silencing = new Silencing();
  for (const comment of comments) silencing.add(comment);
  return (finding) => silencing.covers(finding);
}
