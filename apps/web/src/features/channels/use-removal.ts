import { useCallback, useEffect, useRef, useState } from 'react';

const inReachMs = 7_000;

/**
 * Takes a thing off the page at once and removes it for good only when the way back is gone: after seven seconds, when
 * the next one is removed, or when the page is left.
 */
export function useRemoval<Thing>(removeForGood: (thing: Thing) => void) {
  const [removed, setRemoved] = useState<Thing | null>(null);
  const waiting = useRef<{ thing: Thing; timer: ReturnType<typeof setTimeout> } | null>(null);
  const act = useRef(removeForGood);
  useEffect(() => {
    act.current = removeForGood;
  });

  const settle = useCallback((forGood: boolean) => {
    if (waiting.current === null) return;
    const { thing, timer } = waiting.current;
    waiting.current = null;
    clearTimeout(timer);
    setRemoved(null);
    if (forGood) act.current(thing);
  }, []);

  useEffect(() => {
    const leave = () => settle(true);
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [settle]);

  return {
    removed,
    remove: (thing: Thing) => {
      settle(true);
      waiting.current = { thing, timer: setTimeout(() => settle(true), inReachMs) };
      setRemoved(thing);
    },
    undo: () => settle(false),
    confirm: () => settle(true),
  };
}
