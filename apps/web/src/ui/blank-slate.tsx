import type { ReactNode } from 'react';
import classes from './ui.module.css';

type Props = { icon: ReactNode; title: string; text?: string; children?: ReactNode; level?: 1 | 2 };

/** Nothing here, or something went wrong: says so calmly and offers a way on. */
export function BlankSlate({ icon, title, text, children, level = 2 }: Props) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className={classes.blank}>
      <span className={classes.blankIcon} aria-hidden>
        {icon}
      </span>
      <Heading className={classes.blankTitle}>{title}</Heading>
      {text && <p className={classes.blankText}>{text}</p>}
      {children}
    </div>
  );
}
