import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDelivery, writeDelivery } from '../../../server/src/transcript/dialects/delivery';
import type { Delivery } from '../../../server/src/transcript/transcript';
import { dump } from '../../helpers/dump';

const BOUNCE: Delivery = {
  action: 'bounced',
  queueId: '4bXyZ1',
  from: '',
  to: 'ghost@example.org',
  relay: 'mx.example.org[192.0.2.1]:25',
  code: 550,
  enhanced: '5.1.1',
  delay: 0.13,
  reason: 'host said: "550 5.1.1 C:\\ghost unknown" (in reply to RCPT TO)',
};

test('a delivery is written in one line of the canonical format', () => {
  assert.equal(
    writeDelivery({ action: 'sent', to: 'bob@example.org', code: 250 }),
    'delivery sent to=<bob@example.org> code=250',
  );
});

test('what is written is read back, quotes and backslashes included', () => {
  assert.deepEqual(readDelivery(writeDelivery(BOUNCE)), BOUNCE);
  const complaint: Delivery = { action: 'warning', fault: 'pipelining', client: 'unknown[192.0.2.7]' };
  assert.deepEqual(readDelivery(writeDelivery(complaint)), complaint);
});

test('an action or a fault that does not exist is not read', () => {
  assert.equal(readDelivery('delivery eaten to=<bob@example.org>'), undefined);
  assert.deepEqual(readDelivery('delivery warning fault=rudeness'), { action: 'warning' });
});

test('deliveries stand in sessions of the canonical format', () => {
  const log = `--- session 4bXyZ1 ---
10:00:00 * delivery received queue=4bXyZ1 from=<alice@example.com>
10:00:01 * ${writeDelivery(BOUNCE)}
`;
  assert.deepEqual(dump(log), [
    '2 delivery received queue=4bXyZ1 from=<alice@example.com>',
    `3 ${writeDelivery(BOUNCE)}`,
  ]);
});
