import { replyText } from '../transcript/reply';
import { type Exchange, finalReply } from '../transcript/transcript';

/** A 530 that asks for STARTTLS (RFC 3207 §4). */
export function demandsTls(exchange: Exchange): boolean {
  const reply = exchange.kind === 'command' ? finalReply(exchange) : undefined;
  return reply?.code === 530 && /starttls|\btls\b/i.test(replyText(reply).slice(0, 300));
}
