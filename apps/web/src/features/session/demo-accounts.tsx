import { Button } from '@mantine/core';
import { useTexts } from '../../lib/i18n';
import classes from './session.module.css';

const accounts = [
  { role: 'staff', email: 'floor@demo.local' },
  { role: 'supervisor', email: 'supervisor@demo.local' },
  { role: 'manager', email: 'manager@demo.local' },
  { role: 'administrator', email: 'admin@demo.local' },
] as const;

type Props = { disabled: boolean; onChoose: (account: { email: string; password: string }) => void };

/** The four accounts that a server with demo data offers to everybody. */
export function DemoAccounts({ disabled, onChoose }: Props) {
  const { t } = useTexts();
  return (
    <div className={classes.demo}>
      <p>{t('session.demoTitle')}</p>
      <div className={classes.accounts}>
        {accounts.map(({ role, email }) => (
          <Button
            key={email}
            variant="default"
            size="lg"
            px="xs"
            disabled={disabled}
            onClick={() => onChoose({ email, password: 'demo-demo-demo' })}
          >
            {t(`role.${role}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
