import { builtinModules } from 'node:module';
import eslint from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'out/', '.vscode-test/', 'node_modules/'] },
  eslint.configs.recommended,
  ...tseslint.configs.recommended,
  regexp.configs['flat/recommended'],
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-control-regex': 'off',
      'no-irregular-whitespace': ['error', { skipStrings: true, skipRegExps: true, skipTemplates: true }],
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
      'regexp/no-obscure-range': 'off',
      'regexp/use-ignore-case': 'off',
    },
  },
  {
    // A call takes only so many arguments, and a text may have more pieces than that.
    files: ['src/core/**', 'src/word/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.property.name=/^(?:push|unshift|concat|splice)$/] > SpreadElement',
          message: 'Add the pieces in a loop: a call takes only so many arguments.',
        },
        {
          selector: 'CallExpression[callee.object.name="Math"] > SpreadElement',
          message: 'Reduce them: a call takes only so many arguments.',
        },
        {
          selector: 'CallExpression[callee.property.name=/^from(?:CharCode|CodePoint)$/] > SpreadElement',
          message: 'Use stringOf: a call takes only so many arguments.',
        },
        {
          selector: 'CallExpression[callee.object.property.name=/^from(?:CharCode|CodePoint)$/]',
          message: 'Use stringOf: a call takes only so many arguments.',
        },
        {
          selector: 'CallExpression[callee.property.name="lastIndexOf"][arguments.length=2]',
          message: 'Look back so far and no further (slice): all of a long line would be walked at each of its places.',
        },
      ],
    },
  },
  { files: ['src/core/text/units.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    // The files run in one VS Code: a hook outside their describes would run after every test of every file.
    files: ['test/integration/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'Program > ExpressionStatement > CallExpression[callee.name=/^(?:before|after)(?:Each)?$/]',
          message: 'Put the hook into the describes that need it.',
        },
      ],
    },
  },
  {
    // The core runs in the editor, in the browser, on the command line and in tests: it knows none of them. Who may import whom
    // besides is held by test/unit/architecture.test.ts.
    files: ['src/core/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: ['vscode', 'node:*'], paths: builtinModules }],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'require', 'console', 'window', 'document', 'fetch'],
    },
  },
  { files: ['test/**', 'esbuild.mjs', 'src/cli/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
);
