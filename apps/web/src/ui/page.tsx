import type { ReactNode } from 'react';
import classes from './page.module.css';

type Props = {
  title: string;
  /** What the page is for, in a sentence. */
  text?: string;
  /** Stands beside the title: a choice of the site, what can be done with the whole page. */
  actions?: ReactNode;
  /** For tables and columns, as wide as the bar above; else as wide as a text may be. */
  wide?: boolean;
  children: ReactNode;
};

/** The frame of a page: its title, and what it shows one below the other. */
export function Page({ title, text, actions, wide = false, children }: Props) {
  return (
    <div className={classes.page} data-wide={wide}>
      <div className={classes.head}>
        <div className={classes.words}>
          <h1>{title}</h1>
          {text && <p>{text}</p>}
        </div>
        {actions}
      </div>
      {children}
    </div>
  );
}
