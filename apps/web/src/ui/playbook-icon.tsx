import {
  IconBandage,
  IconClipboardText,
  IconCup,
  IconGift,
  IconMessageReport,
  type TablerIcon,
} from '@tabler/icons-react';
import classes from './ui.module.css';

/** The icon names a playbook may use; any other shows a clipboard. */
const icons: Readonly<Record<string, TablerIcon>> = {
  fall: IconBandage,
  spill: IconCup,
  gift: IconGift,
  complaint: IconMessageReport,
};

export function PlaybookIcon({ name }: { name: string }) {
  const Icon = icons[name] ?? IconClipboardText;
  return (
    <span className={classes.playbookIcon} aria-hidden>
      <Icon size={26} stroke={1.8} />
    </span>
  );
}
