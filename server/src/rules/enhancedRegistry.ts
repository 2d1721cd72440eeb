/**
 * The enumerated enhanced status codes as ranges: by subject, the highest registered detail; all below it are registered,
 * too (IANA SMTP Enhanced Status Codes, 2026-11-24). A test keeps it in step with the reference.
 */
const HIGHEST_DETAIL: readonly number[] = [0, 10, 4, 6, 7, 6, 10, 30];

/** True when the registry enumerates the subject and the detail of `enhanced`, such as `5.7.1`. */
export function isRegistered(enhanced: string): boolean {
  const [, subject, detail] = enhanced.split('.').map(Number);
  return Number(detail) <= (HIGHEST_DETAIL[Number(subject)] ?? -1);
}
