/** Framing and pairing: what is a command, what is payload, which reply answers what. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { opensNextSession, turnsNextAway } from '../../server/src/transcript/conversation';
import type { CommandExchange, Elided, Utterance } from '../../server/src/transcript/transcript';
import { conversationAfter, exchangesOf, type Line, paired, talk } from '../helpers/talk';

const modeAfter = (...lines: readonly Line[]) => conversationAfter(...lines).mode.name;
const elided = (what: Elided): Line => ({ speaker: 'client', elided: what });
const GREETING = 'S: 220 mx.example.org ESMTP';

describe('the greeting', () => {
  test('is the first reply', () =>
    assert.deepEqual(paired(GREETING, 'C: NOOP', 'S: 250 Ok'), ['greeting 220', 'NOOP, 250']));

  test('may have several lines', () =>
    assert.deepEqual(paired('S: 220-mx', 'S: 220-no spam', 'S: 220 ready'), ['greeting 220']));

  test('may refuse', () =>
    assert.deepEqual(paired('S: 554 no', 'C: QUIT', 'S: 221 Bye'), ['greeting 554', 'QUIT, 221']));

  test('is still the greeting when the client spoke first', () => {
    assert.deepEqual(paired('C: EHLO a', GREETING, 'S: 250 mx'), ['greeting 220', 'EHLO, 250, early']);
  });

  test('is not what a log begins with that was cut', () => {
    assert.deepEqual(paired('S: 250 Ok', 'C: QUIT', 'S: 221 Bye'), ['unasked 250', 'QUIT, 221']);
    assert.deepEqual(paired('C: EHLO a', 'S: 250 mx'), ['EHLO, 250, early']);
  });

  test('is not the 220 that answers STARTTLS', () => {
    assert.deepEqual(paired('C: STARTTLS', 'S: 220 Go ahead'), ['STARTTLS, 220, early']);
  });
});

describe('a log that begins', () => {
  const MESSAGE = ['C: Subject: x', 'C: ', 'C: QUIT', 'C: .', 'S: 250 Ok'] as const;

  test('inside a message: its lines are no commands', () => {
    assert.deepEqual(paired(...MESSAGE, 'C: QUIT', 'S: 221 Bye'), [
      'message 3 lines 20 octets complete elided, 250',
      'QUIT, 221',
    ]);
    assert.deepEqual(paired('C: QUIT', 'C: .', 'S: 250 Ok'), ['message 1 lines 6 octets complete elided, 250']);
    assert.deepEqual(paired('C: Hello', 'C: Bob', 'S: 250 Ok'), ['message 2 lines 12 octets complete elided, 250']);
  });

  test('inside a message that is shown before its dots are doubled: the last dot ends it', () =>
    assert.deepEqual(paired('C: x', 'C: .', 'C: y', 'C: .', 'S: 250 Ok', 'C: QUIT', 'S: 221 Bye'), [
      'message 3 lines 9 octets complete elided, 250',
      'QUIT, 221',
    ]));

  test('behind DATA: what follows 354 is a message', () => {
    assert.deepEqual(paired('S: 354 Go ahead', ...MESSAGE), [
      'unasked 354',
      'message 3 lines 20 octets complete elided, 250',
    ]);
    assert.deepEqual(
      paired(GREETING, 'S: 354 Go ahead', ...MESSAGE).at(-1),
      'message 3 lines 20 octets complete elided, 250',
    );
    assert.deepEqual(paired('S: 354 Go ahead', 'C: QUIT', 'S: 221 Bye'), ['unasked 354', 'QUIT, 221']);
  });

  test('inside AUTH: a response is no command', () => {
    assert.deepEqual(
      paired('C: dXNlcg==', 'S: 334 UGFzc3dvcmQ6', 'C: cGFzcw==', 'S: 235 Ok', 'C: QUIT', 'S: 221 Bye'),
      ['unreadable dXNlcg==', 'unasked 334', 'unreadable cGFzcw==', 'unasked 235', 'QUIT, 221'],
    );
    assert.deepEqual(paired('S: 334 UGFzc3dvcmQ6', 'C: QUIT', 'S: 221 Bye'), ['unasked 334', 'QUIT, 221']);
  });

  test('with a word that the server does not know: it is a command', () =>
    assert.deepEqual(paired('C: FOO', 'S: 500 what?', 'C: QUIT', 'S: 221 Bye'), ['FOO, 500, early', 'QUIT, 221']));

  test('inside a group: the first replies answer what is not shown', () => {
    const rest = ['C: RCPT TO:<b@b.example>', 'C: DATA'] as const;
    assert.deepEqual(paired(...rest, 'S: 250 a', 'S: 550 b', 'S: 354 Go ahead', ...MESSAGE), [
      'unasked 250',
      'RCPT, 550, early',
      'DATA, 354, pipelined, early',
      'message 3 lines 20 octets complete, 250',
    ]);
    assert.deepEqual(paired('C: RSET', 'C: NOOP', 'S: 250 a', 'S: 250 b', 'S: 252 c', 'C: QUIT', 'S: 221 Bye'), [
      'unasked 250',
      'RSET, 250, early',
      'NOOP, 252, pipelined, early',
      'QUIT, 221',
    ]);
    assert.deepEqual(paired('C: RSET', 'C: NOOP', 'S: 250 a', 'C: QUIT', 'S: 250 b', 'S: 221 Bye'), [
      'RSET, 250, early',
      'NOOP, 250, pipelined, early',
      'QUIT, 221, pipelined',
    ]);
  });

  test('in LMTP: a message may have several answers', () =>
    assert.deepEqual(paired('C: x', 'C: .', 'S: 250 a', 'C: QUIT', 'S: 250 b', 'S: 221 Bye'), [
      'message 1 lines 3 octets complete elided, 250',
      'unasked 250',
      'QUIT, 221',
    ]));

  test('with a refusal: only one that greets is a greeting', () => {
    assert.deepEqual(paired('S: 450 greylisted', 'C: QUIT', 'S: 221 Bye'), ['unasked 450', 'QUIT, 221']);
    assert.deepEqual(paired('S: 221 Bye'), ['unasked 221']);
  });
});

describe('a reply of several lines', () => {
  test('is one reply', () =>
    assert.deepEqual(paired(GREETING, 'C: EHLO a', 'S: 250-mx', 'S: 250-SIZE', 'S: 250 HELP'), [
      'greeting 220',
      'EHLO, 250',
    ]));

  test('has the code of its last line', () =>
    assert.deepEqual(paired(GREETING, 'C: NOOP', 'S: 250-a', 'S: 550 b')[1], 'NOOP, 550'));

  test('that never ends is not complete', () => {
    assert.deepEqual(paired(GREETING, 'C: EHLO a', 'S: 250-mx', 'S: 250-SIZE')[1], 'EHLO, 250…');
  });

  test('is cut where the log says that lines are left out', () => {
    const cut: Line = { speaker: 'server', elided: { what: 'lines' } };
    assert.deepEqual(paired(GREETING, 'C: EHLO a', 'S: 250-mx', cut, 'C: NOOP', 'S: 250 Ok'), [
      'greeting 220',
      'EHLO, 250…',
      'NOOP, 250',
    ]);
  });

  test('survives a line without a code in it', () => {
    assert.deepEqual(paired(GREETING, 'C: HELP', 'S: 214-a', 'S: what', 'S: 214 b'), [
      'greeting 220',
      'unreadable what',
      'HELP, 214',
    ]);
  });
});

describe('an answer without a code', () => {
  test('settles what was asked when the client goes on', () =>
    assert.deepEqual(paired(GREETING, 'C: NOOP', 'S: 25 huh', 'C: RSET', 'S: 250 Ok'), [
      'greeting 220',
      'unreadable 25 huh',
      'NOOP, -, lost',
      'RSET, 250',
    ]));

  test('takes no answer from the others of its group', () =>
    assert.deepEqual(
      paired(GREETING, 'C: MAIL FROM:<a>', 'C: RCPT TO:<b>', 'C: RCPT TO:<c>', 'S: Ok', 'S: 550 b', 'S: 250 c'),
      ['greeting 220', 'unreadable Ok', 'MAIL, -, lost', 'RCPT, 550, pipelined', 'RCPT, 250, pipelined'],
    ));

  test('of several lines is one answer', () =>
    assert.deepEqual(
      paired(GREETING, 'C: MAIL FROM:<a>', 'C: RCPT TO:<b>', 'S: Oh', 'S: no', 'S: 550 b', 'C: NOOP', 'S: 250 Ok'),
      ['greeting 220', 'unreadable Oh', 'MAIL, -, lost', 'unreadable no', 'RCPT, 550, pipelined', 'NOOP, 250'],
    ));

  test('to DATA with 2yz: who goes away took it for a refusal, who goes on for 354', () => {
    for (const leave of ['QUIT', 'RSET'])
      assert.deepEqual(paired(GREETING, 'C: DATA', 'S: 250 Ok', `C: ${leave}`, 'S: 221 Bye').slice(1), [
        'DATA, 250',
        `${leave}, 221`,
      ]);
    assert.deepEqual(paired(GREETING, 'C: DATA', 'S: 250 Ok', 'C: x', 'C: QUIT', 'C: .', 'S: 250 Ok').slice(1), [
      'DATA, 250',
      'message 2 lines 9 octets complete, 250',
    ]);
    assert.equal(modeAfter(GREETING, 'C: DATA', 'S: 354 Go', 'C: QUIT'), 'data');
  });

  test('to DATA may be followed by a message or by none', () => {
    const message = ['C: Subject: a', 'C: .'] as const;
    assert.deepEqual(
      paired(GREETING, 'C: DATA', 'S: 35 go', ...message, 'S: 550 No', 'C: QUIT', 'S: 221 Bye').slice(1),
      ['unreadable 35 go', 'DATA, -, lost', 'message 1 lines 12 octets complete, 550', 'QUIT, 221'],
    );
    assert.deepEqual(paired(GREETING, 'C: DATA', 'S: no', 'C: QUIT', 'S: 221 Bye').slice(1), [
      'unreadable no',
      'DATA, -, lost',
      'QUIT, 221',
    ]);
    assert.deepEqual(
      paired(GREETING, 'C: DATA', 'S: go', ...message, 'S: Ok', 'C: MAIL FROM:<a>', 'S: 250 Ok').slice(3),
      ['DATA, -, lost', 'message 1 lines 12 octets complete, -, lost', 'MAIL, 250'],
    );
  });

  test('to AUTH leaves the response a response', () =>
    assert.deepEqual(paired(GREETING, 'C: AUTH LOGIN', 'S: 33 user', 'C: dXNlcg==', 'S: 535 No').slice(2), [
      'AUTH, 535, responses dXNlcg==',
    ]));
});

describe('pipelining', () => {
  test('is answered in order', () => {
    assert.deepEqual(
      paired(GREETING, 'C: MAIL FROM:<a>', 'C: RCPT TO:<b>', 'C: RCPT TO:<c>', 'S: 250 a', 'S: 550 b', 'S: 251 c'),
      ['greeting 220', 'MAIL, 250', 'RCPT, 550, pipelined', 'RCPT, 251, pipelined'],
    );
  });

  test('names the line that waited', () => {
    const [, , rcpt] = exchangesOf(GREETING, 'C: MAIL FROM:<a>', 'C: RCPT TO:<b>', 'S: 250 a', 'S: 250 b');
    assert.equal((rcpt as CommandExchange).sentBeforeReplyTo?.line, 1);
  });

  test('of QUIT with the dot names the dot', () => {
    const all = exchangesOf(GREETING, 'C: DATA', 'S: 354 Go', 'C: .', 'C: QUIT', 'S: 250 Ok', 'S: 221 Bye');
    assert.equal((all.at(-1) as CommandExchange).sentBeforeReplyTo?.line, 3);
    assert.deepEqual(paired(GREETING, 'C: DATA', 'S: 354 Go', 'C: .', 'C: QUIT', 'S: 250 Ok', 'S: 221 Bye').slice(2), [
      'message 0 lines 0 octets complete, 250',
      'QUIT, 221, pipelined',
    ]);
  });

  test('leaves the last ones unanswered where replies are missing', () => {
    assert.deepEqual(paired(GREETING, 'C: MAIL FROM:<a>', 'C: RCPT TO:<b>', 'S: 250 a').slice(1), [
      'MAIL, 250',
      'RCPT, -, pipelined',
    ]);
  });

  test('finds its place again at a code that only one verb has', () => {
    for (const [verb, code] of [
      ['DATA', 354],
      ['QUIT', 221],
      ['AUTH PLAIN x', 235],
      ['AUTH PLAIN x', 535],
    ] as const) {
      const read = paired(GREETING, 'C: MAIL FROM:<a>', 'C: RCPT TO:<b>', `C: ${verb}`, `S: ${code} x`, 'S: 250 later');
      assert.deepEqual(read.slice(1, 4), [
        'MAIL, -',
        'RCPT, -, pipelined',
        `${verb.split(' ')[0]}, ${code}, pipelined`,
      ]);
    }
  });

  test('does not look further than the first command of that verb', () => {
    assert.deepEqual(paired(GREETING, 'C: QUIT', 'C: QUIT', 'S: 221 Bye').slice(1), [
      'QUIT, 221',
      'QUIT, -, pipelined',
    ]);
  });
});

describe('mail data', () => {
  test('is everything from the 354 to the dot', () => {
    const lines = ['C: DATA', 'S: 354 Go', 'C: MAIL FROM:<a>', 'C: ', 'C: ..', 'C: .', 'S: 250 Ok'];
    assert.deepEqual(paired(GREETING, ...lines), [
      'greeting 220',
      'DATA, 354',
      'message 3 lines 21 octets complete, 250',
    ]);
  });

  test('waits for the answer to DATA when it was sent before', () => {
    assert.deepEqual(paired(GREETING, 'C: DATA', 'C: x', 'C: .', 'S: 354 Go', 'S: 250 Ok'), [
      'greeting 220',
      'DATA, 354',
      'message 1 lines 3 octets complete, 250',
    ]);
  });

  test('sent before the answer is commands when DATA is refused', () => {
    assert.deepEqual(paired(GREETING, 'C: DATA', 'C: RSET', 'S: 503 no', 'S: 250 Ok'), [
      'greeting 220',
      'DATA, 503',
      'RSET, 250',
    ]);
  });

  test('after a refused DATA is stray until the dot', () => {
    assert.deepEqual(
      paired(GREETING, 'C: DATA', 'S: 503 no', 'C: Hello', 'S: 500 ?', 'C: .', 'S: 500 ?', 'C: foo', 'S: 500 ?').slice(
        1,
      ),
      ['DATA, 503', 'HELLO, 500, stray', '., 500, stray', 'FOO, 500'],
    );
  });

  test('after a refused DATA is no more stray once a command came', () => {
    assert.deepEqual(
      paired(GREETING, 'C: DATA', 'S: 503 no', 'C: RSET', 'S: 250 Ok', 'C: foo', 'S: 500 ?').at(-1),
      'FOO, 500',
    );
  });

  test('is taken for accepted when the answer never comes', () => {
    assert.deepEqual(paired(GREETING, 'C: DATA', 'C: x', 'C: .').slice(1), [
      'DATA, -',
      'message 1 lines 3 octets complete, -',
    ]);
  });

  test('ends where the server speaks, interrupted', () => {
    assert.deepEqual(
      paired(GREETING, 'C: DATA', 'S: 354 Go', 'C: x', 'S: 421 timeout').at(-1),
      'message 1 lines 3 octets interrupted, 421',
    );
  });

  test('stays open where the log ends', () => {
    assert.deepEqual(paired(GREETING, 'C: DATA', 'S: 354 Go', 'C: x').at(-1), 'message 1 lines 3 octets open, -');
  });

  test('that the log leaves out is complete', () => {
    assert.deepEqual(
      paired(GREETING, 'C: DATA', 'S: 354 Go', elided({ what: 'data', lines: 7, octets: 99 }), 'S: 250 Ok').at(-1),
      'message 7 lines 99 octets complete elided, 250',
    );
    assert.deepEqual(
      paired(GREETING, 'C: DATA', 'S: 354 Go', elided({ what: 'data' }), 'C: .', 'S: 250 Ok').at(-1),
      'message ? lines ? octets complete elided, 250',
    );
  });

  test('that the log does not mention at all is complete, and nothing is known of it', () => {
    assert.deepEqual(
      paired(GREETING, 'C: DATA', 'S: 354 Go', 'S: 250 Ok').at(-1),
      'message ? lines ? octets complete elided, 250',
    );
  });

  test('whose 354 the log does not show is known by its answer', () => {
    assert.deepEqual(paired(GREETING, 'C: DATA', 'C: x', 'C: .', 'C: QUIT', 'S: 250 Ok', 'S: 221 Bye').slice(1), [
      'DATA, -, lost',
      'message 1 lines 3 octets complete, 250',
      'QUIT, 221, pipelined',
    ]);
  });

  test('belongs to no DATA where the format says that it is data', () => {
    assert.deepEqual(
      paired({ speaker: 'client', text: 'x', kind: 'data' }, { speaker: 'client', kind: 'end-of-data' }),
      ['message 1 lines 3 octets complete, -'],
    );
  });

  test('is over where the format says that a line is a command', () => {
    assert.deepEqual(
      paired(GREETING, 'C: DATA', 'S: 354 Go', 'C: x', { speaker: 'client', text: 'QUIT', kind: 'command' }).slice(2),
      ['message 1 lines 3 octets complete, -', 'QUIT, -, pipelined'],
    );
  });

  test('counts octets as UTF-8 and line ends as sent', () => {
    const wire = (text: string, wireEol?: string): Line => ({
      speaker: 'client',
      text,
      ...(wireEol !== undefined && { wireEol }),
    });
    assert.deepEqual(
      paired(GREETING, 'C: DATA', 'S: 354 Go', wire('', '\n'), wire('é'), wire('漢'), wire('😀'), 'C: .').at(-1),
      'message 4 lines 16 octets complete, -',
    );
  });

  test('keeps at most twenty lines that read as commands, the first and the last line', () => {
    const rsets = Array.from({ length: 30 }, () => 'C: RSET');
    const message = exchangesOf(GREETING, 'C: DATA', 'S: 354 Go', ...rsets, 'C: .').at(-1);
    assert.ok(message?.kind === 'message');
    assert.equal(message.data.commandLike.length, 20);
    assert.deepEqual([message.data.first?.line, message.data.last?.text, message.data.lastLine], [3, '.', 33]);
  });

  test('is not held for ever', () => {
    const lines = Array.from({ length: 1100 }, () => 'C: x');
    assert.equal(modeAfter(GREETING, 'C: DATA', ...lines), 'data');
    assert.deepEqual(paired(GREETING, 'C: DATA', ...lines, 'C: .', 'S: 354 Go', 'S: 250 Ok').slice(1), [
      'DATA, 354',
      'message 1100 lines 3300 octets complete, 250',
    ]);
  });
});

describe('BDAT', () => {
  test('counts octets, not lines', () => {
    assert.deepEqual(paired(GREETING, 'C: BDAT 8', 'C: abc', 'C: d', 'C: QUIT', 'S: 250 Ok', 'S: 221 Bye').slice(1), [
      'BDAT, 250, 2 lines 8 octets complete',
      'QUIT, 221, pipelined',
    ]);
  });

  test('takes a dot for content', () => {
    assert.equal(modeAfter(GREETING, 'C: BDAT 10', 'C: .'), 'bdat');
  });

  test('may end with a line that is cut', () => {
    const part: Line = { speaker: 'client', text: 'abc', wireEol: '' };
    assert.equal(modeAfter(GREETING, 'C: BDAT 3', part), 'command');
  });

  test('of no octets has no payload', () => {
    assert.deepEqual(paired(GREETING, 'C: BDAT 0 LAST', 'C: QUIT', 'S: 250 Ok', 'S: 221 Bye').slice(1), [
      'BDAT, 250',
      'QUIT, 221, pipelined',
    ]);
  });

  test('goes on while what was sent ahead of it is answered', () => {
    const ahead = [GREETING, 'C: RSET', 'C: BDAT 8', 'C: abc', 'S: 250 reset', 'C: d', 'S: 250 chunk'];
    assert.deepEqual(paired(...ahead).slice(1), ['RSET, 250', 'BDAT, 250, 2 lines 8 octets complete, pipelined']);
  });

  test('whose size is no number has no payload', () => assert.equal(modeAfter(GREETING, 'C: BDAT many'), 'command'));

  test('whose payload the log leaves out is complete', () => {
    assert.deepEqual(
      paired(GREETING, 'C: BDAT 86 LAST', elided({ what: 'data', octets: 86 }), 'S: 250 Ok')[1],
      'BDAT, 250, ? lines 86 octets complete elided',
    );
    assert.deepEqual(
      paired(GREETING, 'C: BDAT 86 LAST', elided({ what: 'data' }), 'S: 250 Ok')[1],
      'BDAT, 250, ? lines ? octets complete elided',
    );
    assert.deepEqual(
      paired(GREETING, 'C: BDAT 86 LAST', 'S: 250 Ok')[1],
      'BDAT, 250, ? lines ? octets complete elided',
    );
  });

  test('is interrupted by the server', () => {
    assert.deepEqual(paired(GREETING, 'C: BDAT 86', 'C: x', 'S: 421 no')[1], 'BDAT, 421, 1 lines 3 octets interrupted');
  });

  test('is open where the log ends', () => {
    assert.deepEqual(paired(GREETING, 'C: BDAT 86', 'C: x')[1], 'BDAT, -, 1 lines 3 octets open');
  });
});

describe('LMTP', () => {
  const HELLO = [GREETING, 'C: LHLO a', 'S: 250 mx', 'C: MAIL FROM:<a>', 'S: 250 Ok'];

  test('the last chunk is answered for each accepted recipient, too', () => {
    const recipients = ['C: RCPT TO:<b>', 'S: 250 Ok', 'C: RCPT TO:<c>', 'S: 250 Ok'];
    const chunks = ['C: BDAT 3', 'C: x', 'S: 250 Ok', 'C: BDAT 3 LAST', 'C: y'];
    assert.deepEqual(
      paired(...HELLO, ...recipients, ...chunks, 'S: 250 <b> Ok', 'S: 451 <c> no', 'C: QUIT', 'S: 221 Bye').slice(-3),
      ['BDAT, 250, 1 lines 3 octets complete', 'BDAT, 250 451, 1 lines 3 octets complete', 'QUIT, 221'],
    );
    assert.deepEqual(
      paired(...HELLO, ...recipients, ...chunks, 'S: 421 no').at(-1),
      'BDAT, 421, 1 lines 3 octets complete',
    );
  });

  test('answers the message once for each accepted recipient', () => {
    const lines = [
      'C: RCPT TO:<b>',
      'S: 250 Ok',
      'C: RCPT TO:<c>',
      'S: 550 no',
      'C: RCPT TO:<d>',
      'S: 250 Ok',
      'C: DATA',
      'S: 354 Go',
      'C: .',
      'S: 250 b',
      'S: 452 d',
      'C: QUIT',
      'S: 221 Bye',
    ];
    assert.deepEqual(paired(...HELLO, ...lines).slice(-2), ['message 0 lines 0 octets complete, 250 452', 'QUIT, 221']);
  });

  test('asks for one reply at least', () => {
    const read = exchangesOf(...HELLO, 'C: DATA', 'S: 354 Go', 'C: .', 'S: 554 no', 'C: QUIT', 'S: 221 Bye');
    assert.deepEqual(
      read.flatMap((each) => (each.kind === 'message' ? [each.expected, each.replies.length] : [])),
      [1, 1],
    );
  });

  test('closes the message with a 421', () => {
    const lines = [
      'C: RCPT TO:<b>',
      'S: 250 Ok',
      'C: RCPT TO:<c>',
      'S: 250 Ok',
      'C: DATA',
      'S: 354 Go',
      'C: .',
      'S: 421 no',
    ];
    assert.equal(paired(...HELLO, ...lines).at(-1), 'message 0 lines 0 octets complete, 421');
  });

  test('counts afresh after RSET', () => {
    const lines = [
      'C: RCPT TO:<b>',
      'S: 250 Ok',
      'C: RSET',
      'S: 250 Ok',
      'C: MAIL FROM:<a>',
      'S: 250 Ok',
      'C: RCPT TO:<c>',
      'S: 250 Ok',
      'C: DATA',
      'S: 354 Go',
      'C: .',
      'S: 250 c',
      'C: QUIT',
      'S: 221 Bye',
    ];
    assert.deepEqual(paired(...HELLO, ...lines).slice(-2), ['message 0 lines 0 octets complete, 250', 'QUIT, 221']);
  });

  test('is SMTP again after EHLO', () =>
    assert.equal(conversationAfter(...HELLO, 'C: EHLO a', 'S: 250 mx').lmtp, false));

  test('stays LMTP when EHLO is refused', () =>
    assert.equal(conversationAfter(...HELLO, 'C: EHLO a', 'S: 500 no').lmtp, true));
});

describe('AUTH', () => {
  test('takes what follows a 334 for a response', () => {
    assert.deepEqual(
      paired(
        GREETING,
        'C: AUTH LOGIN',
        'S: 334 VXNlcm5hbWU6',
        'C: cXVpdA==',
        'S: 334 UGFzc3dvcmQ6',
        'C: QUIT',
        'S: 235 Ok',
      )[1],
      'AUTH, 334 334 235, responses cXVpdA== QUIT',
    );
  });

  test('is cancelled with an asterisk', () => {
    assert.deepEqual(
      paired(GREETING, 'C: AUTH PLAIN', 'S: 334 ', 'C: *', 'S: 501 cancelled', 'C: QUIT', 'S: 221 Bye').slice(1),
      ['AUTH, 334 501, responses *', 'QUIT, 221'],
    );
  });

  test('is over when it is answered without a response', () =>
    assert.equal(modeAfter(GREETING, 'C: AUTH LOGIN', 'S: 334 x', 'S: 535 no'), 'command'));

  test('takes a redacted secret for a response wherever it stands', () => {
    assert.deepEqual(
      paired(GREETING, 'C: AUTH PLAIN', elided({ what: 'secret' }), 'S: 235 Ok')[1],
      'AUTH, 235, responses ',
    );
  });

  test('has responses in a log of the client’s lines, too', () => {
    assert.deepEqual(paired('C: AUTH LOGIN', 'C: dXNlcg==', 'C: cGFzcw==', 'C: MAIL FROM:<a>'), [
      'AUTH, -, responses dXNlcg== cGFzcw==, early',
      'MAIL, -, pipelined, early',
    ]);
  });

  test('takes a secret that belongs to no AUTH for a command', () => {
    assert.deepEqual(paired(GREETING, { speaker: 'client', text: 'x', kind: 'secret' })[1], 'X, -');
  });
});

describe('one side only', () => {
  test('at first, then both: the answer to DATA decides as ever', () => {
    assert.deepEqual(paired('C: DATA', 'S: 354 Go', 'C: x', 'C: .', 'S: 250 Ok'), [
      'DATA, 354, early',
      'message 1 lines 3 octets complete, 250',
    ]);
    assert.deepEqual(paired('C: DATA', 'S: 503 no', 'C: QUIT', 'S: 221 Bye'), ['DATA, 503, early', 'QUIT, 221']);
  });

  test('of the client: DATA is followed by data', () => {
    assert.deepEqual(paired('C: MAIL FROM:<a>', 'C: DATA', 'C: QUIT', 'C: .', 'C: QUIT').slice(-2), [
      'message 1 lines 6 octets complete, -',
      'QUIT, -, pipelined, early',
    ]);
  });

  test('of the server: every reply is there', () => {
    assert.deepEqual(paired(GREETING, 'S: 250 mx', 'S: 221 Bye'), ['greeting 220', 'unasked 250', 'unasked 221']);
  });
});

describe('replies that nobody asked for', () => {
  test('are told apart', () =>
    assert.deepEqual(paired(GREETING, 'C: NOOP', 'S: 250 Ok', 'S: 250 Ok').slice(1), ['NOOP, 250', 'unasked 250']));

  test('another reply behind a command that came while the first went on: its end is lost', () =>
    assert.deepEqual(paired(GREETING, 'C: NOOP', 'S: 550-a', 'C: RSET', 'S: 250 Ok').slice(1), [
      'NOOP, 550…',
      'RSET, 250',
    ]));

  test('a command between two lines of one reply parts nothing', () =>
    assert.deepEqual(paired(GREETING, 'C: NOOP', 'S: 250-a', 'C: RSET', 'S: 250 b', 'S: 250 Ok').slice(1), [
      'NOOP, 250',
      'RSET, 250, pipelined',
    ]));

  test('close the session when they say 421', () => {
    assert.equal(modeAfter(GREETING, 'S: 421 bye'), 'closed');
    assert.equal(modeAfter(GREETING, 'C: NOOP', 'S: 421 bye'), 'closed');
  });
});

describe('the end', () => {
  test('comes with an accepted QUIT', () => {
    assert.equal(modeAfter(GREETING, 'C: QUIT', 'S: 221 Bye'), 'closed');
    assert.equal(modeAfter(GREETING, 'C: QUIT', 'S: 500 what'), 'command');
  });

  test('hands over what is open in the order in which it was asked', () => {
    assert.deepEqual(paired(GREETING, 'C: NOOP', 'C: DATA', 'C: x', 'S: 250-half'), [
      'greeting 220',
      'NOOP, 250…',
      'DATA, -, pipelined',
      'message 1 lines 3 octets open, -',
    ]);
  });
});

describe('a client that begins with TLS', () => {
  const HELLO = '\u0016\u0003\u0001\u0001>';
  const MORE = '\u00c0more';
  const begins = [`C: ${HELLO}`, `C: ${MORE}`] as const;

  test('says commands for a server that speaks SMTP, each with its answer', () => {
    assert.deepEqual(paired(...begins, GREETING, 'S: 500 What?', 'S: 500 What?', 'C: QUIT', 'S: 221 Bye'), [
      'greeting 220',
      '·, 500',
      `${MORE.toUpperCase()}, 500`,
      'QUIT, 221',
    ]);
  });

  test('may go on so with a server that answers in TLS, that says nothing, or that goes away', () => {
    const unread = [`unreadable ${HELLO}`, `unreadable ${MORE}`];
    const answer = '\u0016\u0003\u0003';
    assert.deepEqual(paired(...begins, `S: ${answer}`, 'C: x'), [...unread, `unreadable ${answer}`, 'unreadable x']);
    assert.deepEqual(paired(...begins), unread);
    assert.deepEqual(paired(...begins, { type: 'close', by: 'server' }), [...unread, 'close']);
  });

  test('is one of SMTP where a verb comes before the server has spoken', () => {
    assert.deepEqual(paired(`C: ${HELLO}`, 'C: EHLO a', GREETING, 'S: 500 What?', 'S: 250 mx'), [
      'greeting 220',
      '·, 500',
      'EHLO, 250, pipelined, early',
    ]);
  });
});

describe('what the tool says', () => {
  test('is a gap: what is open is lost, and no data goes on behind it', () => {
    assert.deepEqual(
      paired(GREETING, 'C: DATA', 'S: 354 Go', 'C: x', { type: 'gap' }, 'C: QUIT', 'S: 221 Bye').slice(2),
      ['message 1 lines 3 octets complete, -, lost', 'gap', 'QUIT, 221'],
    );
    assert.deepEqual(paired(GREETING, 'C: NOOP', { type: 'gap' }).slice(1), ['NOOP, -, lost', 'gap']);
  });

  test('is TLS without the EHLO and STARTTLS before it: there is no greeting to wait for', () => {
    assert.deepEqual(paired({ type: 'tls', unseenStart: true }, 'C: EHLO a', 'S: 250 mx'), ['tls', 'EHLO, 250']);
  });

  test('is a renegotiation: the command never reached the server', () => {
    assert.deepEqual(
      paired(
        GREETING,
        'C: RCPT TO:<a>',
        { type: 'error', about: 'renegotiation', message: 'RENEGOTIATING' },
        'C: QUIT',
        'S: 221 Bye',
      ).slice(1),
      ['RCPT, -, lost', 'error', 'QUIT, 221'],
    );
  });

  test('is another error: what is open stays open', () => {
    assert.deepEqual(
      paired(GREETING, 'C: NOOP', { type: 'error', about: 'timeout', message: 'slow' }, 'S: 250 Ok').slice(1),
      ['error', 'NOOP, 250'],
    );
  });

  test('is the end of the connection', () => {
    assert.equal(modeAfter(GREETING, { type: 'close', by: 'client' }), 'closed');
    assert.equal(modeAfter(GREETING, 'C: DATA', 'S: 354 Go', { type: 'close', by: 'client' }), 'data');
  });
});

describe('opensNextSession', () => {
  const opens = (text: string, ...lines: readonly Line[]) =>
    opensNextSession(conversationAfter(...lines), talk(text)[0] as Utterance);

  test('says yes to a 220 after a session', () => {
    assert.ok(opens('S: 220 next', GREETING));
    assert.ok(opens('S: 220 next', GREETING, 'C: QUIT', 'S: 221 Bye'));
    assert.ok(opens('S: 220-next', GREETING, 'C: QUIT', 'S: 221 Bye'));
  });

  test('says yes to a host that gives its name, where QUIT was not answered', () => {
    for (const text of [
      'S: 220 mx.example.org ESMTP',
      'S: 220-mx.example.org',
      'S: 220 mx ESMTP',
      'S: 220 [192.0.2.1]',
    ])
      assert.ok(opens(text, GREETING, 'C: QUIT'), text);
    assert.equal(opens('S: 220 2.0.0 Bye', GREETING, 'C: QUIT'), false);
    assert.equal(opens('S: 220 Closing connection', GREETING, 'C: QUIT'), false);
    assert.equal(opens('S: 220 mx.example.org ESMTP', GREETING, 'C: RSET', 'C: QUIT'), false);
    assert.equal(opens('S: 220 mx.example.org ESMTP', GREETING, 'C: NOOP'), false);
  });

  test('says no to everything else', () => {
    assert.equal(opens('S: 220 first'), false);
    assert.equal(opens('S: 250 next', GREETING), false);
    assert.equal(opens('C: 220', GREETING), false);
    assert.equal(opens('S: 220 Go', GREETING, 'C: STARTTLS'), false);
    assert.equal(opens('S: 220 more', 'S: 220-mx'), false);
    assert.equal(opens('S: 220 x', GREETING, 'C: DATA', 'S: 354 Go'), false);
  });
});

test('a client that gives up on an unanswered DATA sends no message', () => {
  assert.deepEqual(paired(GREETING, 'C: DATA', 'C: RSET', 'C: QUIT').slice(1), [
    'DATA, -',
    'RSET, -, pipelined',
    'QUIT, -, pipelined',
  ]);
});

describe('turnsNextAway', () => {
  const turns = (text: string, ...lines: readonly Line[]) =>
    turnsNextAway(conversationAfter(...lines), talk(text)[0] as Utterance);
  const left: readonly Line[] = [GREETING, 'C: QUIT', 'S: 221 Bye'];

  test('behind the answer to QUIT a refusal is the greeting of another connection', () => {
    for (const text of ['S: 421 busy', 'S: 421-busy', 'S: 554 no']) assert.ok(turns(text, ...left), text);
  });

  test('elsewhere, and of other codes, it is not', () => {
    for (const text of ['S: 250 Ok', 'S: 500 What?', 'C: 421']) assert.equal(turns(text, ...left), false, text);
    assert.equal(turns('S: 421 busy', GREETING), false);
    assert.equal(turns('S: 421 busy', GREETING, 'S: 421 bye'), false);
    assert.equal(turns('S: 421 busy', ...left, 'C: NOOP'), false);
    assert.equal(turns('S: 421 busy', GREETING, 'C: QUIT', 'S: 500 what'), false);
    assert.equal(turns('S: 421 busy', GREETING, 'C: QUIT', 'S: 221-Bye'), false);
  });
});
