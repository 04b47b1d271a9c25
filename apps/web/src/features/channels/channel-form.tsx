import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { severities } from '@zenmeban/domain/engine';
import { IconChevronDown } from '@tabler/icons-react';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useOperationTexts } from '../../lib/i18n/operations';
import { fieldError } from '../../lib/problem';
import type { Channel } from '../../lib/types';
import { ErrorNotice } from '../../ui/notice';
import classes from './channels.module.css';
import { type ChannelDraft, draftOf } from './draft';
import { KindChoice } from './kind-choice';
import { kindFacts } from './kinds';

type Props = {
  /** Null for a new one. */
  channel: Channel | null;
  onSave: (draft: ChannelDraft) => void;
  save: Pick<UseMutationResult, 'error' | 'isPending'>;
  onClose: () => void;
};

/** Adds or changes a channel. What it is refused for stands at its field; what was typed stays. */
export function ChannelForm({ channel, onSave, save, onClose }: Props) {
  const { t, language } = useOperationTexts();
  const [draft, setDraft] = useState(() => draftOf(channel, language));
  const change = (part: Partial<ChannelDraft>) => setDraft({ ...draft, ...part });
  const { secret, addressBegins } = kindFacts[draft.kind];
  const refused = (path: string) => fieldError(save.error, path);
  const inFields = ['name', 'address', 'secret'].some((path) => refused(path) !== null);
  const incomplete =
    draft.name.trim() === '' ||
    (channel === null && (draft.address.trim() === '' || (secret === 'required' && draft.secret.trim() === '')));
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!incomplete && !save.isPending) onSave(draft);
      }}
    >
      {channel === null && <KindChoice value={draft.kind} onChange={(kind) => change({ kind })} />}
      <TextInput
        label={t('channels.name')}
        placeholder={t('channels.namePlaceholder')}
        maxLength={100}
        value={draft.name}
        error={refused('name')}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('channels.address')}
        description={channel && t('channels.addressKeep', { masked: channel.address })}
        placeholder={channel ? '' : addressBegins}
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        value={draft.address}
        error={refused('address')}
        onChange={(event) => change({ address: event.currentTarget.value })}
      />
      {(secret === 'required' || secret === 'optional') && (
        <PasswordInput
          label={secret === 'required' ? t('channels.secret') : t('channels.secretOptional')}
          description={channel && t('channels.secretKeep')}
          autoComplete="new-password"
          value={draft.secret}
          error={refused('secret')}
          onChange={(event) => change({ secret: event.currentTarget.value })}
        />
      )}
      <div className={classes.pair}>
        <NativeSelect
          label={t('channels.least')}
          rightSection={<IconChevronDown size={20} />}
          value={draft.leastSeverity}
          onChange={(event) =>
            change({ leastSeverity: severities.find((one) => one === event.currentTarget.value) ?? 'low' })
          }
          data={severities.map((value) => ({ value, label: t(`channels.least_${value}`) }))}
        />
        <NativeSelect
          label={t('channels.language')}
          rightSection={<IconChevronDown size={20} />}
          value={draft.language}
          onChange={(event) => change({ language: event.currentTarget.value === 'en' ? 'en' : 'zh' })}
          data={(['zh', 'en'] as const).map((value) => ({ value, label: t(`channels.language_${value}`) }))}
        />
      </div>
      {!inFields && <ErrorNotice error={save.error} />}
      <div className={classes.buttons}>
        <Button variant="default" size="lg" onClick={onClose}>
          {t('channels.cancel')}
        </Button>
        <Button type="submit" size="lg" disabled={incomplete} loading={save.isPending}>
          {t('channels.save')}
        </Button>
      </div>
    </form>
  );
}
