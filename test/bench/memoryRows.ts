/** A whole document read in memory, as the editor's server does it, against parsers of JSON. */
import { getLanguageService, type JSONSchema, TextDocument } from 'vscode-json-languageservice';
import { documentSymbols } from '../../server/src/features/documentSymbols';
import { foldingRanges } from '../../server/src/features/foldingRanges';
import { ParsedDocument } from '../../server/src/features/parsedDocument';
import { semanticTokens } from '../../server/src/features/semanticTokens';
import { CANONICAL, textOf } from './logs';
import { median, sideBySide } from './measure';
import { atMost, milliseconds, type Row, timesFaster } from './row';

/** The size that a document may well have, MB. */
const SIZE = 5;

const SCHEMA: JSONSchema = {
  type: 'array',
  items: {
    type: 'object',
    properties: { speaker: { type: 'string', maxLength: 1 }, text: { type: 'string' } },
    required: ['speaker', 'text'],
  },
};

export async function* memoryRows(): AsyncGenerator<Row> {
  const text = textOf(CANONICAL, SIZE * 1e6);
  const json = jsonLike(text);
  const [parse = Number.NaN, read = Number.NaN] = sideBySide([() => JSON.parse(json), () => readAll(text)], 5);
  const what = `whole read of ${SIZE} MB, every feature's data`;
  const detail = (other: number) => `${milliseconds(read)} to ${milliseconds(other)}`;
  yield atMost({ what, against: 'JSON.parse, as many MB' }, read / parse, 6, { detail: detail(parse) });
  const service = await validation(json);
  const against = 'JSON language service, parse and validate';
  yield timesFaster({ what, against }, service / read, 3, detail(service));
}

function readAll(text: string): void {
  const document = new ParsedDocument(text);
  for (const utterance of document.transcript.utterances) {
    document.utterancesOn(utterance.line);
    document.contextOf(utterance);
  }
  documentSymbols(document, 'en');
  foldingRanges(document);
  semanticTokens(document);
}

/** A JSON of the lines of a text, cut to its size. */
function jsonLike(text: string): string {
  const entries: string[] = [];
  let size = 2;
  for (const line of text.split('\n')) {
    const entry = JSON.stringify({ speaker: line.slice(0, 1), text: line.slice(3) });
    size += entry.length + 2;
    if (size > text.length) break;
    entries.push(entry);
  }
  return `[${entries.join(',\n')}]`;
}

async function validation(json: string): Promise<number> {
  const service = getLanguageService({});
  const document = TextDocument.create('file:///bench.json', 'json', 1, json);
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const began = performance.now();
    await service.doValidation(document, service.parseJSONDocument(document), {}, SCHEMA);
    times.push(performance.now() - began);
  }
  return median(times);
}
