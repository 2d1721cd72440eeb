import { readFile, writeFile } from 'node:fs/promises';
import { UsageError } from './input';
import type { Report } from './report';

/** Findings that are known and not reported again: by file, rule and message, as often as they were found. */
export interface Baseline {
  covers(report: Report): boolean;
}

export async function readBaseline(file: string): Promise<Baseline> {
  const counts = new Map<string, number>();
  for (const [key, count] of Object.entries(await readCounts(file))) counts.set(key, count);
  return {
    covers(report) {
      const left = counts.get(keyOf(report)) ?? 0;
      counts.set(keyOf(report), left - 1);
      return left > 0;
    },
  };
}

async function readCounts(file: string): Promise<Record<string, number>> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    const { findings } = value as { findings?: unknown };
    if (typeof findings === 'object' && findings !== null) return findings as Record<string, number>;
  } catch {
    // Said below in one line.
  }
  throw new UsageError(`${file}: is no baseline`);
}

/** Line numbers are left out: a log that grows above a finding does not make it a new one. */
export async function writeBaseline(file: string, reports: readonly Report[]): Promise<void> {
  const findings: Record<string, number> = {};
  for (const report of reports) findings[keyOf(report)] = (findings[keyOf(report)] ?? 0) + 1;
  await writeFile(file, `${JSON.stringify({ version: 1, findings }, undefined, 2)}\n`);
}

function keyOf({ file, rule, message }: Report): string {
  return `${file} ${rule} ${message}`;
}
