import { type EscalationPolicy, type Post, posts } from '@zenmeban/domain/engine';

/** The posts that some policy calls on duty: on these somebody should always be. */
export function calledPosts(policies: Iterable<EscalationPolicy>): Post[] {
  const targets = [...policies].flatMap(({ levels }) => levels.flatMap((level) => level.targets));
  const called = new Set<Post>(targets.flatMap((target) => ('onDuty' in target ? [target.onDuty] : [])));
  return posts.filter((post) => called.has(post));
}
