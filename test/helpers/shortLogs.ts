/** Two short logs that a person might paste. */

export const SWAKS = `=== Trying mx.example.test:25...
=== Connected to mx.example.test.
<-  220 mx.example.test ESMTP
 -> EHLO client.example
<-  250-mx.example.test
<-  250 SIZE 1000
 -> MAIL FROM:<a@client.example>
<-  250 2.1.0 Ok
 -> QUIT
<-  221 2.0.0 Bye
=== Connection closed with remote host.
`;

export const TELNET = `Trying 192.0.2.1...
Connected to mx.example.test.
Escape character is '^]'.
220 mx.example.test ESMTP
EHLO client.example
250-mx.example.test
250 SIZE 1000
MAIL FROM:<a@client.example>
250 2.1.0 Ok
RCPT TO:<b@example.test>
550 5.1.1 No such user
QUIT
221 2.0.0 Bye
Connection closed by foreign host.
`;
