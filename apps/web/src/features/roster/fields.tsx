import { NativeSelect, TextInput } from '@mantine/core';
import { type Post, posts } from '@zenmeban/domain/engine';
import { IconChevronDown } from '@tabler/icons-react';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import type { Roster } from '../../lib/types';
import classes from './dialogs.module.css';

export type Hours = { readonly start: string; readonly end: string };

type PersonProps = {
  label: string;
  roster: Roster;
  /** Whoever is already on this post stands first. */
  post?: Post | null;
  /** Left out of the choice. */
  without?: string | null;
  value: string;
  onChange: (id: string) => void;
};

/** Somebody of the site. */
export function PersonField({ label, roster, post, without, value, onChange }: PersonProps) {
  const { d } = useDutyTexts();
  const usual = new Set(roster.shifts.filter((shift) => shift.post === post).map(({ person }) => person.id));
  const options = roster.people.filter(({ id }) => id !== without).map(({ id, name }) => ({ value: id, label: name }));
  const [often, others] = [true, false].map((is) => options.filter((option) => usual.has(option.value) === is));
  const grouped = [
    { group: d('shift.usedTo'), items: often ?? [] },
    { group: d('shift.others'), items: others ?? [] },
  ];
  return (
    <NativeSelect
      label={label}
      rightSection={<IconChevronDown size={20} />}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[{ value: '', label: d('common.choosePerson') }, ...(often?.length ? grouped : options)]}
    />
  );
}

export function PostField({ value, onChange }: { value: Post; onChange: (post: Post) => void }) {
  const { t } = useTexts();
  const { d } = useDutyTexts();
  return (
    <NativeSelect
      label={d('shift.post')}
      rightSection={<IconChevronDown size={20} />}
      value={value}
      onChange={(event) => onChange(posts.find((post) => post === event.currentTarget.value) ?? value)}
      data={posts.map((post) => ({ value: post, label: t(`post.${post}`) }))}
    />
  );
}

type HoursProps = { roster: Roster; value: Hours; onChange: (hours: Hours) => void };

/** The usual shifts with one tap each; any other hours below. */
export function HoursField({ roster, value, onChange }: HoursProps) {
  const { say } = useTexts();
  const { d } = useDutyTexts();
  return (
    <fieldset className={classes.fieldset}>
      <legend>{d('shift.hours')}</legend>
      <div className={classes.usual}>
        {roster.usualShifts.map(({ kind, title, start, end }) => (
          <button
            key={kind}
            type="button"
            aria-pressed={value.start === start && value.end === end}
            onClick={() => onChange({ start, end })}
          >
            <strong>{say(title)}</strong>
            <span>{`${start}–${end}`}</span>
          </button>
        ))}
      </div>
      <div className={classes.pair}>
        <TextInput
          type="time"
          label={d('shift.start')}
          value={value.start}
          onChange={(event) => onChange({ ...value, start: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={d('shift.end')}
          value={value.end}
          onChange={(event) => onChange({ ...value, end: event.currentTarget.value })}
        />
      </div>
      {value.end !== '' && value.end <= value.start && (
        <p className={classes.hint}>{d('shift.overnight', { time: value.end })}</p>
      )}
    </fieldset>
  );
}

type SpanProps = {
  from: string;
  until: string;
  onFrom: (local: string) => void;
  onUntil: (local: string) => void;
};

/** Two local times of the site, `2026-11-24T08:00`. */
export function SpanFields({ from, until, onFrom, onUntil }: SpanProps) {
  const { d } = useDutyTexts();
  return (
    <div className={classes.stack}>
      <TextInput
        type="datetime-local"
        label={d('common.from')}
        value={from}
        onChange={(event) => onFrom(event.currentTarget.value)}
      />
      <TextInput
        type="datetime-local"
        label={d('common.until')}
        value={until}
        onChange={(event) => onUntil(event.currentTarget.value)}
      />
    </div>
  );
}
