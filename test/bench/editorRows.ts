/** What a person who edits a long transcript waits for: the reading itself, and the real server over its pipes. */
import {
  type ClientCapabilities,
  CompletionRequest,
  DocumentDiagnosticRequest,
  DocumentHighlightRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  type Position,
  type Range,
  SemanticTokensRangeRequest,
} from 'vscode-languageserver-protocol/node';
import { ParsedDocument } from '../../server/src/features/parsedDocument';
import { DEFAULT_POLICY } from '../../server/src/rules/presets';
import { LspClient } from '../helpers/lspClient';
import { CANONICAL, textOf } from './logs';
import { clockOf, median, percentile, processorTimeOf } from './measure';
import { atMost, milliseconds, type Row } from './row';

const LINES = 100_000;

const EDITS = 60;
const REQUESTS = 60;

const URI = 'file:///bench.smtp';
const textDocument = { uri: URI };

/** What an editor like VS Code can do: it asks for diagnostics. */
const CAPABILITIES: ClientCapabilities = {
  textDocument: { diagnostic: {}, foldingRange: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
};

export async function* editorRows(): AsyncGenerator<Row> {
  const text = longTranscript();
  const whole = yield* inMemory(text);
  const { client } = await LspClient.start({ capabilities: CAPABILITIES });
  try {
    await client.open(URI, text);
    // What comes first reads everything.
    await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: URI } });
    yield* edits(client, text, whole);
    yield* requests(client, text);
  } finally {
    client.kill();
    client.connection.dispose();
  }
}

function longTranscript(): string {
  const lines = textOf(CANONICAL, LINES * 45).split('\n');
  return `${lines.slice(0, LINES).join('\n')}\n`;
}

/** Lines over the whole document that a server says `250 2.1.0 Ok` on. */
function places(text: string, count: number): readonly number[] {
  const lines = text.split('\n');
  const fit = lines.flatMap((line, number) => (line.startsWith('S: 250 2.1.0') ? [number] : []));
  return Array.from({ length: count }, (_, n) => fit[Math.floor(((n * 37) % count) * (fit.length / count))] ?? 0);
}

/** Without a server: one character after `Ok`. Returns how long the whole reading takes. */
function* inMemory(text: string): Generator<Row, number> {
  const whole = median([0, 1, 2].map(() => processorTimeOf(() => new ParsedDocument(text))));
  let document = new ParsedDocument(text);
  const times = places(text, EDITS).map((line) => {
    const at = (document.content.startOf(line + 1) ?? document.content.length) - 1;
    const edited = document.content.edited(at, at, '!');
    return processorTimeOf(() => {
      document = new ParsedDocument(edited, undefined, DEFAULT_POLICY, document);
    });
  });
  const about = { what: `one character in ${LINES} lines, read and judged again`, against: 'reading it whole' };
  const detail = `${milliseconds(median(times))} to ${milliseconds(whole)}`;
  yield atMost(about, median(times) / whole, 0.05, { detail });
  return whole;
}

/** What each of some requests costs the server, and how long the client waits for the answer. */
class Timings {
  readonly server: number[] = [];
  readonly waited: number[] = [];
  readonly #clock: () => number;

  constructor(client: LspClient) {
    this.#clock = clockOf(client.pid);
  }

  async of(run: () => Promise<unknown>): Promise<void> {
    const worked = this.#clock();
    const began = performance.now();
    await run();
    this.waited.push(performance.now() - began);
    this.server.push(this.#clock() - worked);
  }

  /** Without the first, which may load the reference or index the document: it is told, not judged. */
  row(what: string, most: number): Row {
    const [first = Number.NaN, ...rest] = this.server;
    const detail = `median ${milliseconds(median(rest))}, first ${milliseconds(first)}; waited ${milliseconds(median(this.waited))}`;
    return atMost({ what: `${what}, p95 of the server's time` }, percentile(rest, 0.95), most, { unit: 'ms', detail });
  }
}

async function* edits(client: LspClient, text: string, whole: number): AsyncGenerator<Row> {
  const timings = new Timings(client);
  let version = 1;
  let previousResultId: string | undefined;
  for (const line of places(text, EDITS)) {
    const at: Position = { line, character: 12 };
    await timings.of(async () => {
      await client.change(URI, ++version, { start: at, end: at }, '!');
      const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument,
        ...(previousResultId !== undefined && { previousResultId }),
      });
      previousResultId = report.resultId;
    });
  }
  const what = `edit → new diagnostics in ${LINES} lines`;
  const typical = median(timings.server);
  const detail = `${milliseconds(typical)} to ${milliseconds(whole)}; each edit makes a finding`;
  yield atMost({ what, against: 'reading it whole' }, typical / whole, 0.05, { detail });
  yield timings.row(what, 15);
}

interface Request {
  readonly what: string;
  /** Milliseconds. */
  readonly most: number;
  readonly ask: (client: LspClient, position: Position) => Promise<unknown>;
}

const REQUEST_ROWS: readonly Request[] = [
  {
    what: 'hover',
    most: 5,
    ask: ({ connection }, position) => connection.sendRequest(HoverRequest.type, { textDocument, position }),
  },
  {
    what: 'completion',
    most: 5,
    ask: ({ connection }, position) => connection.sendRequest(CompletionRequest.type, { textDocument, position }),
  },
  {
    what: 'highlight',
    most: 5,
    ask: ({ connection }, position) =>
      connection.sendRequest(DocumentHighlightRequest.type, { textDocument, position }),
  },
  {
    what: 'outline',
    most: 30,
    ask: ({ connection }) => connection.sendRequest(DocumentSymbolRequest.type, { textDocument }),
  },
  {
    what: 'folding',
    most: 30,
    ask: ({ connection }) => connection.sendRequest(FoldingRangeRequest.type, { textDocument }),
  },
  {
    what: 'semantic tokens of 60 lines',
    most: 30,
    ask: ({ connection }, position) =>
      connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range: screenAt(position) }),
  },
];

function screenAt({ line }: Position): Range {
  return { start: { line, character: 0 }, end: { line: line + 60, character: 0 } };
}

async function* requests(client: LspClient, text: string): AsyncGenerator<Row> {
  for (const { what, most, ask } of REQUEST_ROWS) {
    const timings = new Timings(client);
    for (const line of places(text, REQUESTS)) await timings.of(() => ask(client, { line, character: 4 }));
    yield timings.row(`${what} in ${LINES} lines`, most);
  }
}
