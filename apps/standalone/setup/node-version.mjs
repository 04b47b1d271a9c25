// Old versions of Node must be able to read this file: nothing newer than 2019 here.

export const leastNode = [20, 19];

/** A sentence when this version of Node is too old for Zenmeban, '' when it will do. */
export function problemWithNode(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  if (major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])) return '';
  return `Zenmeban needs Node ${leastNode.join('.')} or newer, this is ${version}. Install a newer one from https://nodejs.org and try again.`;
}
