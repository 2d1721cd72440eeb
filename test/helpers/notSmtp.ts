/**
 * Texts that are no SMTP transcripts: dialogues of other protocols in the formats that people paste them in, sources
 * that speak about SMTP, and logs full of three-digit numbers. What real programs wrote stands in corpus/not-smtp.
 */

export interface Sample {
  readonly name: string;
  readonly text: string;
}

/** Every sample; the same ones on each call. */
export function samplesWithoutSmtp(): Sample[] {
  return [...dialogues(), ...debugOutput(), ...sources(), ...logs()];
}

type Turn = readonly [speaker: 'C' | 'S', text: string];

const PROTOCOLS: Readonly<Record<string, readonly Turn[]>> = {
  ftp: [
    ['S', '220 (vsFTPd 3.0.3)'],
    ['C', 'USER anonymous'],
    ['S', '331 Please specify the password.'],
    ['C', 'PASS alice@example.com'],
    ['S', '230 Login successful.'],
    ['C', 'PWD'],
    ['S', '257 "/" is the current directory'],
    ['C', 'EPSV'],
    ['S', '229 Entering Extended Passive Mode (|||40011|)'],
    ['C', 'RETR README'],
    ['S', '550 Failed to open file.'],
    ['C', 'QUIT'],
    ['S', '221 Goodbye.'],
  ],
  ftps: [
    ['S', '220-Welcome to the server'],
    ['S', '220 ready'],
    ['C', 'AUTH TLS'],
    ['S', '234 Proceed with negotiation.'],
    ['C', 'PBSZ 0'],
    ['S', '200 PBSZ set to 0.'],
    ['C', 'PROT P'],
    ['S', '200 PROT now Private.'],
    ['C', 'CWD upload'],
    ['S', '250 Directory successfully changed.'],
    ['C', 'NOOP'],
    ['S', '200 NOOP ok.'],
    ['C', 'QUIT'],
    ['S', '221 Goodbye.'],
  ],
  pop3: [
    ['S', '+OK Dovecot ready.'],
    ['C', 'USER alice'],
    ['S', '+OK'],
    ['C', 'PASS secret'],
    ['S', '+OK Logged in.'],
    ['C', 'NOOP'],
    ['S', '+OK'],
    ['C', 'RSET'],
    ['S', '+OK'],
    ['C', 'QUIT'],
    ['S', '+OK Logging out.'],
  ],
  imap: [
    ['S', '* OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN] ready.'],
    ['C', 'a1 STARTTLS'],
    ['S', 'a1 OK Begin TLS negotiation now.'],
    ['C', 'a2 LOGIN alice secret'],
    ['S', 'a2 OK Logged in'],
    ['C', 'a3 NOOP'],
    ['S', 'a3 OK NOOP completed.'],
    ['C', 'a4 LOGOUT'],
    ['S', '* BYE Logging out'],
  ],
  nntp: [
    ['S', '200 news.example.com InterNetNews server ready (posting ok)'],
    ['C', 'MODE READER'],
    ['S', '200 news.example.com ready'],
    ['C', 'GROUP misc.test'],
    ['S', '211 12 1 12 misc.test'],
    ['C', 'POST'],
    ['S', '340 Input article; end with <CR-LF>.<CR-LF>'],
    ['C', '.'],
    ['S', '240 Article received OK'],
    ['C', 'QUIT'],
    ['S', '205 Bye!'],
  ],
  http: [
    ['C', 'GET / HTTP/1.1'],
    ['C', 'Host: example.com'],
    ['C', ''],
    ['S', 'HTTP/1.1 250 OK'],
    ['S', 'Content-Length: 220'],
    ['S', ''],
    ['S', '220 bytes follow'],
  ],
};

const FORMATS: Readonly<Record<string, (turn: Turn, index: number) => string>> = {
  bare: ([, text]) => text,
  labelled: ([who, text]) => `${who}: ${text}`,
  'labelled with a time': ([who, text], index) => `18:55:${two(index)}.123 ${who}: ${text}`,
  'in words': ([who, text]) => `${who === 'C' ? 'Client' : 'Server'}: ${text}`,
  'in brackets': ([who, text]) => `[${who === 'C' ? 'SEND' : 'RECV'}] ${text}`,
  'curl -v': ([who, text]) => `${who === 'C' ? '>' : '<'} ${text}`,
  quoted: ([, text]) => `> ${text}`,
  indented: ([, text]) => `    ${text}`,
  numbered: ([, text], index) => `${String(index + 1).padStart(4)}  ${text}`,
  docker: ([, text], index) => `ftp-1  | 2026-11-24T18:55:${two(index)}.123456789Z ${text}`,
  'python logging': ([who, text], index) => `2026-11-24 18:55:${two(index)},123 DEBUG client: ${who}: ${text}`,
  tcpflow: ([who, text]) =>
    `${who === 'C' ? '192.000.002.007.40000-192.000.002.001.02121' : '192.000.002.001.02121-192.000.002.007.40000'}: ${text}\n`,
  syslog: ([, text], index) => `Nov 24 18:55:${two(index)} host proxy[354]: ${text}`,
  kubectl: ([, text]) => `[pod/ftp-7c9f/server] ${text}`,
  arrows: ([who, text]) => `${who === 'C' ? '>>>' : '<<<'} ${text}`,
  ngrep: ([who, text]) =>
    `T ${who === 'C' ? '192.0.2.7:40000 -> 192.0.2.1:2121' : '192.0.2.1:2121 -> 192.0.2.7:40000'} [AP]\n${text}.\n`,
};

function dialogues(): Sample[] {
  return Object.entries(PROTOCOLS).flatMap(([protocol, turns]) =>
    Object.entries(FORMATS).map(([format, write]) => ({
      name: `${protocol}, ${format}`,
      text: `${turns.map(write).join('\n')}\n`,
    })),
  );
}

/** Libraries that speak several mail protocols print them all alike. */
function debugOutput(): Sample[] {
  const texts: Readonly<Record<string, string>> = {
    'MailKit IMAP': `Connected to imaps://imap.example.com:993/
S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready.
C: A00000000 AUTHENTICATE PLAIN ********
S: A00000000 OK Logged in
C: A00000001 LOGOUT
`,
    'MailKit POP3': `Connected to pop3://pop.example.com:110/?starttls=when-available
S: +OK ready.
C: CAPA
S: +OK
C: STLS
S: +OK Begin TLS negotiation now.
C: QUIT
S: +OK Logging out.
`,
    'JavaMail IMAP': `DEBUG: setDebug: JavaMail version 1.6.2
DEBUG: getProvider() returning javax.mail.Provider[STORE,imap,com.sun.mail.imap.IMAPStore,Oracle]
DEBUG IMAP: trying to connect to host "imap.example.com", port 143, isSSL false
* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready.
DEBUG IMAP: AUTH: PLAIN
A0 AUTHENTICATE PLAIN
+
DEBUG IMAP: AUTHENTICATE PLAIN command result: A0 OK Logged in
A1 LOGOUT
`,
    'JavaMail POP3': `DEBUG POP3: connecting to host "pop.example.com", port 110, isSSL false
S: +OK Dovecot ready.
C: CAPA
S: +OK
DEBUG POP3: authentication command trace suppressed
DEBUG POP3: authentication command succeeded
C: STAT
S: +OK 0 0
C: QUIT
S: +OK Logging out.
`,
    'Net::FTP': `Net::FTP>>> Net::FTP(3.14)
Net::FTP>>>   Exporter(5.77)
Net::FTP>>>   Net::Cmd(3.14)
Net::FTP=GLOB(0x55d0)<<< 220 (vsFTPd 3.0.3)
Net::FTP=GLOB(0x55d0)>>> USER anonymous
Net::FTP=GLOB(0x55d0)<<< 331 Please specify the password.
Net::FTP=GLOB(0x55d0)>>> QUIT
Net::FTP=GLOB(0x55d0)<<< 221 Goodbye.
`,
    poplib: `*cmd* 'USER alice'
*put* b'USER alice'
*get* b'+OK\\r\\n'
*resp* b'+OK'
*cmd* 'QUIT'
*resp* b'+OK Logging out.'
`,
    'http.client': `send: b'GET / HTTP/1.1\\r\\nHost: example.com\\r\\n\\r\\n'
reply: 'HTTP/1.1 250 OK\\r\\n'
header: Content-Length: 220
send: b'HEAD / HTTP/1.1\\r\\nHost: example.com\\r\\n\\r\\n'
reply: 'HTTP/1.1 550 No\\r\\n'
`,
    'mutt IMAP': `[2026-11-24 18:55:02] Connected to imap.example.com:143 on fd=4
[2026-11-24 18:55:02] 4< * OK [CAPABILITY IMAP4rev1] ready.
[2026-11-24 18:55:02] 4> a0001 LOGIN alice *
[2026-11-24 18:55:02] 4< a0001 OK Logged in
[2026-11-24 18:55:03] 4> a0002 LOGOUT
[2026-11-24 18:55:03] 4< * BYE Logging out
`,
    's_client HTTPS': `CONNECTED(00000003)
depth=2 C = US, O = Example, CN = Example Root
verify return:1
---
Certificate chain
 0 s:CN = www.example.com
   i:C = US, O = Example, CN = Example CA
---
SSL-Session:
    Protocol  : TLSv1.3
    Verify return code: 0 (ok)
---
GET / HTTP/1.1
Host: www.example.com

HTTP/1.1 200 OK
Content-Length: 0

closed
`,
    's_client IMAPS': `CONNECTED(00000003)
depth=0 CN = imap.example.com
verify return:1
---
* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready.
a1 LOGIN alice secret
a1 OK Logged in
a2 LOGOUT
* BYE Logging out
a2 OK Logout completed.
closed
`,
    'telnet to a closed port': `Trying 192.0.2.1...
telnet: Unable to connect to remote host: Connection refused
`,
    'fetchmail POP3': `fetchmail: 6.4.37 querying pop.example.com (protocol POP3) at Tue Nov 24 18:55:02 2026: poll started
fetchmail: POP3< +OK Dovecot ready.
fetchmail: POP3> CAPA
fetchmail: POP3< +OK
fetchmail: POP3> QUIT
fetchmail: POP3< +OK Logging out.
`,
  };
  return Object.entries(texts).map(([name, text]) => ({ name, text }));
}

function sources(): Sample[] {
  const texts: Readonly<Record<string, string>> = {
    c: `#include <stdio.h>
/* 220 is sent first, then the client says EHLO. */
static const struct reply { int code; const char *text; } replies[] = {
  { 220, "mx.example.com ESMTP" },
  { 250, "2.1.0 Ok" },
  { 354, "End data with <CR><LF>.<CR><LF>" },
  { 550, "5.1.1 No such user" },
};
int main(void) {
  for (int i = 0; i < 4; i++) printf("%d %s\\r\\n", replies[i].code, replies[i].text);
  return 0;
}
`,
    header: `#define REPLY_READY 220
#define REPLY_OK 250
#define REPLY_GO_AHEAD 354
#define CMD_QUIT "QUIT"
`,
    python: `import smtplib

def send(host, message):
    """Says EHLO, MAIL FROM:<a@example.com>, RCPT TO:<b@example.org>, DATA.

    250 means yes.
    550 means no.
    """
    with smtplib.SMTP(host) as smtp:
        code, text = smtp.ehlo()
        if code != 250:
            raise RuntimeError(text)
        smtp.sendmail('a@example.com', ['b@example.org'], message)
`,
    javascript: `const codes = new Map([[220, 'ready'], [250, 'ok'], [354, 'go ahead'], [550, 'no such user']]);
socket.on('data', (line) => {
  if (line.startsWith('220 ')) socket.write('EHLO client.example.com\\r\\n');
  else if (line.startsWith('250 ')) socket.write('QUIT\\r\\n');
});
`,
    go: `func (c *Client) Mail(from string) error {
	_, _, err := c.cmd(250, "MAIL FROM:<%s>", from)
	return err
}

func (c *Client) Quit() error {
	_, _, err := c.cmd(221, "QUIT")
	return err
}
`,
    shell: `#!/bin/sh
# Sends a test mail.
{
  sleep 1; echo "EHLO client.example.com"
  sleep 1; echo "MAIL FROM:<a@example.com>"
  sleep 1; echo "RCPT TO:<b@example.org>"
  sleep 1; echo DATA
  sleep 1; printf 'Subject: test\\r\\n\\r\\nhello\\r\\n.\\r\\n'
  sleep 1; echo QUIT
} | nc mx.example.org 25
`,
    tcl: `# Process SMTP commands.
proc HELO {channel line} {
    if {$State(helo)} {
        Puts $channel "503 bad sequence of commands"
        Log debug "HELO received out of sequence."
        return
    }
    set State(helo) 1
    Puts $channel "250 hello"
}
proc RCPT {channel line} {
    if {$State(from) == {}} {
        Puts $channel "503 bad sequence of commands"
        Log debug "RCPT TO: before MAIL FROM:"
        return
    }
    Puts $channel "250 2.1.5 Ok"
}
proc DATA {channel line} {
    Puts $channel "354 Enter mail"
    Log debug "DATA"
}
proc QUIT {channel line} {
    Puts $channel "221 bye"
    Log debug "QUIT"
}
`,
    cases: `function onCommand(socket, command) {
    switch (command) {
        case "EHLO":
            socket.send("250-mx.example.com\\r\\n" +
                        "250-PIPELINING\\r\\n" +
                        "250 STARTTLS");
            break;
        case "STARTTLS":
            socket.send("220 Ready to start TLS");
            socket.startTLS();
            break;
        case "MAIL":
            socket.send("250 Ok");
            break;
        case "DATA":
            socket.send("354 Go ahead");
            socket.startDataMode();
            break;
        case "QUIT":
            socket.send("221 Good bye");
            socket.end();
            break;
    }
}
`,
    restructuredText: `The authentication framework comprises several components, who are collectively called the
"AUTH API":

AUTH API

AUTH Handler Hook
-----------------

Called to handle the \`\`AUTH\`\` command.

AUTH Mechanism Hooks
--------------------
`,
    perl: `sub parameter {
    return "NAME ADDR PROTO HELO SOURCE";
}
sub xforward {
    my %h    = ( $args =~ /(NAME|ADDR|PROTO|HELO|SOURCE)=([^\\s]+)\\s*/g );
    $args =~ s/(?:NAME|ADDR|PROTO|HELO|SOURCE)=[^\\s]+\\s*//g;
    return;
}
`,
    sql: `INSERT INTO replies (code, text) VALUES (220, 'ready');
INSERT INTO replies (code, text) VALUES (250, 'ok');
DELETE FROM replies WHERE code = 550;
`,
    yaml: `mail:
  host: mx.example.com
  port: 587
  codes:
    - 220
    - 250 
    - 550
  C: drive
  S: share
`,
    json: `{
  "220": "Service ready",
  "250": "Requested mail action okay, completed",
  "354": "Start mail input",
  "550": "Requested action not taken: mailbox unavailable"
}
`,
    html: `<table>
<tr><td>220</td><td>Service ready</td></tr>
<tr><td>250</td><td>Ok</td></tr>
<tr><td>550</td><td>No such user</td></tr>
</table>
`,
    diff: `--- a/codes.txt
+++ b/codes.txt
@@ -1,3 +1,3 @@
-250 Ok
+250 2.0.0 Ok
 QUIT
> 221 Bye
< 220 ready
`,
    ini: `[smtp]
greeting = 220 mx.example.com ESMTP
helo_required = yes
reject_code = 550
`,
    dos: `C:\\> dir
C:\\Windows
C:\\Users
S:\\share
C:\\Program Files
S: is not ready
`,
    prose: `SMTP in short. The server greets with a 220 code, the client says EHLO, MAIL, RCPT and DATA.
250 is the usual answer. 354 asks for the message, 550 refuses a mailbox.
Say QUIT when you are done; the answer is 221.
`,
    table: `220  Service ready
221  Closing
250  Ok
354  Go ahead
550  No
`,
    man: `SMTP(8)                     System Manager's Manual                    SMTP(8)

NAME
       smtp - Postfix SMTP client

SYNOPSIS
       smtp [generic Postfix daemon options]

DESCRIPTION
       The Postfix SMTP client implements EHLO, MAIL FROM, RCPT TO, DATA and QUIT.
`,
  };
  return Object.entries(texts).map(([name, text]) => ({ name: `source: ${name}`, text }));
}

/** Each kind of log with several sets of numbers, which are those of SMTP replies. */
function logs(): Sample[] {
  const kinds: Readonly<Record<string, (code: number, index: number) => string>> = {
    'web access': (code, index) =>
      `192.0.2.${index} - - [24/Nov/2026:18:55:${two(index)} +0000] "POST /mail HTTP/1.1" ${code} ${code * 7} "-" "-"`,
    syslog: (code, index) => `Nov 24 18:55:${two(index)} host app[${code}]: ${code} jobs done`,
    'syslog, ISO': (code, index) => `2026-11-24T18:55:${two(index)}.123456+00:00 host app[9]: ${code} jobs done`,
    'a code first': (code, index) => `${code} requests from 192.0.2.${index}`,
    java: (code, index) => `18:55:${two(index)}.123 [main] INFO  c.e.Worker - ${code} rows in ${index} ms`,
    json: (code, index) => `{"time":"2026-11-24T18:55:${two(index)}Z","level":"info","msg":"${code} items"}`,
    logfmt: (code, index) => `time=2026-11-24T18:55:${two(index)}Z level=info msg="${code} items" took=${code}ms`,
    csv: (code, index) => `2026-11-24 18:55:${two(index)},host,${code},ok`,
    dpkg: (code, index) => `2026-11-24 18:55:${two(index)} status installed libsmtp${code}:amd64 1.${code}-1`,
    kernel: (code, index) => `[  ${code}.${two(index)}0000] eth0: ${code} packets dropped`,
    docker: (code, index) => `web-1  | 2026-11-24T18:55:${two(index)}.123Z ${code} users online`,
    actions: (code, index) => `2026-11-24T18:55:${two(index)}.1234567Z ${code} passing`,
  };
  const sets = [
    [220, 250, 250, 354, 250, 221],
    [250, 550, 553, 421, 450, 252],
    [502, 503, 504, 535, 554, 221],
  ];
  return Object.entries(kinds).flatMap(([kind, write]) =>
    sets.map((codes, set) => ({ name: `log: ${kind}, ${set}`, text: `${codes.map(write).join('\n')}\n` })),
  );
}

function two(index: number): string {
  return String(index % 60).padStart(2, '0');
}
