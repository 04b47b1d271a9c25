/** Sums a suite up. @returns the exit code: 1 when any invariant was violated */
export function summary({ runs, skipped }, seconds) {
  const violated = runs.filter(({ problems }) => problems.length > 0);
  const promises = runs.reduce((sum, { figures }) => sum + figures.fates.length, 0);
  console.log(
    `\n${runs.length} runs, ${promises} promised calls, ${seconds.toFixed(0)} s: ${violated.length} runs violated something`,
  );
  for (const { fault, backend, seed } of violated)
    console.log(`  again: npm run faults -- --quick --only ${fault} --seed ${seed} --backend ${backend}`);
  for (const { what, enable } of skipped) console.log(`  ○ skipped: ${what}. To enable it: ${enable}`);
  return violated.length > 0 ? 1 : 0;
}
