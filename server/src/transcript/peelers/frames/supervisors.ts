/** What a server or a supervisor puts around each line that a program wrote to its standard output. */
import { around, isCommon, type Peeler, type PeelerFamily, SOME, taken, timeIn } from '../peeler';

/** What PHP-FPM and nginx put around each line that a worker wrote to its standard error. */
export const worker: Peeler = {
  id: 'php-worker',
  peel(line) {
    const head = WORKER.exec(line.text.slice(0, 400))?.[0];
    if (head === undefined) return undefined;
    const behind = /"(?: while [^"]{1,300})?$/.exec(line.text.slice(-320))?.[0].length ?? 0;
    return taken(line, head.length, timeIn(WORKER_TIME.exec(head)?.[0] ?? ''), line.text.length - behind);
  },
};

const WORKER =
  /^[^"]{0,200}(?:\[pool [^\]]{1,60}\] child \d{1,10} said into std(?:err|out): "|FastCGI sent in stderr: "(?:PHP message: )?)/;
const WORKER_TIME = /\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d/;

/** `<Nov 30, 2026, 10:15:00 AM UTC> <Notice> <Stdout> <BEA-000000> <…> `: WebLogic, on whose standard output a program wrote. */
export const weblogic: Peeler = {
  id: 'weblogic',
  peel(line) {
    const head = /^<[^<>]{5,60}> <\w{1,20}> <[\w-]{1,60}> (?:<[^<>]{0,60}> ){0,8}<BEA-\d{1,9}> </.exec(line.text)?.[0];
    const tail = /> ?$/.exec(line.text)?.[0];
    if (head === undefined || tail === undefined) return undefined;
    return taken(line, head.length, {}, line.text.length - tail.length);
  },
};

/** `[#|time|INFO|glassfish 5.1|javax.enterprise.logging.stdout|_ThreadID=30;…|…|#]`: GlassFish, likewise. */
export const glassfish: Peeler = {
  id: 'glassfish',
  peel(line) {
    const [head, time = ''] = /^\[#\|([^|]{10,40})\|(?:[^|]{0,200}\|){2,4}_[^|]{1,400}\|/.exec(line.text) ?? [];
    if (head === undefined || !line.text.endsWith(GLASSFISH_END)) return undefined;
    return taken(line, head.length, timeIn(time), line.text.length - GLASSFISH_END.length);
  },
};

const GLASSFISH_END = '|#]';

/** `[time] [Payara 5] [INFO] [] […] [levelValue: 800] [[`, and below it the message, which ends in `]]`. */
export const payara: PeelerFamily = {
  id: 'payara',
  fit: (sample) =>
    sample.filter(({ text }) => PAYARA.test(text)).length >= sample.length * SOME ? inBrackets : undefined,
};

const inBrackets: Peeler = {
  id: 'payara',
  peel(line) {
    const { text } = line;
    if (text === '' || PAYARA.test(text)) return around(line);
    if (!text.startsWith('  ')) return undefined;
    return taken(line, 2, {}, text.endsWith(']]') ? text.length - 2 : text.length);
  },
};

const PAYARA = /^\[[\dT:.+-]{19,30}\] \[.{1,60}\] \[[A-Z]{4,7}\] .{1,400} \[\[$/;

/** `2026-11-30 10:15:00,000 DEBG 'mailer' stderr output:`: supervisord's line before each that a program wrote. */
export const supervised: Peeler = {
  id: 'supervisord',
  peel: (line) => (SUPERVISED.test(line.text) ? around(line) : undefined),
};

const SUPERVISED = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} DEBG '[^']{1,60}' std(?:err|out) output:$/;

/** `    MESSAGE=…` of `journalctl -o verbose`, among the other fields of each entry. */
export const verboseJournal: PeelerFamily = {
  id: 'journal-verbose',
  fit: (sample) =>
    isCommon(sample, journalField) && sample.some(({ text }) => text.startsWith(JOURNAL_MESSAGE))
      ? journalField
      : undefined,
};

const journalField: Peeler = {
  id: 'journal-verbose',
  peel(line) {
    const { text } = line;
    if (text.startsWith(JOURNAL_MESSAGE)) return taken(line, JOURNAL_MESSAGE.length);
    return /^ {4}[A-Z_\d]{1,64}=|^[A-Z][a-z]{2} \d{4}-\d\d-\d\d .{1,40} \[s=/.test(text) ? around(line) : undefined;
  },
};

const JOURNAL_MESSAGE = '    MESSAGE=';
