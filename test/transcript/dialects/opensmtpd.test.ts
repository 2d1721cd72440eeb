import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `smtp: 0x55bb: connected to listener 0x55aa [hostname=mx.example.test, port=25, tag=]
a79de93af1380afd smtp connected address=192.0.2.9 host=client
smtp: 0x55bb: >>> 220 mx.example.test ESMTP OpenSMTPD
smtp: 0x55bb: <<< EHLO client.sender.test
smtp: 0x55bb: STATE_CONNECTED -> STATE_HELO
smtp: 0x55bb: >>> 250-mx.example.test Hello
smtp: 0x55bb: >>> 250 HELP
smtp: 0x55bb: <<< DATA
smtp: 0x55bb: >>> 354 Enter mail
<<< [MSG] Subject: x
<<< [MSG] 
<<< [MSG] QUIT
<<< [MSG] .
<<< [EOM]
smtp: 0x55bb: >>> 250 2.0.0 Message accepted
a79de93af1380afd smtp failed-command command="DATA" result="503 no"
smtp: 0x55bb: <<< QUIT
smtp: 0x55bb: >>> 221 2.0.0 Bye
a79de93af1380afd smtp disconnected reason=quit
`;

test('a client: message lines have no key', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'opensmtpd');
  assert.deepEqual(dump(LOG), [
    '1 connect',
    '3 S 220',
    '4 C EHLO client.sender.test',
    '6 S 250 ×2',
    '8 C DATA',
    '9 S 354',
    '10 data 3 lines',
    '15 S 250',
    '17 C QUIT',
    '18 S 221',
    '19 close by unknown',
  ]);
});

test('the address in memory comes again', () => {
  assert.deepEqual(
    dump(LOG + LOG).filter((line) => line.startsWith('session')),
    ['session smtp:0x55bb/1', 'session smtp:0x55bb/2'],
  );
});

test('a delivery: >>> is the client', () => {
  const log = `debug: mta: 0x55bb: spawned for relay [relay:remote.test]
mta: 0x55bb: <<< 220 mx.remote.test ESMTP
mta: 0x55bb: >>> DATA
mta: 0x55bb: <<< 354 go
mta: 0x55bb: >>> [...1234 bytes...]
mta: 0x55bb: >>> .
mta: 0x55bb: <<< 250 ok
debug: mta: 0x55bb: session done
debug: mta: 0x55bb: spawned for relay [relay:remote.test]
debug: mta: 0x55bb: connection timeout
debug: mta: 0x55bb: session done
`;
  assert.deepEqual(dump(log), [
    'session mta:0x55bb/1',
    '1 connect',
    '2 S 220',
    '3 C DATA',
    '4 S 354',
    '5 data ? lines',
    '7 S 250',
    '8 close by client',
    'session mta:0x55bb/2',
    '9 connect',
    '10 error connect: connection timeout',
    '11 close by client',
  ]);
});

test('smtp(1) names only what it sends', () => {
  const log = `trying host 127.0.0.1 port 25...
0x5634466a6410: INIT -> BANNER
0x5634466a6410: <<< 220 mx.remote.test ESMTP ready
mta: 0x5634466a6410: >>> STARTTLS
0x5634466a6410: <<< 220 Ready to start TLS
0x5634466a6410: IO_TLSREADY <io:0x56 fd=0 to=100000 fl=W tls=TLSv1.3:TLS_AES_256_GCM_SHA384:256 ib=0 ob=0>
mta: 0x5634466a6410: >>> QUIT
0x5634466a6410: <<< 221 Bye
`;
  assert.deepEqual(dump(log), [
    '2 connect',
    '3 S 220',
    '4 C STARTTLS',
    '5 S 220',
    '6 tls TLSv1.3',
    '7 C QUIT',
    '8 S 221',
  ]);
});

test('its ordinary log: not this format', () => {
  const log = LOG.split('\n')
    .filter((line) => /^[0-9a-f]{16} /.test(line))
    .join('\n');
  assert.notEqual(readTranscript(log).detection.dialect?.id, 'opensmtpd');
});

test('writes a line', () => {
  assert.equal(rewrite(LOG, 4, 'client', 'HELO x').split('\n')[3], 'smtp: 0x55bb: <<< HELO x');
  assert.equal(rewrite(LOG, 4, 'server', '500 x').split('\n')[3], 'smtp: 0x55bb: >>> 500 x');
});

test('two clients connect at once: the state tells which of them the log names', () => {
  const log = `smtp: 0x55deac2f6300: connected to listener 0x55deac244230 [hostname=mx, port=25, tag=]
smtp: 0x55deac2f75f0: connected to listener 0x55deac244230 [hostname=mx, port=25, tag=]
smtp: 0x55deac2f6300: STATE_NEW -> STATE_CONNECTED
ad22565d88710b9c smtp connected address=127.0.0.1 host=localhost
smtp: 0x55deac2f6300: >>> 220 mx ESMTP OpenSMTPD
smtp: 0x55deac2f75f0: STATE_NEW -> STATE_CONNECTED
ad22565ebb443981 smtp connected address=127.0.0.1 host=localhost
smtp: 0x55deac2f75f0: >>> 220 mx ESMTP OpenSMTPD
ad22565d88710b9c smtp disconnected reason=disconnect
smtp: 0x55deac2f75f0: <<< NOOP
`;
  const shown = dump(log);
  assert.equal(shown.filter((line) => line.startsWith('session ')).length, 2);
  assert.equal(shown.at(-1), '10 C NOOP');
});

test('input that the server drops is missing from the log, and that it was pipelined is an event', () => {
  const log = `smtp: 0x55deac2f6300: connected to listener 0x55deac244230 [hostname=mx, port=25, tag=]
smtp: 0x55deac2f6300: STATE_NEW -> STATE_CONNECTED
ad22565d88710b9c smtp connected address=127.0.0.1 host=localhost
smtp: 0x55deac2f6300: >>> 220 mx ESMTP OpenSMTPD
smtp: 0x55deac2f6300: >>> 500 5.5.1 Invalid command: Pipelining not supported
ad22565d88710b9c smtp bad-input result="500 5.5.1 Invalid command: Pipelining not supported"
`;
  const shown = dump(log);
  assert.deepEqual(shown.slice(1, 4), ['4 S 220', '5 gap', '5 S 500 unasked']);
  assert.match(shown[4] ?? '', /^6 .*pipelining/);
});

test('a delivery whose TLS fails is told by the name that the log has for it', () => {
  const log = `debug: mta: 0x5616: spawned for relay [relay:remote.test]
bd102e83490891eb mta connecting address=smtp+tls://192.0.2.1:25 host=mx.remote.test
mta: 0x5616: MTA_INIT -> MTA_INIT
bd102e83490891eb mta connected
mta: 0x5616: MTA_INIT -> MTA_BANNER
mta: 0x5616: <<< 220 mx.remote.test ESMTP
mta: 0x5616: >>> STARTTLS
mta: 0x5616: <<< 220 2.0.0 Ready to start TLS
bd102e83490891eb mta tls ciphers=TLSv1.3:TLS_AES_256_GCM_SHA384:256
bd102e83490891eb mta error reason=SSL certificate check failed
debug: mta: 0x5616: session done
`;
  assert.deepEqual(dump(log), [
    '1 connect',
    '6 S 220',
    '7 C STARTTLS',
    '8 S 220',
    '9 tls TLSv1.3',
    '10 error tls: SSL certificate check failed',
    '11 close by client',
  ]);
});

test('without -T mta only the ordinary log tells how a delivery went', () => {
  const log = `${LOG}debug: mta: 0x5605: spawned for relay [relay:remote.test]
133a8f95ff2bcd80 mta connecting address=smtp://192.0.2.1:25 host=mx.remote.test
133a8f95ff2bcd80 mta connected
debug: mta: 0x5605: disconnected in state MTA_EOM
133a8f95ff2bcd80 mta delivery evpid=0c26873ee8361854 from=<a@client.sender.test> to=<ghost@remote.test> rcpt=<-> source="192.0.2.2" relay="192.0.2.1 (mx.remote.test)" delay=0s result="PermFail" stat="550 5.1.1 User unknown"
debug: mta: 0x5605: session done
`;
  const shown = dump(log);
  assert.equal(shown.filter((line) => line.includes('error')).length, 0);
  assert.match(shown.at(-1) ?? '', /^24 delivery bounced .* to=<ghost@remote\.test> .* code=550/);
});

test('a handshake that fails is no lost connection', () => {
  const log = LOG.replace(
    'disconnected reason=quit',
    'disconnected reason="io-error: error:0A080006:SSL routines::EVP lib"',
  );
  assert.ok(dump(log).some((line) => /^19 error tls: /.test(line)));
});
