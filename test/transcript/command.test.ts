/** Client lines as commands: verb, path, parameters, and what merely looks like one. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  isKnownVerb,
  readCommand,
  readParameters,
  readPath,
  readsAsCommand,
} from '../../server/src/transcript/command';
import type { Said } from '../../server/src/transcript/transcript';
import { talk } from '../helpers/talk';

const command = (text: string) => readCommand(talk({ speaker: 'client', text })[0] as Said);
const path = (text: string) => readPath(command(text));

describe('readCommand', () => {
  test('writes the verb in upper case and leaves the argument as sent', () => {
    const { verb, argument } = command('mail FROM:<A@b.example>');
    assert.deepEqual([verb, argument], ['MAIL', 'FROM:<A@b.example>']);
  });

  test('reads a verb alone', () => assert.deepEqual([command('QUIT').verb, command('QUIT').argument], ['QUIT', '']));

  test('reads an empty line', () => assert.deepEqual([command('').verb, command('').argument], ['', '']));

  test('ends the verb at a tab', () => assert.equal(command('HELO\tclient').verb, 'HELO'));

  test('has no verb in a line that begins with a blank', () => assert.equal(command(' QUIT').verb, ''));

  test('does not make a known verb of a longer word', () => {
    assert.equal(isKnownVerb(command('DATAX').verb), false);
    assert.equal(isKnownVerb(command('StartTLS').verb), true);
  });
});

describe('readPath', () => {
  test('reads keyword, address and parameters with their places', () => {
    const text = 'MAIL FROM:<a@b.example> SIZE=100 body=8BITMIME SMTPUTF8';
    const { keyword, address, bracketed, spaced, start, end, parameters } = path(text);
    assert.deepEqual(
      { keyword, address, bracketed, spaced },
      { keyword: 'FROM', address: 'a@b.example', bracketed: true, spaced: false },
    );
    assert.equal(text.slice(start, end), 'a@b.example');
    assert.deepEqual(
      parameters.map(({ key, value }) => [key, value]),
      [
        ['SIZE', '100'],
        ['BODY', '8BITMIME'],
        ['SMTPUTF8', undefined],
      ],
    );
    assert.deepEqual(
      parameters.map((each) => text.slice(each.start, each.end)),
      ['SIZE=100', 'body=8BITMIME', 'SMTPUTF8'],
    );
  });

  test('reads the null reverse-path', () => assert.equal(path('MAIL FROM:<>').address, ''));

  test('reads blanks and > inside a quoted local part', () => {
    assert.equal(path('RCPT TO:<"a > \\" b"@c.example> NOTIFY=NEVER').address, '"a > \\" b"@c.example');
  });

  test('reads a source route as it stands', () =>
    assert.equal(path('RCPT TO:<@a.example:b@c.example>').address, '@a.example:b@c.example'));

  test('notices a blank beside the colon', () => {
    assert.equal(path('MAIL FROM: <a@b.example>').spaced, true);
    assert.equal(path('MAIL FROM :<a@b.example>').spaced, true);
    assert.equal(path('MAIL FROM :<a@b.example>').keyword, 'FROM');
    assert.equal(path('MAIL FROM: <a@b.example>').address, 'a@b.example');
  });

  test('reads an address without brackets', () => {
    const { address, bracketed, parameters } = path('RCPT TO:a@b.example X=1');
    assert.deepEqual([address, bracketed, parameters[0]?.key], ['a@b.example', false, 'X']);
  });

  test('has no keyword where the colon is missing', () => {
    assert.deepEqual([path('RCPT <a@b.example>').keyword, path('RCPT <a@b.example>').address], ['', 'a@b.example']);
  });

  test('does not take a colon of the address for the keyword’s', () =>
    assert.equal(path('RCPT <@a.example:b@c.example>').keyword, ''));

  test('ends at the line’s end where the bracket is not closed', () => {
    assert.equal(path('MAIL FROM:<a@b.example').address, 'a@b.example');
    assert.deepEqual(path('MAIL FROM:<a@b.example').parameters, []);
  });

  test('reads MAIL with nothing after it', () => assert.deepEqual(path('MAIL').address, ''));

  test('stays inside the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'MAIL FROM:<>" \\@=a') }), (rest) => {
        const text = `MAIL ${rest}`;
        const { start, end, address, parameters } = path(text);
        assert.equal(text.slice(start, end), address);
        for (const each of parameters) assert.ok(each.start < each.end && each.end <= text.length);
      }),
    );
  });
});

describe('readParameters', () => {
  test('splits a value at its first equals sign', () => {
    assert.deepEqual(readParameters('ENVID=a=b', 0), [{ key: 'ENVID', value: 'a=b', start: 0, end: 9 }]);
  });

  test('keeps an empty value apart from none', () => {
    assert.deepEqual(
      readParameters(' A= B', 0).map(({ value }) => value),
      ['', undefined],
    );
  });

  test('takes a leading equals sign as part of the key', () => assert.equal(readParameters('=x', 0)[0]?.key, '=X'));
});

describe('readsAsCommand', () => {
  for (const text of [
    'DATA',
    'quit',
    'EHLO client',
    'MAIL FROM:<>',
    'MAIL FROM: <a@b> SIZE=1',
    'RCPT TO:<a@b>',
    'BDAT 86 LAST',
    'AUTH PLAIN',
    'AUTH XOAUTH2 abc=',
    'STARTTLS',
  ]) {
    test(`says yes to ${text}`, () => assert.ok(readsAsCommand(text)));
  }

  for (const text of [
    '',
    'Data',
    'DATA is here',
    'Quit smoking',
    'HELO',
    'Help is on its way',
    'MAIL FROM:a@b',
    'mail from: me',
    'rset it',
    'BDAT x',
    'Subject: QUIT',
    `EHLO ${'a'.repeat(1000)}`,
  ]) {
    const expected = text === 'Data';
    test(`says ${expected ? 'yes' : 'no'} to ${JSON.stringify(text.slice(0, 20))}`, () =>
      assert.equal(readsAsCommand(text), expected));
  }
});
