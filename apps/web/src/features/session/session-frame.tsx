import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { showLanguage, useTexts } from '../../lib/i18n';
import { Brand } from '../../ui/brand';
import classes from './session.module.css';

/** The calm card of the pages before sign-in. */
export function SessionFrame({ title, tagline, children }: { title: string; tagline?: string; children: ReactNode }) {
  const { t, language } = useTexts();
  return (
    <main className={classes.page}>
      <div className={classes.top}>
        <Brand />
        <SegmentedControl
          aria-label={t('menu.language')}
          value={language}
          onChange={(value) => void showLanguage(value === 'en' ? 'en' : 'zh', true)}
          data={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
      <section className={classes.card}>
        <h1 className={classes.title}>{title}</h1>
        {tagline && <p className={classes.tagline}>{tagline}</p>}
        {children}
      </section>
    </main>
  );
}
