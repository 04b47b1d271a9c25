import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { ConfigModule, readConfig } from '@zenmeban/config';
import { EngineModule } from '@zenmeban/engine';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ApiModule } from './api.module';
import { openApiDocument } from './openapi';

/* `npm run openapi`: writes the OpenAPI document of the code to the file named. In preview nothing is connected to. */
const config = readConfig({ DATABASE_URL: 'postgres://nobody@localhost/nothing', SMTP_URL: 'smtp://localhost' });

@Module({ imports: [ConfigModule.forRoot(config), EngineModule.forRoot('none'), ApiModule] })
class DocumentRoot {}

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Name the file to write.');
const app = await NestFactory.create(DocumentRoot, new FastifyAdapter(), { preview: true, logger: false });
await writeFile(file, `${JSON.stringify(openApiDocument(app), null, 2)}\n`);
