import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../lib/i18n';

type Props = { value: string; onChange: (value: string) => void; onSubmit: () => void };

/** The search field; `/` jumps into it from anywhere on the page, Enter takes the only hit, or goes to the first. */
export function SearchField({ value, onChange, onSubmit }: Props) {
  const { t } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (event.key !== '/' || typing) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener('keydown', focus);
    return () => removeEventListener('keydown', focus);
  }, []);
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <TextInput
        ref={input}
        size="xl"
        radius={16}
        type="search"
        enterKeyHint="search"
        aria-label={t('start.searchLabel')}
        placeholder={t('start.searchPlaceholder')}
        leftSection={<IconSearch size={24} />}
        rightSection={
          value && <CloseButton size={44} iconSize={20} aria-label={t('start.clear')} onClick={() => onChange('')} />
        }
        rightSectionWidth={56}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </form>
  );
}
