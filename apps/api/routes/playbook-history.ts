import { comparePlaybooks } from '@zenmeban/domain/check';
import type { Actor } from '@zenmeban/domain/engine';
import { IncidentReader } from '@zenmeban/incidents';
import { Playbooks } from '@zenmeban/playbooks';
import { Injectable } from '@nestjs/common';

/** How a playbook came to say what it says. */
@Injectable()
export class PlaybookHistory {
  constructor(
    private readonly playbooks: Playbooks,
    private readonly incidents: IncidentReader,
  ) {}

  /** As the contract's `playbookVersion`, the newest first. Throws `playbook.unknown`. */
  async of(actor: Actor, playbookId: string) {
    const versions = await this.playbooks.history(playbookId);
    const counts = await this.incidents.countByVersion(
      actor,
      versions.map(({ versionId }) => versionId),
    );
    return versions.map(({ versionId, version, loadedAt, content }, index) => {
      const before = versions[index + 1];
      return {
        ...{ version, loadedAt, current: index === 0 },
        incidents: counts.get(versionId) ?? 0,
        changes: before ? comparePlaybooks(before.content, content) : [],
      };
    });
  }
}
