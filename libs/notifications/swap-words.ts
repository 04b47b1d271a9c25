import { type Language, type Localized, type Post, postNames } from '@zenmeban/domain/engine';
import { localOf } from '@zenmeban/domain/roster';

/** A shift as a mail tells it; the instants as ISO texts. */
type ShiftTold = {
  readonly siteName: Localized;
  readonly timeZone: string;
  readonly post: Post;
  readonly startsAt: string;
  readonly endsAt: string;
};

/** An offer to swap and what became of it: `lapsed` = withdrawn because the roster was changed. */
export type SwapTold = {
  readonly swapId: string;
  readonly news: 'proposed' | 'confirmed' | 'declined' | 'withdrawn' | 'lapsed';
  /** Which of the two is told. */
  readonly to: 'proposer' | 'partner';
  /** Their names. */
  readonly proposer: string;
  readonly partner: string;
  /** What the proposer gives, and what they would get for it. */
  readonly shift: ShiftTold;
  readonly inReturn: ShiftTold | null;
  /** The proposer's own words to their colleague. */
  readonly note: string;
};

type Words = { readonly title: string; readonly sentence: string };

/** The variables of the mail, in the recipient's language and the time of the site. */
export function swapVariables(told: SwapTold, { language, publicUrl }: { language: Language; publicUrl: string }) {
  const { proposer, partner, shift, inReturn, note } = told;
  return {
    ...words[language](told),
    when: spanText(shift, language),
    shifts: [
      { label: `${proposer} → ${partner}`, value: shiftText(shift, language) },
      ...(inReturn ? [{ label: `${partner} → ${proposer}`, value: shiftText(inReturn, language) }] : []),
    ],
    note: note === '' ? null : note,
    dutyUrl: `${publicUrl}/my-duty`,
  };
}

const words: Readonly<Record<Language, (told: SwapTold) => Words>> = {
  zh: ({ news, to, proposer, partner, inReturn }) => {
    switch (news) {
      case 'proposed':
        return {
          title: inReturn ? `${proposer}想和您换班` : `${proposer}想请您接一个班`,
          sentence: '请在“我的班”里答复接或不接；在您答复之前，班次不变。',
        };
      case 'confirmed':
        return { title: `${partner}同意了换班`, sentence: '换班已生效，排班表已更新。' };
      case 'declined':
        return {
          title: `${partner}没有接受换班`,
          sentence: '您的班次不变。如果到时确实上不了班，请问问其他同事或找主管。',
        };
      case 'withdrawn':
        return { title: `${proposer}撤回了换班申请`, sentence: '您的班次不变，不用再答复。' };
      case 'lapsed':
        return {
          title: to === 'partner' ? `${proposer}的换班申请已失效` : `您给${partner}的换班申请已失效`,
          sentence: '这期间班次或请假有变动，申请已自动撤回。现在的班次请看“我的班”。',
        };
    }
  },
  en: ({ news, to, proposer, partner, inReturn }) => {
    switch (news) {
      case 'proposed':
        return {
          title: inReturn ? `${proposer} would like to swap shifts with you` : `${proposer} asks you to take a shift`,
          sentence: 'Say yes or no under “My shifts”; until you do, nothing changes.',
        };
      case 'confirmed':
        return {
          title: `${partner} has agreed to the swap`,
          sentence: 'It holds from now on, and the roster says so.',
        };
      case 'declined':
        return {
          title: `${partner} has declined the swap`,
          sentence: 'Your shifts stay as they are. If you cannot work then, ask another colleague or your supervisor.',
        };
      case 'withdrawn':
        return {
          title: `${proposer} has taken the swap back`,
          sentence: 'Your shifts stay as they are, and no answer is needed.',
        };
      case 'lapsed':
        return {
          title:
            to === 'partner' ? `The swap ${proposer} offered you is off` : `The swap you offered ${partner} is off`,
          sentence: 'A shift or somebody’s leave was changed in the meantime. “My shifts” shows what holds now.',
        };
    }
  },
};

const shiftText = (shift: ShiftTold, language: Language): string =>
  [spanText(shift, language), postNames[shift.post][language], shift.siteName[language]].join(' · ');

/** `11月24日周二 08:00–17:00`, `Tue, 24 Nov 20:00 – Wed, 25 Nov 08:00`: as the clocks at the site show it. */
function spanText({ startsAt, endsAt, timeZone }: ShiftTold, language: Language): string {
  const [from, until] = [new Date(startsAt), new Date(endsAt)];
  const day = (at: Date) =>
    new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
      ...{ timeZone, weekday: 'short', day: 'numeric', month: language === 'zh' ? 'long' : 'short' },
    }).format(at);
  const [begin, end] = [localOf(from, timeZone), localOf(until, timeZone)];
  return begin.date === end.date
    ? `${day(from)} ${begin.time}–${end.time}`
    : `${day(from)} ${begin.time} – ${day(until)} ${end.time}`;
}
