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

/** Shown when the words are wrong. */
const usage = `Usage: npm run playbooks -- check [folder]
       npm run playbooks -- walk <file> [-l zh]
       npm run playbooks -- diff <file> [<other file> | --since <revision>] [-l zh]
       npm run playbooks -- draw <file> [-o <file.svg>] [-l zh]
       npm run playbooks -- coverage [folder]
       npm run playbooks -- schema [folder]`;

await runCommands(AuthoringModule, 'playbooks', usage);
