const prefix = 'zenmeban.';

/** A text kept on this device; null when there is none or the browser keeps nothing. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null;
  }
}

/** Keeps a text on this device; null forgets it. A full or forbidden store is no reason to fail. */
export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, value);
  } catch {
    // The page works without it; only a reload forgets.
  }
}

/** Forgets everything whose key begins with `start`. */
export function forgetAll(start: string): void {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix + start));
    for (const key of keys) localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
