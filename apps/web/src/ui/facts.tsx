import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import factClasses from './facts.module.css';

/** Short facts, each with its sign. */
export function Facts({ children }: { children: ReactNode }) {
  return <ul className={factClasses.facts}>{children}</ul>;
}

export function Fact({ icon: Icon, children }: { icon: TablerIcon; children: ReactNode }) {
  return (
    <li>
      <Icon size={20} aria-hidden />
      <span>{children}</span>
    </li>
  );
}
