import { Policies } from '@zenmeban/escalation';
import { LoadPlaybooks } from '@zenmeban/playbooks';
import { Injectable } from '@nestjs/common';

/** Loads playbooks and the policies they name, checked together. */
@Injectable()
export class LoadHandbook {
  constructor(
    private readonly playbooks: LoadPlaybooks,
    private readonly policies: Policies,
  ) {}

  /**
   * @returns the ids of the playbooks and policies that got a new version
   * Throws `playbooks.invalid` with every problem of every file; then nothing is stored.
   */
  async load(folder: string): Promise<{ playbooks: readonly string[]; policies: readonly string[]; total: number }> {
    const { handbook, stored } = await this.playbooks.load(folder);
    const policies = await this.policies.store(handbook.policies);
    return { playbooks: stored, policies, total: handbook.playbooks.length };
  }
}
