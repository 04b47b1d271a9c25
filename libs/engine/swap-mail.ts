import type { AccountNotices } from '@zenmeban/notifications';
import type { SwapMail } from '@zenmeban/roster';

type Swap = Parameters<SwapMail>[1]['swap'];

/** Mails what became of a swap to one of the two. */
export const swapMail =
  (notices: AccountNotices): SwapMail =>
  (tx, { swap, news, to }) =>
    notices.queue(tx, {
      template: 'shift-swap',
      recipientId: to === 'proposer' ? swap.proposedBy.id : swap.with.id,
      variables: {
        ...{ swapId: swap.id, news, to, note: swap.note },
        ...{ proposer: swap.proposedBy.name, partner: swap.with.name },
        shift: shiftTold(swap.shift),
        inReturn: swap.inReturn && shiftTold(swap.inReturn),
      },
    });

const shiftTold = ({ site, post, startsAt, endsAt }: Swap['shift']) => ({
  ...{ siteName: site.name, timeZone: site.timeZone, post },
  ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
});
