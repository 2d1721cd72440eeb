/** The pages that come from the code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configSchema } from '../server/src/config';
import { rulePage } from '../server/src/features/entryPage';
import { RULES } from '../server/src/rules';
import { rulePages } from '../server/src/rules/pages';
import { sourcesOf } from '../server/src/rules/rfc';
import { DIALECTS } from '../server/src/transcript/dialects';
import { CLAUSES } from './clauses';
import type { Clause } from './clauses/clause';
import { detectionSection } from './detection';
import { featuresPage, featuresTable } from './features';
import { manifestFiles } from './manifest';
import { PEERS } from './peers';

/** The README with the table of features between its two marks. */
function withFeatures(readme: string): string {
  return readme.replace(
    /(<!-- features -->\n)[\s\S]*?(<!-- \/features -->)/,
    (_, begin: string, end: string) => `${begin}\n${featuresTable()}\n\n${end}`,
  );
}

/** Every generated page with its text. */
export function pages(repository: string): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const rule of RULES) {
    const text = rulePages.get(rule.code);
    if (text === undefined) throw new Error(`${rule.code} has no page`);
    all.set(`docs/rules/${rule.code}.md`, `${rulePage(rule, text, 'en')}\n`);
  }
  all.set('docs/rules/README.md', rulesIndex());
  all.set('docs/dialects.md', dialectsPage(repository));
  all.set('docs/features.md', featuresPage());
  all.set('README.md', withFeatures(readFileSync(join(repository, 'README.md'), 'utf8')));
  for (const [path, text] of manifestFiles(repository)) all.set(path, text);
  all.set('docs/smtprc.schema.json', `${JSON.stringify(configSchema(), undefined, 2)}\n`);
  return all;
}

function rulesIndex(): string {
  const rows = RULES.map(
    ({ code, title, severity, category, fixes, sources }) =>
      `| ${ruleLink(code)} | ${title.en} | ${severity} | ${category} | ${fixes === undefined ? '' : 'yes'} | ${sourcesOf(
        {
          sources,
        },
      )
        .map(
          (source) => `[${source.document}${source.section === undefined ? '' : ` §${source.section}`}](${source.url})`,
        )
        .join(', ')} | ${peersOf(code)} |`,
  );
  return `# Rules

Generated from \`server/src/rules\` by \`npm run docs\`. Severities can be changed with the setting \`smtp.rules\`, from how much on a
rule speaks with \`smtp.thresholds\`; a rule can be silenced in a canonical transcript with \`# smtp-disable-next-line CODE\`.

| rule | finds | severity | category | quick fix | source | reported by others as |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

The last column has what Wireshark's expert information, Zeek's weirds and \`smtp_unexpected\`, and Suricata's SMTP events call it;
empty: none of them reports it. They read packets, we read logs.

## What RFC 5321 asks

Every clause with MUST, MUST NOT, SHOULD or SHOULD NOT, those of one matter in one row, and the rule that sees it, or why none does.
\`grammar\`: the ABNF asks for it; \`stated\`: the text says how it is, without such a word.

| section | level | what it asks | rule, or why not |
| --- | --- | --- | --- |
${CLAUSES.map(clauseRow).join('\n')}
`;
}

function clauseRow({ section, level, asks, rules, whyNot }: Clause): string {
  const anchor = `${/^[A-Z]/.test(section) ? 'appendix' : 'section'}-${section.split('–', 1)[0]}`;
  const link = `[${section}](https://www.rfc-editor.org/rfc/rfc5321.html#${anchor})`;
  return `| ${link} | ${level} | ${asks} | ${rules === undefined ? `no: ${whyNot}` : rules.map(ruleLink).join(', ')} |`;
}

function peersOf(code: string): string {
  return Object.entries(PEERS[code] ?? {})
    .map(([peer, name]) => `${peer}: ${name}`)
    .join('; ');
}

/** Throws for a rule that is not there. */
function ruleLink(code: string): string {
  if (!RULES.some((rule) => rule.code === code)) throw new Error(`there is no rule ${code}`);
  return `[${code}](${code}.md)`;
}

function dialectsPage(repository: string): string {
  const rows = DIALECTS.map(
    ({ id, name, events }) => `| \`${id}\` | ${name} | ${events === true ? 'events' : 'dialogue'} |`,
  );
  return `# Dialects

Generated from \`server/src/transcript/dialects\` by \`npm run docs\`. The first 200 lines of a file are weighed by every dialect;
the one with the most evidence reads it. \`--dialect ID\` and the status bar override that.

What stands around the lines is taken off first: prefixes of syslog, containers and loggers, also of such as nobody has
described, as long as they tell a time or a level; logfmt, JSON, CSV, HTML, rich text, quoting, line numbers, and the
quotes, arrows and dashes that wikis and word processors make. A log that
holds each line twice is read once, long lines that a mail program or a terminal has broken are read as one, and \`[...]\`
stands for lines that somebody left out. Where each line names its program (\`docker compose logs\`, \`kubectl logs --prefix\`,
pm2, foreman, syslog) and several of them speak SMTP in formats of their own, each program's lines are read as a file of its
own. Not taken for a dialogue is a log
whose newest line comes first (turn it round with \`tac\`), and one that is a single string with its line ends escaped. Where
several connections speak at a time and no line has a name, [one rule](rules/sequence.mingled.md) says so, and no other speaks.

| id | written by | shows |
| --- | --- | --- |
${rows.join('\n')}

${detectionSection(repository)}
`;
}
