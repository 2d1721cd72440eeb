/** The reference has everything that the registries and the seed page list. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Entry, EntryKind } from '../../server/src/reference/entry';
import { reference } from '../../server/src/reference/texts';
import {
  ENHANCED_CODE_COUNT,
  LAST_DETAIL,
  OWN_TERMS,
  PROVIDERS,
  REPLY_CODES,
  SASL_MECHANISMS,
  SEED_GUIDES,
  SEED_TERMS,
  SERVICE_EXTENSIONS,
  UNREGISTERED_EXTENSIONS,
  VERBS,
} from './tables';

type OfKind<K extends EntryKind> = Extract<Entry, { readonly kind: K }>;

function ofKind<K extends EntryKind>(kind: K): OfKind<K>[] {
  return reference.entries.filter((entry): entry is OfKind<K> => entry.kind === kind);
}

const missing = (wanted: readonly string[], kind: EntryKind) => {
  const keys = new Set(ofKind(kind).map(({ key }) => key));
  return wanted.filter((key) => !keys.has(key));
};

describe('the reference is complete', () => {
  for (const [document, codes] of Object.entries(REPLY_CODES)) {
    test(`reply codes of ${document}`, () => assert.deepEqual(missing(codes.map(String), 'reply-code'), []));
  }

  test('reply codes that no document lists name who uses them', () => {
    const known = new Set(Object.values(REPLY_CODES).flat());
    const unmarked = ofKind('reply-code').filter(({ code, vendor }) => !known.has(code) && vendor === undefined);
    assert.deepEqual(
      unmarked.map(({ key }) => key),
      [],
    );
  });

  test('the enhanced codes are exactly those of the registry', () => {
    const wanted = Object.entries(LAST_DETAIL).flatMap(([subject, last]) =>
      Array.from({ length: last + 1 }, (_, detail) => `X.${subject}.${detail}`),
    );
    assert.equal(wanted.length, ENHANCED_CODE_COUNT);
    assert.deepEqual(
      ofKind('enhanced-code')
        .map(({ key }) => key)
        .sort(),
      wanted.sort(),
    );
  });

  test('every digit of a code has a meaning', () => {
    const { firstDigits, secondDigits, enhancedClasses, enhancedSubjects } = reference.data;
    assert.deepEqual(
      Object.keys(firstDigits).filter((digit) => digit !== '1'),
      ['2', '3', '4', '5'],
    );
    assert.deepEqual(Object.keys(secondDigits), ['0', '1', '2', '3', '4', '5']);
    assert.deepEqual(Object.keys(enhancedClasses), ['2', '4', '5']);
    assert.deepEqual(Object.keys(enhancedSubjects), Object.keys(LAST_DETAIL));
  });

  test('service extensions, registered ones marked so', () => {
    assert.deepEqual(missing([...SERVICE_EXTENSIONS, ...UNREGISTERED_EXTENSIONS], 'extension'), []);
    const registered = ofKind('extension').filter((entry) => entry.registered);
    assert.deepEqual(registered.map(({ key }) => key).sort(), [...SERVICE_EXTENSIONS].sort());
  });

  test('SASL mechanisms', () => assert.deepEqual(missing(SASL_MECHANISMS, 'auth-mechanism'), []));

  test('mechanisms that give the password away are not called safe', () => {
    const unsafe = ['PLAIN', 'LOGIN', 'XOAUTH2', 'OAUTHBEARER'];
    assert.deepEqual(
      unsafe.filter((key) => reference.mechanism(key)?.safeWithoutTls !== false),
      [],
    );
  });

  test('verbs', () => assert.deepEqual(missing(VERBS, 'verb'), []));

  test('what providers say', () => {
    const known = ofKind('provider-reply').map(({ provider }) => provider);
    assert.deepEqual(
      PROVIDERS.filter((name) => !known.some((provider) => provider.includes(name))),
      [],
    );
  });

  test('the 51 terms of the seed page', () => {
    assert.equal(SEED_TERMS.length, 51);
    const titles = new Set(ofKind('term').map(({ title }) => title.en));
    assert.deepEqual(
      SEED_TERMS.filter((title) => !titles.has(title)),
      [],
    );
  });

  test('the terms that our own texts use', () => {
    assert.deepEqual(
      OWN_TERMS.filter((name) => reference.term(name) === undefined),
      [],
    );
  });

  test('the 16 guides of the seed page, in its categories', () => {
    const guides = Object.fromEntries(ofKind('guide').map(({ title, category }) => [title.en, category]));
    assert.deepEqual(guides, SEED_GUIDES);
  });
});
