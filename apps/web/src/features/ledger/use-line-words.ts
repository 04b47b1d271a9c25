import { useOperationTexts } from '../../lib/i18n/operations';
import type { LedgerLine } from '../../lib/types';

const templates = ['escalation', 'step-assigned', 'step-reminder', 'incident-cancelled', 'incident-reopened'] as const;
/** Of calls; every other reason is that nobody acknowledged, which the level says. */
const reasons = ['snoozed', 'handed_over', 'no_progress', 'not_taken'] as const;
const robots = ['wecom', 'dingtalk', 'feishu', 'webhook'] as const;

/** A line of the ledger in words: what it told of, a call also why, whom, and by which way. What nobody has words for keeps its name. */
export function useLineWords() {
  const { t } = useOperationTexts();
  const way = ({ channel }: LedgerLine) => {
    const robot = robots.find((one) => one === channel);
    if (robot) return t(`channels.kind_${robot}`);
    return channel === 'mail' ? t('ledger.channel_mail') : channel;
  };
  return {
    what: ({ template, level, reason }: LedgerLine) => {
      const why = reasons.find((one) => one === reason);
      if (level !== null) return why ? t(`ledger.call_${why}`, { level }) : t('ledger.call', { level });
      const known = templates.find((one) => one === template);
      return known ? t(`ledger.template_${known}`) : template;
    },
    who: (line: LedgerLine) => {
      if (line.kind === 'nobody') return t('ledger.nobody');
      return line.recipient?.name ?? line.channelName ?? t('ledger.groupOf', { channel: way(line) });
    },
    way: (line: LedgerLine) => (line.kind === 'nobody' ? '' : way(line)),
  };
}
