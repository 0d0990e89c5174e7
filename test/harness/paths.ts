import { join, resolve } from 'node:path';

/** The root of the project. */
export const PROJECT_ROOT = resolve(__dirname, '../..');

/** The extension under test: the folder that holds its package.json. */
export const EXTENSION_ROOT = PROJECT_ROOT;

/** Build products of the tests, the packaged extension and screenshots; never committed. */
export const OUT = join(PROJECT_ROOT, 'out');

/** Everything that is installed once and kept between runs: editors, browser, font. */
export const INSTALLED = join(PROJECT_ROOT, '.vscode-test');

/** A small workspace for tests, copied before it is opened. */
export const WORKSPACE_FIXTURE = join(PROJECT_ROOT, 'test/fixtures/workspace');

/** The sample speech that `npm start` opens, copied before it is opened. */
export const SAMPLE_FIXTURE = join(PROJECT_ROOT, 'test/fixtures/sample');
