import type { Severity } from '@zenmeban/domain/engine';
import { IconAlertTriangle, IconFlame, IconMinus, IconPointFilled } from '@tabler/icons-react';
import { useTexts } from '../lib/i18n';
import classes from './ui.module.css';

const icons = { low: IconMinus, normal: IconPointFilled, high: IconAlertTriangle, critical: IconFlame };

/** How grave it is: in a word, a sign and a colour. */
export function SeverityBadge({ severity }: { severity: Severity }) {
  const { t } = useTexts();
  const Icon = icons[severity];
  return (
    <span className={classes.severity} data-level={severity}>
      <Icon size={16} aria-hidden />
      {t(`severity.${severity}`)}
    </span>
  );
}
