import { isLoopback } from '@zenmeban/config';
import { Controller, Get, Inject, NotFoundException, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Public } from '../../api';
import { Inbox, type InboxMail } from './inbox';

const query = z.strictObject({ limit: z.coerce.number().int().min(1).max(500).default(50) });

/** What is asked of a request to be from this machine; `socket` is the real peer, whatever a header says. */
type Asking = {
  readonly socket: { readonly remoteAddress?: string };
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
};

/** Captured mail, with everybody's links in it: for whoever sits at this machine, and nobody else. */
@ApiExcludeController()
@Controller('api/v1/inbox')
export class InboxController {
  constructor(@Inject(Inbox) private readonly inbox: Inbox) {}

  @Get()
  @Public()
  async list(
    @Req() request: Asking,
    @Query({ schema: query }) { limit }: z.infer<typeof query>,
  ): Promise<{ items: InboxMail[]; nextCursor: null }> {
    if (!isFromThisMachine(request)) throw new NotFoundException();
    return { items: await this.inbox.list({ limit }), nextCursor: null };
  }
}

/**
 * A loopback peer, a loopback `Host` (a name that somebody else points at 127.0.0.1 is refused: DNS rebinding), and no
 * proxy in between.
 */
export function isFromThisMachine({ socket, headers }: Asking): boolean {
  const peer = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const host = typeof headers['host'] === 'string' ? hostName(headers['host']) : '';
  const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'via'].some((name) => headers[name]);
  return isLoopback(peer) && isLoopback(host) && !forwarded;
}

/** `localhost:3000` → `localhost`, `[::1]:3000` → `::1`. */
function hostName(host: string): string {
  return /^(?:\[([0-9a-f:]+)\]|([^:[\]]+))(?::\d+)?$/i.exec(host.toLowerCase())?.slice(1).find(Boolean) ?? '';
}
