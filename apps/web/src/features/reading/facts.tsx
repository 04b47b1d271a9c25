import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './reading.module.css';

/** Short facts, each with its sign. */
export function Facts({ children }: { children: ReactNode }) {
  return <ul className={classes.facts}>{children}</ul>;
}

export function Fact({ icon: Icon, children }: { icon: TablerIcon; children: ReactNode }) {
  return (
    <li>
      <Icon size={18} aria-hidden />
      <span>{children}</span>
    </li>
  );
}
