import { ActionIcon } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../lib/i18n';

/** Copies a phrase; shows that it did. Nothing to show where the browser does not allow it (plain http). */
export function CopyPhrase({ text }: { text: string }) {
  const { t } = useTexts();
  const [copied, setCopied] = useState(false);
  if (!('clipboard' in navigator)) return null;
  return (
    <ActionIcon
      color="green"
      aria-label={copied ? t('app.copied') : t('app.copy')}
      onClick={() =>
        void navigator.clipboard.writeText(text).then(
          () => setCopied(true),
          () => undefined,
        )
      }
    >
      {copied ? <IconCheck size={22} /> : <IconCopy size={22} />}
    </ActionIcon>
  );
}
