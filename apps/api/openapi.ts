import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The document generated from the routes and the contract's schemas. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Zenmeban')
    .setDescription(
      'Incidents, playbooks and escalation. Sign in at POST /api/auth/sign-in/email; the session is a cookie.',
    )
    .setVersion('1')
    .addCookieAuth('better-auth.session_token')
    .setOpenAPIVersion('3.1.0')
    .build();
  return SwaggerModule.createDocument(app, about, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
}

/** `GET /api/openapi.json`, browsable at `/api`. */
export function mountOpenApi(app: INestApplication): void {
  SwaggerModule.setup('api', app, () => openApiDocument(app), { jsonDocumentUrl: 'api/openapi.json' });
}
