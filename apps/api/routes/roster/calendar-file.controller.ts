import { CalendarFeeds } from '@zenmeban/roster';
import { DomainError } from '@zenmeban/domain/engine';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../auth/public';
import { common, roster } from '../../contract';
import { hasAlready } from '../../http/send-json';
import { Answers } from '../documented';

/** What a calendar program fetches again and again; who knows the secret address may. */
@ApiTags('roster')
@Controller('api/v1/calendar')
export class CalendarFileController {
  constructor(private readonly feeds: CalendarFeeds) {}

  @Get(':file')
  @Public()
  @ApiProduces('text/calendar')
  @Answers('The shifts behind a secret address, as iCalendar', roster.file)
  async get(
    @Param('file', { schema: common.name }) file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const calendar = await this.feeds.read(file.replace(/\.ics$/, ''));
    if (!calendar) throw unknownCalendar();
    void reply.headers({ etag: calendar.etag, 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' });
    if (hasAlready(request.headers['if-none-match'], calendar.etag)) {
      void reply.status(304).send();
      return;
    }
    void reply.type('text/calendar; charset=utf-8').send(calendar.text);
  }
}

const unknownCalendar = () =>
  new DomainError('not_found', 'calendar.unknown', {
    zh: '没有这个日历地址，或已被停用。请在系统中重新生成。',
    en: 'There is no such calendar, or its address was ended; make a new one in the app.',
  });
