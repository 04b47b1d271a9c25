/** A sentence when this version of Node is too old for Zenmeban, '' when it will do. */
export function problemWithNode(version: string): string;
