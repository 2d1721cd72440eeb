import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

test('the id stands where others have the process', () => {
  const log = `Nov 29 16:50:17 mx dma[23c09f]: new mail from user=root uid=8 envelope_from=<alice@example.com>
Nov 29 16:50:17 mx dma[23c09f]: mail to=<ghost@example.org> queued as 23c09f.5613b142efe0
Nov 29 16:50:17 mx dma[23c09f]: mail to=<bob@example.org> queued as 23c09f.5613b142ef60
Nov 29 16:50:17 mx dma[23c09f.5613b142efe0]: trying remote delivery to mx.example.org [192.0.2.1] pref 0
Nov 29 16:50:17 mx dma[23c09f.5613b142ef60]: trying remote delivery to mx.example.org [192.0.2.1] pref 0
Nov 29 16:50:17 mx dma[23c09f.5613b142efe0]: remote delivery to mx.example.org [192.0.2.1] failed after RCPT TO: 550 5.1.1 <ghost@example.org>: unknown
Nov 29 16:50:17 mx dma[23c09f.5613b142ef60]: remote delivery deferred: mx.example.org [192.0.2.1] failed after RCPT TO: 451 4.7.1 later
Nov 29 17:50:17 mx dma[23c09f.5613b142ef60]: <bob@example.org> delivery successful
`;
  assert.equal(readTranscript(log).detection.dialect?.id, 'dma');
  assert.deepEqual(dump(log), [
    '2 delivery received queue=23c09f from=<alice@example.com> to=<ghost@example.org>',
    '3 delivery received queue=23c09f from=<alice@example.com> to=<bob@example.org>',
    '6 delivery bounced queue=23c09f from=<alice@example.com> to=<ghost@example.org> relay="mx.example.org [192.0.2.1]" code=550 enhanced=5.1.1 reason="550 5.1.1 <ghost@example.org>: unknown"',
    '7 delivery deferred queue=23c09f from=<alice@example.com> to=<bob@example.org> relay="mx.example.org [192.0.2.1]" code=451 enhanced=4.7.1 reason="451 4.7.1 later"',
    '8 delivery sent queue=23c09f from=<alice@example.com> to=<bob@example.org> relay="mx.example.org [192.0.2.1]"',
  ]);
});
