/**
 * Which codes may answer what: RFC 5321 §4.3.2, and what the extensions add (RFC 1845 §4, 1985 §5, 2645 §5, 3030 §2,
 * 3207 §4, 4468 §3, 4954 §4, 7504 §3). A test keeps it in step with the reference.
 */

/** Refusals that any server may say to any command, or that all of them say whatever the table of the RFC holds. */
const ANYWHERE: ReadonlySet<number> = new Set([...[421, 450, 451, 452, 500, 501, 502, 503, 504, 521, 530, 550, 554]]);

const MESSAGE = [250, 353, 523, 533, 552];
const ONE_RECIPIENT = [250, 251, 455, 533, 551, 552, 553, 555, 556];
const LOGIN = [235, 334, 422, 432, 454, 523, 524, 525, 534, 535, 538];

/** By verb or moment, besides those that may come anywhere. */
const ANSWERS: ReadonlyMap<string, ReadonlySet<number>> = new Map(
  Object.entries({
    GREETING: [220],
    MESSAGE,
    EHLO: [250],
    HELO: [250],
    LHLO: [250],
    MAIL: [250, 355, 455, 533, 552, 553, 555],
    RCPT: ONE_RECIPIENT,
    DATA: [353, 354, 533, 552],
    BDAT: [250, 552],
    BURL: [250, 552],
    RSET: [250],
    NOOP: [250],
    QUIT: [221],
    VRFY: [250, 251, 252, 551, 553],
    EXPN: [250, 252],
    HELP: [211, 214],
    AUTH: LOGIN,
    STARTTLS: [220, 454],
    ETRN: [250, 251, 252, 253, 458, 459],
    ATRN: [250, 453],
    TURN: [250],
    SEND: [250, 552],
    SOML: [250, 552],
    SAML: [250, 552],
    VERB: [250],
    ONEX: [250],
    XCLIENT: [220, 250],
    XFORWARD: [250],
    'X-EXPS': LOGIN,
    'X-ANONYMOUSTLS': [220, 454],
    'X-LINK2STATE': [200, 250],
    XEXCH50: [250, 354],
  }).map(([place, codes]) => [place, new Set(codes)]),
);

/** True when `code` may answer `place` (a verb, `GREETING` or `MESSAGE`); undefined for a place that the table does not know. */
export function mayAnswer(place: string, code: number): boolean | undefined {
  const codes = ANSWERS.get(place);
  return codes === undefined ? undefined : codes.has(code) || ANYWHERE.has(code);
}
