import { ActionIcon } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import dropClasses from './drop-panel.module.css';

type Props = { label: string; icon: ReactNode; children: ReactNode };

/**
 * A button that unfolds a small panel below itself. Closes on Escape, on a tap outside, and on any button or link in it
 * that is not marked `data-stay`.
 */
export function DropPanel({ label, icon, children }: Props) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      root.current?.querySelector('button')?.focus();
    };
    addEventListener('pointerdown', outside);
    addEventListener('keydown', escape);
    return () => {
      removeEventListener('pointerdown', outside);
      removeEventListener('keydown', escape);
    };
  }, [open]);
  const closeAfter = (target: EventTarget) => {
    if (target instanceof Element && target.closest('button, a') && !target.closest('[data-stay]')) setOpen(false);
  };
  return (
    <div ref={root} className={dropClasses.drop}>
      <ActionIcon aria-label={label} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {icon}
      </ActionIcon>
      {/* Every control inside is reachable by itself; this only hears that one of them was used. */}
      <div id={id} hidden={!open} className={dropClasses.dropPanel} onClick={(event) => closeAfter(event.target)}>
        {children}
      </div>
    </div>
  );
}
