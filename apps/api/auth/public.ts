import { SetMetadata } from '@nestjs/common';

export const PUBLIC = 'zenmeban:public';

/** A route that needs no session. Everything else does. */
export const Public = () => SetMetadata(PUBLIC, true);
