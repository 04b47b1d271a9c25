import { api, body } from '../../lib/api';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import type { DutyOverride, Roster } from '../../lib/types';
import { dayAt, timeAt } from '../../lib/zoned-time';
import { spanWords } from './day-words';
import { DialogForm } from './dialog-form';
import classes from './dialogs.module.css';
import { endStandIn } from './stand-in-calls';
import { type Done, useRosterChange } from './use-roster';

type Props = { roster: Roster; override: DutyOverride; onClose: () => void; onDone: (done: Done) => void };

/** Who stands in for whom, and an end to it. */
export function EndStandInDialog({ roster, override, onClose, onDone }: Props) {
  const { t, language } = useTexts();
  const { d } = useDutyTexts();
  const { id: site, timeZone } = roster.site;
  const { post, person, replaces, startsAt, endsAt, reason } = override;
  const local = (at: string) => `${dayAt(at, timeZone)}T${timeAt(at, timeZone)}`;
  const end = useRosterChange(async () => {
    await endStandIn(site, override.id);
    return {
      words: d('standIn.ended', { name: person.name }),
      undo: () =>
        body(
          api.POST('/api/v1/sites/{site}/overrides', {
            params: { path: { site } },
            body: {
              post,
              personId: person.id,
              replacesId: replaces?.id ?? null,
              from: local(startsAt),
              until: local(endsAt),
              ...(reason && { reason }),
            },
          }),
        ),
    };
  }, onDone);
  const when = spanWords(override, timeZone, language);
  return (
    <DialogForm
      title={d('standIn.end')}
      onClose={onClose}
      confirm={d('standIn.end')}
      danger
      action={end}
      onSubmit={() => end.mutate(undefined)}
    >
      <p className={classes.text}>{d('standIn.about', { name: person.name, post: t(`post.${post}`), when })}</p>
      <p className={classes.text}>
        {[replaces ? d('roster.standsInFor', { name: replaces.name }) : d('roster.standsInForAll'), reason]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </DialogForm>
  );
}
