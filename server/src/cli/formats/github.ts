import type { Severity } from '../../rules/rule';
import type { Format } from '../report';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands that GitHub Actions turns into annotations. */
export const github: Format = {
  each({ file, line, column, endColumn, severity, message, rule }) {
    const place = `file=${property(file)},line=${line},col=${column},endColumn=${endColumn},title=${property(rule)}`;
    return `::${LEVELS[severity]} ${place}::${data(message)}`;
  },
};

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
