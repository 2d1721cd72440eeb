import type { Comment } from '../transcript/reader';

/** What of a finding decides whether it is silenced. */
export interface Silenceable {
  readonly rule: { readonly code: string };
  readonly problem: { readonly span: { readonly line: number } };
}

/** A stretch of the file between two directives, both lines not counted. */
interface Range {
  readonly from: number;
  to: number;
  /** Empty: all rules. */
  readonly codes: readonly string[];
}

/**
 * What the author of a file has silenced: `# smtp-disable-next-line code…`, `# smtp-disable code…` up to
 * `# smtp-enable`. Without a code all rules are meant. Comments are added in the order of the file.
 */
export class Silencing {
  readonly #nextLine = new Map<number, readonly string[]>();
  readonly #closed: Range[] = [];
  #open: Range[] = [];

  add({ line, text }: Comment): void {
    const directive = /^smtp-(disable-next-line|disable|enable)\b[ \t]*(.{0,500})$/.exec(text);
    if (directive === null) return;
    const codes = (directive[2] ?? '').split(/[\s,]+/).filter((code) => code !== '');
    if (directive[1] === 'disable-next-line') this.#nextLine.set(line + 1, codes);
    else if (directive[1] === 'disable') this.#disable(line, codes);
    else this.#enable(line, codes);
  }

  /** True for a finding that the directives so far silence. */
  covers({ rule: { code }, problem: { span } }: Silenceable): boolean {
    const here = this.#nextLine.get(span.line);
    if (here !== undefined && isMeant(code, here)) return true;
    return isWithin(span.line, code, this.#open) || isWithin(span.line, code, this.#closed);
  }

  /** What is silenced already until the same directive ends it needs no second range. */
  #disable(line: number, codes: readonly string[]): void {
    const known = this.#open.some((range) => range.codes.join() === codes.join());
    if (!known) this.#open.push({ from: line, to: Number.POSITIVE_INFINITY, codes });
  }

  #enable(line: number, codes: readonly string[]): void {
    const open: Range[] = [];
    for (const range of this.#open) {
      if (codes.length > 0 && !codes.some((code) => range.codes.includes(code))) {
        open.push(range);
        continue;
      }
      range.to = line;
      this.#closed.push(range);
    }
    this.#open = open;
  }
}

function isWithin(line: number, code: string, ranges: readonly Range[]): boolean {
  return ranges.some(({ from, to, codes }) => line > from && line < to && isMeant(code, codes));
}

function isMeant(code: string, codes: readonly string[]): boolean {
  return codes.length === 0 || codes.includes(code);
}
