import type { Channel, Transaction } from '@zenmeban/database';
import type { Localized } from '@zenmeban/domain/engine';
import type { AdministratorNotices } from '../administrator-notices';
import type { Attempt } from '../delivery-outcome';
import { oneLine } from '../one-line';

/** So many messages refused for good, one after the other, and somebody should look. */
const refusalsUntilTold = 3;

type Refused = Pick<Channel, 'name' | 'kind' | 'failures' | 'siteId' | 'personId'> & { siteName: Localized | null };

/**
 * A message to this channel was refused for good. An endpoint that is gone (HTTP 410) is switched off at once, as
 * Standard Webhooks want it; a robot may refuse for reasons that pass, and stays on. Whoever looks after the channel is
 * told by one mail: at once, or at the third refusal after the last message that arrived.
 */
export async function noteChannelRefusal(
  tx: Transaction,
  administrators: AdministratorNotices,
  channelId: string,
  { finding, error }: Attempt,
): Promise<void> {
  const isGone = finding === 'gone';
  const [rows] = await tx.query<[Refused[], number]>(
    `UPDATE app.channel SET failures = least(failures + 1, 32000), enabled = NOT $2::boolean,
       off_because = CASE WHEN $2::boolean THEN 'gone' END
     WHERE id = $1 AND enabled
     RETURNING name, kind, failures, site_id AS "siteId", person_id AS "personId",
       (SELECT site.name FROM app.site WHERE site.id = channel.site_id) AS "siteName"`,
    [channelId, isGone],
  );
  const channel = rows[0];
  if (!channel || (!isGone && channel.failures !== refusalsUntilTold)) return;
  const { name, kind, siteId, siteName, personId } = channel;
  const answer = error === null ? null : oneLine(error, 200);
  await administrators.queue(tx, {
    template: 'channel-off',
    variables: {
      ...{ news: isGone ? 'gone' : 'refused', name, kind, siteId, siteName, answer },
      isPersonal: personId !== null,
    },
    ...(siteId !== null && { siteId }),
    ...(personId !== null && { ownerId: personId }),
  });
}
