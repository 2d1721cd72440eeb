import type { Format } from '../report';

/** For programs: one object a line. */
export const json: Format = { each: (report) => JSON.stringify(report) };
