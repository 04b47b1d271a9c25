import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useOperationTexts } from '../../lib/i18n/operations';
import type { Channel } from '../../lib/types';
import { Dialog } from '../../ui/dialog';
import { LoadingPage } from '../../ui/loading-page';
import { ErrorNotice } from '../../ui/notice';
import { UndoToast } from '../../ui/undo-toast';
import type { ChannelScope } from './channel-calls';
import { ChannelForm } from './channel-form';
import { ChannelRow } from './channel-row';
import classes from './channels.module.css';
import { SecretOnce } from './secret-once';
import { useChannels } from './use-channels';

type Props = {
  scope: ChannelScope;
  /** A way that stands before them. */
  first?: ReactNode;
  /** What to show instead of an empty list. */
  empty?: ReactNode;
};

/** The channels of a person, a site or the group, with everything one can do to them. */
export function ChannelList({ scope, first, empty }: Props) {
  const { t } = useOperationTexts();
  const [form, setForm] = useState<Channel | 'new' | null>(null);
  const channels = useChannels(scope, () => setForm(null));
  const { items, error, save, removal } = channels;
  const close = () => {
    setForm(null);
    save.reset();
  };
  const editing = form === 'new' ? null : form;
  const add = (
    <Button leftSection={<IconPlus size={20} />} onClick={() => setForm('new')}>
      {scope.of === 'me' ? t('channels.addOwn') : t('channels.add')}
    </Button>
  );
  if (!items && !error) return <LoadingPage />;
  return (
    <>
      <ErrorNotice error={error} />
      <ul className={classes.list}>
        {first}
        {items?.map((channel) => (
          <ChannelRow key={channel.id} channel={channel} actions={channels} onEdit={() => setForm(channel)} />
        ))}
      </ul>
      {items?.length === 0 && empty}
      <div className={classes.add} data-alone={items?.length === 0 && empty !== undefined}>
        {add}
      </div>
      <Dialog
        opened={form !== null}
        onClose={close}
        title={editing ? t('channels.editTitle', { name: editing.name }) : t('channels.addTitle')}
      >
        <ChannelForm
          channel={editing}
          save={save}
          onSave={(draft) => save.mutate({ channel: editing, draft })}
          onClose={close}
        />
      </Dialog>
      <SecretOnce secret={channels.madeSecret} onClose={channels.forgetSecret} />
      <UndoToast
        said={removal.removed && t('channels.removed', { name: removal.removed.name })}
        undoLabel={t('channels.undo')}
        onUndo={removal.undo}
        onClose={removal.confirm}
      />
    </>
  );
}
