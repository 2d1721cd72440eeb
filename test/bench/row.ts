/** One row of the table of targets. */
export interface Row {
  readonly what: string;
  /** What it is measured against; empty for an absolute figure. */
  readonly against: string;
  readonly measured: string;
  readonly target: string;
  /** Undefined where nothing was measured, or where there is no target. */
  readonly met: boolean | undefined;
}

/** `value` of `unit` must be at most `most`. `detail`: what it was made of. */
export function atMost(
  about: { readonly what: string; readonly against?: string },
  value: number,
  most: number,
  { unit = '×', detail = '' }: { readonly unit?: string; readonly detail?: string } = {},
): Row {
  return {
    ...{ against: '', ...about },
    measured: `${figure(value)} ${unit}${detail && ` (${detail})`}`,
    target: `≤ ${most} ${unit}`,
    met: value <= most,
  };
}

/** So many times faster than another program, at least. */
export function timesFaster(
  about: { readonly what: string; readonly against: string },
  value: number,
  least: number,
  detail: string,
): Row {
  return { ...about, measured: `${figure(value)} × (${detail})`, target: `≥ ${least} ×`, met: value >= least };
}

export function notMeasured(what: string, against: string, target: string, why: string): Row {
  return { what, against, measured: why, target, met: undefined };
}

/** Three digits are enough. */
export function figure(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

export function milliseconds(value: number): string {
  return value >= 10_000 ? `${figure(value / 1000)} s` : `${figure(value)} ms`;
}

export function seal({ met }: Row): string {
  if (met === undefined) return '–';
  return met ? 'met' : 'NOT MET';
}
