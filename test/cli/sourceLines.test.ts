/** The lines that findings are shown in. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { SourceLines } from '../../server/src/cli/sourceLines';
import { folderOf } from '../helpers/program';

/** Longer than a piece in which a file is decoded. */
const LONG = 'x'.repeat(300_000);

const { path, remove } = folderOf({
  crlf: 'one\r\ntwo\r\r\nth\rree\r\nlast',
  cr: 'one\rtwo\rthree\rfour\rfive\r',
  long: `short\n${LONG}\nnext\n${LONG}\n${LONG}\nlast\n`,
  utf16: Buffer.from('\ufeffone\r\ntwo\r\n', 'utf16le'),
  large: `one\n${'a line\n'.repeat(1_200_000)}`,
});
after(remove);

const inFile = async (name: string, ...numbers: readonly number[]) =>
  (await SourceLines.of(join(path, name), true)).at(numbers);

describe('lines to be shown', () => {
  test('are without their ends', async () => {
    assert.deepEqual(await inFile('crlf', 0, 1, 2, 3), ['one', 'two', 'th\rree', 'last']);
    assert.deepEqual(await inFile('cr', 1, 3), ['two', 'four']);
    assert.deepEqual(await inFile('utf16', 0, 1), ['one', 'two']);
  });

  test('may be asked for twice, and some at a time', async () => {
    const source = await SourceLines.of(join(path, 'crlf'), true);
    assert.deepEqual(await source.at([1, 1]), ['two', 'two']);
    assert.deepEqual(await source.at([]), []);
    assert.deepEqual(await source.at([1, 3]), ['two', 'last']);
  });

  test('may be longer than a piece of the file', async () => {
    assert.deepEqual(await inFile('long', 1, 2, 4, 5), [LONG, 'next', LONG, 'last']);
    assert.deepEqual(await inFile('long', 2), ['next']);
  });

  test('are not made up', async () => {
    assert.deepEqual(await inFile('crlf', 4), [undefined]);
    assert.deepEqual(await inFile('cr', 5), [undefined]);
    assert.deepEqual(await inFile('large', 0), [undefined]);
    const unwanted = await SourceLines.of(join(path, 'crlf'), false);
    assert.deepEqual(await unwanted.at([0]), [undefined]);
    const source = await SourceLines.of(join(path, 'crlf'), true);
    await source.at([2]);
    assert.deepEqual(await source.at([1]), [undefined]);
  });

  test('of a file that has gone are none', async () => {
    const { path: folder, remove: removeFolder } = folderOf({ log: 'one\ntwo\n' });
    const source = await SourceLines.of(join(folder, 'log'), true);
    removeFolder();
    assert.deepEqual(await source.at([0, 1]), [undefined, undefined]);
  });

  test('of a stream are those of the text that was read', async () => {
    const source = await SourceLines.of('-', true);
    assert.equal(source.complete, false);
    for (const text of ['on', 'e\r', '\ntwo\nthr', 'ee']) source.onText?.(text);
    assert.deepEqual(await source.at([0, 1, 2]), ['one', 'two', 'three']);
    source.onText?.('x'.repeat(9_000_000));
    assert.deepEqual(await source.at([2]), [undefined]);
  });
});
