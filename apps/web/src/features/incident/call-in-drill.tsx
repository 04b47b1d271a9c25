import { Button } from '@mantine/core';
import { IconPhoneCall } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import barClasses from './step-bar.module.css';
import dialogClasses from './text-dialog.module.css';

/** Stands where the call for help stands in earnest, and only says what it would do. */
export function CallInDrill() {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="xl"
        color="red"
        variant="outline"
        className={barClasses.barSide}
        leftSection={<IconPhoneCall size={22} />}
        onClick={() => setOpen(true)}
      >
        {t('incident.call')}
      </Button>
      <Dialog opened={open} onClose={() => setOpen(false)} title={t('drill.callTitle')}>
        <div className={dialogClasses.dialog}>
          <p className={dialogClasses.dialogText}>{t('drill.callText')}</p>
          <Button size="lg" autoFocus onClick={() => setOpen(false)}>
            {t('drill.understood')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
