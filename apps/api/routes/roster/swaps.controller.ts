import type { SignedIn } from '@zenmeban/identity';
import { MyDuty, SwapPartners, Swaps } from '@zenmeban/roster';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentActor } from '../../auth/current-actor';
import { common, incidents, roster } from '../../contract';
import { Answers, Writes } from '../documented';

/** My shifts, and swapping them: the holder proposes, the colleague confirms. What is not mine does not exist. */
@ApiTags('roster')
@Controller('api/v1')
export class SwapsController {
  constructor(
    private readonly myDuty: MyDuty,
    private readonly swaps: Swaps,
    private readonly swapPartners: SwapPartners,
  ) {}

  @Get('me/duty')
  @Answers('My shifts, and the swaps that wait for me', roster.myDuty)
  async duty(@CurrentActor() actor: SignedIn) {
    return this.myDuty.of(actor.personId);
  }

  @Get('swaps/partners')
  @Answers('With whom a shift of mine can be swapped, and for what', roster.swapPartners)
  async partners(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: roster.partnersQuery }) { shift }: z.infer<typeof roster.partnersQuery>,
  ) {
    return { partners: await this.swapPartners.of(actor.personId, shift) };
  }

  @Post('swaps')
  @Writes('Offers a shift of mine to a colleague', roster.swap, 201)
  async propose(
    @CurrentActor() actor: SignedIn,
    @Body({ schema: roster.proposeSwap }) body: z.infer<typeof roster.proposeSwap>,
  ) {
    return this.swaps.propose(actor.personId, body);
  }

  @Post('swaps/:swap/confirm')
  @Writes('Takes the shift; both move at once', roster.swap)
  async confirm(
    @CurrentActor() actor: SignedIn,
    @Param('swap', { schema: common.name }) swapId: string,
    @Body({ schema: incidents.nothing }) _body: object,
  ) {
    return this.swaps.confirm(actor.personId, swapId);
  }

  @Post('swaps/:swap/decline')
  @Writes('Does not take the shift', roster.swap)
  async decline(
    @CurrentActor() actor: SignedIn,
    @Param('swap', { schema: common.name }) swapId: string,
    @Body({ schema: incidents.nothing }) _body: object,
  ) {
    return this.swaps.decline(actor.personId, swapId);
  }

  @Post('swaps/:swap/withdraw')
  @Writes('Takes the offer back', roster.swap)
  async withdraw(
    @CurrentActor() actor: SignedIn,
    @Param('swap', { schema: common.name }) swapId: string,
    @Body({ schema: incidents.nothing }) _body: object,
  ) {
    return this.swaps.withdraw(actor.personId, swapId);
  }
}
