/** docs/features.md: what the server announces, beside what other language servers announce. */
import type { ServerCapabilities } from 'vscode-languageserver-protocol';
import { serverCapabilities } from '../server/src/capabilities';

const PEERS = ['JSON', 'Markdown', 'YAML', 'taplo', 'Marksman', 'mdsmith'] as const;
type Peer = (typeof PEERS)[number];

interface Row {
  readonly feature: string;
  /** What a person gets of it here. */
  readonly here: string;
  readonly announced: (capabilities: ServerCapabilities) => string | boolean;
  /** Who else has it, with what there is to say about it. */
  readonly peers: Readonly<Partial<Record<Peer, string | true>>>;
}

const has = (name: keyof ServerCapabilities) => (capabilities: ServerCapabilities) => Boolean(capabilities[name]);
const announces =
  (kind: string) =>
  ({ codeActionProvider: actions }: ServerCapabilities) =>
    typeof actions === 'object' && (actions.codeActionKinds ?? []).some((each) => each.startsWith(kind));
const all = <const Names extends readonly Peer[]>(...names: Names) =>
  Object.fromEntries(names.map((name) => [name, true])) as Partial<Record<Peer, true>>;

const ROWS: readonly Row[] = [
  {
    feature: 'Diagnostics',
    here: 'what broke the order, and what caused it',
    announced: ({ diagnosticProvider: pull }) => `push, pull${pull?.workspaceDiagnostics ? ', workspace' : ''}`,
    peers: { JSON: 'pull', Markdown: 'pull', YAML: 'push', taplo: 'push', Marksman: 'push', mdsmith: 'push' },
  },
  {
    feature: 'Quick fixes',
    here: "in the file's own dialect, replies included; silence a rule in the line, the file, the workspace",
    announced: has('codeActionProvider'),
    peers: all(...PEERS),
  },
  {
    feature: 'Fix all',
    here: '`source.fixAll.smtp`, on save if you like',
    announced: announces('source.fixAll'),
    peers: all('mdsmith'),
  },
  {
    feature: 'Hover',
    here: 'what a code means in this place',
    announced: has('hoverProvider'),
    peers: all(...PEERS),
  },
  {
    feature: 'Completion',
    here: 'what is allowed now first, the rest with the reason why not',
    announced: has('completionProvider'),
    peers: all(...PEERS),
  },
  {
    feature: 'Signature help',
    here: 'the parameters of a command',
    announced: has('signatureHelpProvider'),
    peers: {},
  },
  {
    feature: 'Go to definition',
    here: 'from a reply to its command, from a 503 to the line that caused it',
    announced: has('definitionProvider'),
    peers: all('Markdown', 'YAML', 'Marksman', 'mdsmith'),
  },
  {
    feature: 'Go to type definition',
    here: 'from a code, verb or keyword to its page',
    announced: has('typeDefinitionProvider'),
    peers: {},
  },
  {
    feature: 'Go to implementation',
    here: '',
    announced: has('implementationProvider'),
    peers: all('mdsmith'),
  },
  {
    feature: 'Find references',
    here: 'an address, a queue id, a message id, a session key, over the workspace',
    announced: has('referencesProvider'),
    peers: all('Markdown', 'Marksman', 'mdsmith'),
  },
  { feature: 'Call hierarchy', here: '', announced: has('callHierarchyProvider'), peers: all('mdsmith') },
  {
    feature: 'Highlights',
    here: 'a command and its reply',
    announced: has('documentHighlightProvider'),
    peers: all('Markdown'),
  },
  {
    feature: 'Rename',
    here: 'an address or a host, everywhere it occurs, base64 of AUTH included',
    announced: has('renameProvider'),
    peers: all('Markdown', 'YAML', 'taplo', 'Marksman', 'mdsmith'),
  },
  {
    feature: 'Outline',
    here: 'session, message, command, with their outcome in words and icon',
    announced: has('documentSymbolProvider'),
    peers: all(...PEERS),
  },
  {
    feature: 'Workspace symbols',
    here: 'recipients, queue ids, sessions',
    announced: has('workspaceSymbolProvider'),
    peers: all('Markdown', 'Marksman', 'mdsmith'),
  },
  {
    feature: 'Code lens',
    here: 'how a session ended; copy it, or open it alone',
    announced: has('codeLensProvider'),
    peers: all('YAML', 'Marksman'),
  },
  {
    feature: 'Inlay hints',
    here: 'recipients so far, slow sides, what a reply answers, the user in base64',
    announced: has('inlayHintProvider'),
    peers: {},
  },
  {
    feature: 'Links',
    here: 'addresses of the web, RFCs, the page of the provider that refused',
    announced: has('documentLinkProvider'),
    peers: all('JSON', 'Markdown', 'YAML', 'taplo'),
  },
  {
    feature: 'Folding',
    here: 'sessions, replies, mail data, what a tool says in between',
    announced: has('foldingRangeProvider'),
    peers: all('JSON', 'Markdown', 'YAML', 'taplo'),
  },
  {
    feature: 'Selection ranges',
    here: 'word, argument, command, exchange, message, session',
    announced: has('selectionRangeProvider'),
    peers: all('JSON', 'Markdown', 'YAML'),
  },
  {
    feature: 'Semantic tokens',
    here: 'what is mail data, what a secret, which class a code has',
    announced: ({ semanticTokensProvider: tokens }) =>
      [
        tokens?.full ? 'full' : '',
        typeof tokens?.full === 'object' && tokens.full.delta ? 'delta' : '',
        tokens?.range ? 'range' : '',
      ]
        .filter((each) => each !== '')
        .join(', '),
    peers: { taplo: 'full', Marksman: 'full, range' },
  },
  {
    feature: 'Formatting',
    here: 'canonical transcripts',
    announced: has('documentFormattingProvider'),
    peers: all('JSON', 'YAML', 'taplo'),
  },
  {
    feature: 'Formatting of a selection',
    here: '',
    announced: has('documentRangeFormattingProvider'),
    peers: all('JSON'),
  },
  {
    feature: 'Formatting while typing',
    here: "the next side's prefix after Enter",
    announced: has('documentOnTypeFormattingProvider'),
    peers: all('YAML'),
  },
  { feature: 'Colours', here: '', announced: has('colorProvider'), peers: all('JSON') },
];

const cell = (value: string | boolean | undefined) => (value === true ? 'yes' : value || '–');

/** The table by itself: what we announce and what others do. */
export function featuresTable(): string {
  const ours = serverCapabilities(true);
  const rows = ROWS.map(
    ({ feature, here, announced, peers }) =>
      `| ${[feature, cell(announced(ours)), ...PEERS.map((peer) => cell(peers[peer])), here].join(' | ')} |`,
  );
  return `| feature | SMTP | ${PEERS.join(' | ')} | in a transcript |
| --- | --- | ${PEERS.map(() => '---').join(' | ')} | --- |
${rows.join('\n')}`;
}

/** The page. What others announce was read in November 2026, from the versions and sources that it names. */
export function featuresPage(): string {
  return `# Language features

Generated by \`npm run docs\` from what the server announces in its answer to \`initialize\` (\`server/src/capabilities.ts\`), beside
what other language servers announce in theirs.

${featuresTable()}

JSON is \`vscode-json-languageserver\` as in \`vscode-langservers-extracted\` 4.10.0, Markdown \`vscode-markdown-languageserver\` 0.5.0,
YAML \`yaml-language-server\` 1.25.0: each was started and asked; Markdown registers completion and highlights later. For
[taplo](https://github.com/tamasfe/taplo), [Marksman](https://github.com/artempyanykh/marksman) and
[mdsmith](https://github.com/jeduden/mdsmith) the source was read: \`crates/taplo-lsp/src/handlers/initialize.rs\`,
\`Marksman/Server.fs\` and \`internal/lsp/server_lifecycle.go\`. A server may do more for an editor than it announces: an extension
brings parts of its own.
`;
}
