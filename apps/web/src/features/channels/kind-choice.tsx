import { useId } from 'react';
import { useOperationTexts } from '../../lib/i18n/operations';
import classes from './channels.module.css';
import { channelKinds, type ChannelKind, kindFacts } from './kinds';

type Props = { value: ChannelKind; onChange: (kind: ChannelKind) => void };

/** Which kind of channel to add, and in three lines where its address is to be had. */
export function KindChoice({ value, onChange }: Props) {
  const { t } = useOperationTexts();
  const name = useId();
  return (
    <>
      <fieldset className={classes.kinds}>
        <legend>{t('channels.kind')}</legend>
        {channelKinds.map((kind) => {
          const Icon = kindFacts[kind].icon;
          return (
            <label key={kind} className={classes.kind}>
              <input type="radio" name={name} checked={kind === value} onChange={() => onChange(kind)} />
              <Icon size={22} aria-hidden />
              {t(`channels.kind_${kind}`)}
            </label>
          );
        })}
      </fieldset>
      <div className={classes.howTo}>
        <strong>{t('channels.howTo')}</strong>
        <ol>
          {([1, 2, 3] as const).map((line) => (
            <li key={line}>{t(`channels.how_${value}_${line}`)}</li>
          ))}
        </ol>
      </div>
    </>
  );
}
