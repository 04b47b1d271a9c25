import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useOperationTexts } from '../../lib/i18n/operations';
import { fieldError } from '../../lib/problem';
import type { Preferences } from '../../lib/types';
import { ErrorNotice } from '../../ui/notice';
import { Switch } from '../../ui/switch';
import classes from './settings.module.css';
import { usePreferencesForm } from './use-preferences-form';

/** Phone and quiet hours, saved together. A critical call comes all the same, and the form says so. */
export function PreferencesForm({ preferences }: { preferences: Preferences }) {
  const { t } = useOperationTexts();
  const { draft, change, changed, save } = usePreferencesForm(preferences);
  const { phone, quiet } = draft;
  const refused = (path: string) => fieldError(save.error, path);
  const inFields = ['phone', 'quietHours.from', 'quietHours.until'].some((path) => refused(path) !== null);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (changed && !save.isPending) save.mutate(draft);
      }}
    >
      <TextInput
        label={t('settings.phone')}
        description={t('settings.phoneHint')}
        placeholder={t('settings.phonePlaceholder')}
        type="tel"
        autoComplete="tel"
        value={phone}
        error={refused('phone')}
        onChange={(event) => change({ phone: event.currentTarget.value })}
      />
      <div className={classes.quiet}>
        <Switch
          label={t('settings.quietOn')}
          checked={quiet.on}
          onChange={(on) => change({ quiet: { ...quiet, on } })}
        />
        <p className={classes.dim}>{t('settings.quietText')}</p>
        <p className={classes.critical}>
          <IconAlertTriangle size={18} aria-hidden />
          {t('settings.quietCritical')}
        </p>
        {quiet.on && (
          <div className={classes.hours}>
            {(['from', 'until'] as const).map((edge) => (
              <TextInput
                key={edge}
                type="time"
                required
                withAsterisk={false}
                label={t(`settings.${edge}`)}
                value={quiet[edge]}
                error={refused(`quietHours.${edge}`)}
                onChange={(event) => change({ quiet: { ...quiet, [edge]: event.currentTarget.value } })}
              />
            ))}
            <p className={classes.dim}>{t('settings.zoneOfSite')}</p>
          </div>
        )}
      </div>
      {!inFields && <ErrorNotice error={save.error} />}
      <div className={classes.save}>
        <Button type="submit" disabled={!changed} loading={save.isPending}>
          {t('settings.save')}
        </Button>
        <span role="status" className={classes.saved}>
          {save.isSuccess && !changed && (
            <>
              <IconCheck size={20} aria-hidden />
              {t('settings.saved')}
            </>
          )}
        </span>
      </div>
    </form>
  );
}
