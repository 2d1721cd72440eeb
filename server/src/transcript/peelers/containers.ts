/** What container and job runners put before each line: the container's or pod's name, a time in RFC 3339. */
import { common, type Peeler, type PeelerFamily, taken, timeIn } from './peeler';

/** `mail-1  | `, as `docker compose logs` aligns it. */
const compose = naming('docker-compose', /^([A-Za-z0-9][\w.-]{0,62}) *\|(?: |$)/);

/** `0|mailer  | `, as `pm2 logs` aligns it. */
const processManager = naming('pm2', /^\d{1,4}\|([^\s|]{1,60}) *\|(?: |$)/);

/** `18:55:02 mail.1  | ` of foreman and its like. */
const procfile = naming('procfile', /^\d\d:\d\d:\d\d ([\w-]{1,60}\.\d{1,3}) *\|(?: |$)/);

/** `[pod/mail-7c9f/smtp] ` of `kubectl logs --prefix`. */
const pod = naming('kubectl-prefix', /^\[pod\/([\w.-]{1,253}(?:\/[\w.-]{1,63})?)\](?: |$)/);

/** `pattern`: of what stands before a line; its group is the name of the program. */
function naming(id: string, pattern: RegExp): Peeler {
  return {
    id,
    names: true,
    peel(line) {
      const name = pattern.exec(line.text);
      return name === null ? undefined : taken(line, name[0].length, { source: programIn(name[1]) });
    },
  };
}

/** Numbers and a bar are those of the lines. */
function programIn(name: string | undefined): string | undefined {
  return name !== undefined && /\D/.test(name) ? name : undefined;
}

/** `2026-11-24T18:55:02.123456789Z ` of `docker logs -t`, `kubectl logs --timestamps` and GitHub Actions. */
const rfc3339: Peeler = {
  id: 'rfc3339',
  peel(line) {
    if (line.text.charCodeAt(10) !== LETTER_T) return undefined;
    const stamp = STAMP.exec(line.text.slice(0, 40));
    if (stamp === null) return undefined;
    return taken(line, stamp[0].length, timeIn(stamp[1] as string));
  },
};

/** `2026-11-24T18:55:02.123456789Z stdout F `, as the runtime of Kubernetes keeps logs. */
const cri: Peeler = {
  id: 'cri',
  peel(line) {
    const head = /^(\d{4}-\d\d-\d\dT\S{8,26}) (?:stdout|stderr) [FP](?: |$)/.exec(line.text.slice(0, 60));
    return head === null ? undefined : taken(line, head[0].length, timeIn(head[1] as string));
  },
};

/** `job<TAB>step<TAB>` of `gh run view --log`. */
const job: Peeler = {
  id: 'github-job',
  peel(line) {
    const names = /^[^\t]{1,100}\t[^\t]{1,100}\t(?=\ufeff?\d{4}-\d\d-\d\dT)/.exec(line.text.slice(0, 260));
    return names === null ? undefined : taken(line, names[0].length);
  },
};

export const CONTAINERS: readonly PeelerFamily[] = [compose, processManager, procfile, pod, job, cri, rfc3339].map(
  common,
);

const STAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d))(?: |$)/;
const LETTER_T = 84;
