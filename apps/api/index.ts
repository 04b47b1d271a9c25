export { ApiModule } from './api.module';
export { Public } from './auth/public';
export * as contract from './contract';
export { builtWebFolder, createApiApp } from './create-api-app';
export { openApiDocument } from './openapi';
