/** What socat logs of itself with `-d`, between whatever it passes on. */

/** True for a line of its log. */
export function isSocatLog(text: string): boolean {
  return LINE.test(text);
}

/** True where it says that a side of it is TLS. */
export function tellsSocatTls(text: string): boolean {
  return TLS.test(text);
}

const LINE = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d socat\[\d{1,10}\] [A-Z] /;
const TLS = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d socat\[\d{1,10}\] N SSL connection using /;
