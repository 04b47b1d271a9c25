import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiDefaultResponse, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { common } from '../contract';

/** Describes a route in the OpenAPI document: what it does, what it answers; problems look alike everywhere. */
export function Answers(summary: string, schema: z.ZodType, status = 200) {
  return applyDecorators(
    HttpCode(status),
    ApiOperation({ summary }),
    ApiResponse({ status, description: 'Done', standardSchema: schema }),
    ApiDefaultResponse({ description: 'A problem (RFC 9457)', standardSchema: common.problem }),
  );
}

/** As `Answers`, for a write: a repeated `Idempotency-Key` gets the first response again. */
export function Writes(summary: string, schema: z.ZodType, status = 200) {
  return applyDecorators(
    Answers(summary, schema, status),
    ApiHeader({ name: 'Idempotency-Key', required: false, description: '8 to 200 visible characters' }),
  );
}
