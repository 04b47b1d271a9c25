import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import jest from 'eslint-plugin-jest';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const typed = ['apps/**/*.{ts,tsx}', 'libs/**/*.ts', 'test/**/*.ts', 'playwright.config.ts'];
const specs = ['**/*.spec.ts'];

export default defineConfig(
  globalIgnores([
    '**/node_modules',
    'dist',
    '.data',
    '.cache',
    'coverage',
    'test-results',
    'playwright-report',
    'apps/web/src/lib/api-types.ts',
    'apps/web/lib/api-types.ts',
  ]),
  eslint.configs.recommended,
  { files: ['**/*.{js,mjs,cjs}'], languageOptions: { globals: globals.node } },
  {
    files: typed,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A handler may be async because its interface is, and awaiting nothing today is no fault.
      '@typescript-eslint/require-await': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.name='forwardRef']",
          message: 'Two rooms that need each other are one idea in the wrong place.',
        },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    // Time is an argument (libs/config/clock.ts reads the clock), and only libs/config reads the environment.
    files: ['libs/**/*.ts'],
    ignores: ['libs/config/**', '**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.name='forwardRef']",
          message: 'Two rooms that need each other are one idea in the wrong place.',
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Take the time as an argument, or from the Clock of @zenmeban/config.',
        },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Take the time as an argument, or from the Clock of @zenmeban/config.',
        },
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'Only libs/config reads the environment.',
        },
      ],
    },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    languageOptions: { globals: globals.browser },
  },
  {
    files: specs,
    ignores: ['test/browser/**'],
    extends: [jest.configs['flat/recommended']],
    settings: { jest: { version: 30 } },
    rules: {
      // Matchers such as expect.any() and parsed bodies are `any` by their types.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      'jest/valid-expect': 'error',
      'jest/expect-expect': [
        'error',
        { assertFunctionNames: ['expect', 'expect*', 'fc.assert', 'assert*', '**.expect*'] },
      ],
      'jest/no-conditional-expect': 'off',
      'jest/no-standalone-expect': 'off',
      'jest/valid-title': ['error', { ignoreTypeOfDescribeName: true }],
    },
  },
  { files: ['test/**/*.ts', '**/*.spec.ts'], rules: { '@typescript-eslint/unbound-method': 'off' } },
  prettier,
);
