import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useOperationTexts } from '../../lib/i18n/operations';
import type { Channel } from '../../lib/types';
import { Card } from '../../ui/card';
import { Switch } from '../../ui/switch';
import { ErrorNotice } from '../../ui/notice';
import { ChannelState } from './channel-state';
import classes from './channels.module.css';
import { isFailing } from './is-failing';
import { kindFacts } from './kinds';
import { TestButton, TestState } from './test-button';
import type { ChannelActions } from './use-channels';
import { useTest } from './use-test';

type Props = { channel: Channel; actions: ChannelActions; onEdit: () => void };

/** A channel: what it is, whether it works, and what one can do about it. */
export function ChannelRow({ channel, actions, onEdit }: Props) {
  const { t } = useOperationTexts();
  const { name, kind, enabled } = channel;
  const test = useTest(() => actions.test(channel.id), actions.refresh);
  const Icon = kindFacts[kind].icon;
  const toggle = actions.toggle;
  const toggling = toggle.variables?.id === channel.id;
  const renewing = actions.renewSecret.variables === channel.id;
  return (
    <Card as="li" tone={enabled && isFailing(channel) ? 'bad' : undefined}>
      <div className={classes.head}>
        <span className={classes.icon} data-off={!enabled} aria-hidden>
          <Icon size={24} />
        </span>
        <div className={classes.words}>
          <p className={classes.name}>{name}</p>
          <p className={classes.dim}>
            {t(`channels.kind_${kind}`)} · {channel.address}
          </p>
          <p className={classes.dim}>
            {t(`channels.least_${channel.leastSeverity}`)} · {t(`channels.language_${channel.language}`)}
          </p>
        </div>
        <Switch
          labelHidden
          label={t('channels.switch', { name, state: enabled ? t('channels.on') : t('channels.off') })}
          checked={enabled}
          disabled={toggling && toggle.isPending}
          onChange={(checked) => toggle.mutate({ id: channel.id, enabled: checked })}
        />
      </div>
      <ChannelState channel={channel} />
      <div className={classes.actions}>
        <TestButton
          text={t(channel.personal ? 'channels.testMe' : 'channels.test')}
          label={t('channels.testOf', { name })}
          test={test}
        />
        {kindFacts[kind].secret === 'made' && (
          <Button
            variant="subtle"
            loading={renewing && actions.renewSecret.isPending}
            onClick={() => actions.renewSecret.mutate(channel.id)}
          >
            {t('channels.newSecret')}
          </Button>
        )}
        <span className={classes.actionsEnd}>
          <ActionIcon aria-label={t('channels.editOf', { name })} onClick={onEdit}>
            <IconPencil size={22} />
          </ActionIcon>
          <ActionIcon aria-label={t('channels.removeOf', { name })} onClick={() => actions.remove(channel)}>
            <IconTrash size={22} />
          </ActionIcon>
        </span>
      </div>
      <TestState test={test} />
      <ErrorNotice error={(toggling ? toggle.error : null) ?? (renewing ? actions.renewSecret.error : null)} />
    </Card>
  );
}
