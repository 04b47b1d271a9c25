import { setUp } from './setup/index.mjs';
import { SetupProblem } from './setup/project.mjs';

try {
  await setUp();
} catch (error) {
  console.error(error instanceof SetupProblem ? error.message : error);
  process.exitCode = 1;
}
