import { Database, IncidentReview, type Transaction } from '@zenmeban/database';
import {
  assertTransition,
  DomainError,
  noReview,
  type Review,
  type ReviewField,
  type ReviewValues,
  reviewFields,
  reviewProblems,
} from '@zenmeban/domain/engine';
import { Playbooks } from '@zenmeban/playbooks';
import { Timeline } from '@zenmeban/timeline';
import { Injectable } from '@nestjs/common';
import type { Hides } from './hidden-steps';
import { lockIncident } from './locked-incident';
import { changeOfReview, isFieldHidden } from './review-view';

/** What a supervisor finds on looking back: it corrects what was answered, and stands beside it. */
@Injectable()
export class Reviews {
  constructor(
    private readonly database: Database,
    private readonly playbooks: Playbooks,
    private readonly timeline: Timeline,
  ) {}

  /**
   * Puts a review in the place of the one before; the same again changes nothing. What a confidential step asks is left
   * as it is for whoever may not see that step. Throws `validation.failed` with every value that is no option of the
   * incident's version of its playbook, and `incident.cancelled`.
   */
  async write(incidentId: string, personId: string, given: Review, hides: Hides): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { incident } = await lockIncident(tx, incidentId);
      if (incident.status === 'cancelled') assertTransition('cancelled', 'closed');
      const { content } = await this.playbooks.version(incident.playbookVersionId);
      const before = await readReview(tx, incidentId);
      const hidden = reviewFields.filter((field) => isFieldHidden(content, field, hides));
      const problems = [
        ...hidden.filter((field) => given[field] !== null).map(notYours),
        ...reviewProblems(content, { ...given, ...pick(noReview, hidden) }),
      ];
      if (problems.length > 0) throw new DomainError('invalid', 'validation.failed', wrongValues, problems);
      const after: Review = { ...given, ...pick(before, hidden) };
      const change = changeOfReview(before, after);
      if (!change) return;
      await tx.query(
        `INSERT INTO app.incident_review
           (incident_id, category, cause, justified, remedy, satisfaction, note, reviewed_by_id, reviewed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, app.app_now())
         ON CONFLICT (incident_id) DO UPDATE SET (category, cause, justified, remedy, satisfaction, note,
           reviewed_by_id, reviewed_at) = ROW(excluded.category, excluded.cause, excluded.justified, excluded.remedy,
           excluded.satisfaction, excluded.note, excluded.reviewed_by_id, excluded.reviewed_at)`,
        [incidentId, ...reviewFields.map((field) => after[field]), after.note, personId],
      );
      await this.timeline.append(tx, [{ kind: 'incident.reviewed', data: change, incidentId, actorId: personId }]);
    });
  }
}

/** The review of an incident; an empty one when nobody has written any. */
export async function readReview(tx: Transaction, incidentId: string): Promise<Review> {
  const row = await tx.findOneBy(IncidentReview, { incidentId });
  if (!row) return noReview;
  const { category, cause, justified, remedy, satisfaction, note } = row;
  return { category, cause, justified, remedy, satisfaction, note };
}

const pick = (review: Review, fields: readonly ReviewField[]): Partial<ReviewValues> =>
  Object.fromEntries(fields.map((field) => [field, review[field]]));

const notYours = (field: ReviewField) => ({
  path: field,
  code: 'confidential',
  message: {
    zh: '这一项属于保密步骤，您不能填写。',
    en: 'A confidential step asks for this; it is not yours to say.',
  },
});

const wrongValues = {
  zh: '有些内容不能这样填写，请按提示修改。',
  en: 'Some of the values cannot be used; please correct them.',
};
