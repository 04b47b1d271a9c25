import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { runCommands } from '../run-commands';
import {
  CheckCommand,
  CoverageCommand,
  DiffCommand,
  DrawCommand,
  SchemaCommand,
  WalkCommand,
} from './authoring.commands';

/** `npm run playbooks -- …`: for whoever writes playbooks. Works on files alone, without a database. */
@Module({ providers: [CheckCommand, WalkCommand, DiffCommand, DrawCommand, CoverageCommand, SchemaCommand] })
class AuthoringModule {}

await runCommands(AuthoringModule, 'playbooks');
