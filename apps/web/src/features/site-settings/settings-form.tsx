import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, body } from '../../lib/api';
import { useDutyTexts } from '../../lib/i18n/duty';
import { queryClient } from '../../lib/query-client';
import type { SiteSettings } from '../../lib/types';
import { Card } from '../../ui/card';
import { Notice } from '../../ui/notice';
import { Refusal } from '../roster/dialog-form';
import { draftOf, isPhone, openingOf } from './opening-draft';
import { OpeningFields } from './opening-fields';
import classes from './site-settings.module.css';

/** The settings as a form; it says when something is not saved yet. */
export function SettingsForm({ settings }: { settings: SiteSettings }) {
  const { d } = useDutyTexts();
  const [phone, setPhone] = useState(settings.phone ?? '');
  const [opening, setOpening] = useState(() => draftOf(settings.opening));
  const phoneIsWrong = phone.trim() !== '' && !isPhone(phone.trim());
  const save = useMutation({
    mutationFn: () =>
      body(
        api.PATCH('/api/v1/sites/{site}', {
          params: { path: { site: settings.id } },
          body: { phone: phone.trim() || null, opening: openingOf(opening) },
        }),
      ),
    onSuccess: (saved) => {
      queryClient.setQueryData(['site-settings', settings.id], saved);
      setPhone(saved.phone ?? '');
      setOpening(draftOf(saved.opening));
      void queryClient.invalidateQueries({ queryKey: ['roster'] });
      void queryClient.invalidateQueries({ queryKey: ['reach'] });
    },
  });
  const isChanged =
    (phone.trim() || null) !== settings.phone ||
    JSON.stringify(openingOf(opening)) !== JSON.stringify(openingOf(draftOf(settings.opening)));
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!phoneIsWrong && !save.isPending) save.mutate();
      }}
    >
      {!settings.mayChange && <Notice>{d('site.reading')}</Notice>}
      <Card as="fieldset" disabled={!settings.mayChange}>
        <TextInput
          type="tel"
          autoComplete="off"
          label={d('site.phone')}
          description={d('site.phoneHint')}
          placeholder={d('site.phonePlaceholder')}
          value={phone}
          error={phoneIsWrong ? d('site.phoneWrong') : null}
          onChange={(event) => setPhone(event.currentTarget.value)}
        />
      </Card>
      <Card as="fieldset" disabled={!settings.mayChange}>
        <OpeningFields draft={opening} onChange={setOpening} />
      </Card>
      <Refusal error={save.error} />
      {settings.mayChange && (
        <div className={classes.saveBar} data-changed={isChanged}>
          <span role="status">{isChanged ? d('site.unsaved') : save.isSuccess ? d('site.saved') : ''}</span>
          {isChanged && (
            <Button
              variant="default"
              onClick={() => {
                setPhone(settings.phone ?? '');
                setOpening(draftOf(settings.opening));
                save.reset();
              }}
            >
              {d('site.discard')}
            </Button>
          )}
          <Button type="submit" loading={save.isPending} disabled={!isChanged || phoneIsWrong}>
            {d('site.save')}
          </Button>
        </div>
      )}
    </form>
  );
}
