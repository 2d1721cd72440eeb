/**
 * Whether a path, with `/` between its folders, matches one of the patterns: `**` any folders, `*` and `?` inside a name,
 * `{a,b}` one of several, as in the editor's own settings.
 */
export function globMatcher(patterns: readonly string[]): (path: string) => boolean {
  const alternatives = patterns.slice(0, MOST_PATTERNS).map((pattern) => new RegExp(`^${sourceOf(pattern)}$`));
  return (path) => alternatives.some((pattern) => pattern.test(path));
}

/** So many patterns of a setting are looked at. */
const MOST_PATTERNS = 50;

function sourceOf(pattern: string): string {
  let depth = 0;
  return (
    pattern.replace(/^\.?\//, '').replace(/\*\*\/|\/\*\*$|\*+|\?|[{},]|[^*?{},/]+|\//g, (part) => {
      switch (part) {
        case '**/':
          return '(?:[^/]+/)*';
        case '/**':
          return '/.+';
        case '?':
          return '[^/]';
        case '{':
          depth++;
          return '(?:';
        case '}':
          if (depth === 0) return '\\}';
          depth--;
          return ')';
        case ',':
          return depth > 0 ? '|' : ',';
        default:
          return part.startsWith('*') ? '[^/]*' : part.replace(/[.+^$()|[\]\\]/g, '\\$&');
      }
    }) + ')'.repeat(depth)
  );
}
