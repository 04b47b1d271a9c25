import {
  IconArrowBackUp,
  IconBandage,
  IconBulb,
  IconCalendarHeart,
  IconCamera,
  IconClipboardText,
  IconConfetti,
  IconCup,
  IconDeviceMobile,
  IconDroplet,
  IconEar,
  IconElevator,
  IconFriendsOff,
  IconGift,
  IconHeart,
  IconHelpCircle,
  IconLayoutGrid,
  IconMessageBolt,
  IconMessageCircleQuestion,
  IconMessageReport,
  IconMoodCry,
  IconMoodSad,
  IconMoodSmile,
  IconPuzzle,
  IconShield,
  IconSpeakerphone,
  IconSpray,
  IconUser,
  IconWalk,
  type TablerIcon,
} from '@tabler/icons-react';
import classes from './ui.module.css';

/** The icon names a playbook or a shelf may use; any other shows a clipboard. */
const icons: Readonly<Record<string, TablerIcon>> = {
  bandage: IconBandage,
  broom: IconSpray,
  complaint: IconMessageReport,
  criticism: IconBulb,
  difficult: IconPuzzle,
  distress: IconMoodCry,
  drop: IconDroplet,
  fall: IconBandage,
  gift: IconGift,
  grid: IconLayoutGrid,
  heart: IconHeart,
  help: IconHelpCircle,
  holiday: IconConfetti,
  invite: IconCalendarHeart,
  lift: IconElevator,
  megaphone: IconSpeakerphone,
  mood: IconMoodSad,
  person: IconUser,
  phone: IconDeviceMobile,
  photo: IconCamera,
  quarrel: IconMessageBolt,
  question: IconMessageCircleQuestion,
  shield: IconShield,
  slip: IconArrowBackUp,
  spill: IconCup,
  'team-quarrel': IconFriendsOff,
  walk: IconWalk,
  wave: IconMoodSmile,
  whisper: IconEar,
};

/** The bare sign of a playbook or a shelf. */
export function Sign({ name, size = 22 }: { name: string; size?: number }) {
  const Icon = icons[name] ?? IconClipboardText;
  return <Icon size={size} stroke={1.8} aria-hidden />;
}

type Props = { name: string; tone?: 'green' | 'quiet' };

/** The sign of a playbook on a soft tile. */
export function PlaybookIcon({ name, tone = 'green' }: Props) {
  return (
    <span className={classes.playbookIcon} data-tone={tone}>
      <Sign name={name} size={24} />
    </span>
  );
}
