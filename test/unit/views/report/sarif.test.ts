import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { version } from '../../../../package.json';
import {
  sarifBeginning,
  sarifDocument,
  sarifEnd,
  sarifNotifications,
  sarifResults,
} from '../../../../src/core/views/report/sarif';
import { rules } from '../../../../src/core/rules';
import { reviewed, speech } from './reviewed';

const schemas = join(__dirname, '../../../../node_modules/@microsoft/jest-sarif/lib/schemas');
// One of the schema's patterns is none by the stricter grammar of the unicode flag.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(join(schemas, 'sarif-2.1.0-rtm.5.json'), 'utf8')));

function faultsOf(log: unknown): unknown {
  validate(log);
  return validate.errors ?? [];
}

describe('the report in SARIF', () => {
  const review = reviewed(speech);
  const log = JSON.parse(sarifDocument('稿 件/讲话.txt', review, version)) as Log;
  const [{ results = [], tool, invocations, columnKind }] = log.runs;

  it('is valid by the schema of SARIF 2.1.0', () => {
    assert.deepEqual(faultsOf(log), []);
    assert.deepEqual(faultsOf(JSON.parse(sarifDocument('-', reviewed(''), version))), []);
    const limited = { ...review, limits: ['没有查完。'], failures: [{ rule: 'text/placeholder', error: new Error() }] };
    const failed = JSON.parse(sarifDocument('a', limited, version)) as Log;
    assert.deepEqual(faultsOf(failed), []);
    assert.equal(failed.runs[0].invocations?.[0].executionSuccessful, false);
    assert.notDeepEqual(faultsOf({ ...log, version: '2.0.0' }), []);
  });

  it('names the program, its rules with their levels, and how columns count', () => {
    const { driver } = tool;
    assert.equal(driver.semanticVersion, version);
    assert.deepEqual(
      driver.rules?.map(({ id }) => id),
      rules.map(({ id }) => id),
    );
    assert.equal(columnKind, 'utf16CodeUnits');
    assert.equal(invocations?.[0].executionSuccessful, true);
  });

  it('places every finding, in the text and among the rules', () => {
    assert.equal(results.length, review.findings.length);
    const lines = speech.split('\n');
    results.forEach((result, index) => {
      const {
        startLine = 0,
        startColumn = 0,
        endLine,
        endColumn,
        charOffset,
        charLength,
        snippet,
      } = result.locations?.[0].physicalLocation?.region ?? {};
      const { start, end } = review.findings[index];
      assert.deepEqual([charOffset, charLength], [start, end - start]);
      assert.equal(startLine, endLine);
      assert.equal(lines[startLine - 1].slice(startColumn - 1, (endColumn ?? 0) - 1), snippet?.text);
      assert.equal(tool.driver.rules?.[result.ruleIndex ?? -1].id, result.ruleId);
    });
  });

  it('carries fixes, severity and source', () => {
    const outdated = results.find(({ ruleId }) => ruleId === 'directive/outdated');
    assert.equal(outdated?.level, 'note');
    assert.equal(outdated?.properties?.severity, 'information');
    assert.equal(outdated?.properties?.source.url, 'https://example.org/1');
    const [{ artifactChanges, description }] = outdated?.fixes ?? [];
    assert.equal(description?.text, '改为“常态化清仓”');
    assert.equal(artifactChanges[0].replacements[0].insertedContent?.text, '常态化清仓');
  });

  it('writes paths as references of URIs', () => {
    const uriOf = (file: string) =>
      sarifResults(file, review)[0].locations?.[0].physicalLocation?.artifactLocation?.uri;
    assert.equal(uriOf('稿 件/讲话#1.txt'), '%E7%A8%BF%20%E4%BB%B6/%E8%AE%B2%E8%AF%9D%231.txt');
    assert.equal(uriOf('/a/b.txt'), 'file:///a/b.txt');
    assert.equal(uriOf('C:\\a\\b.txt'), 'file:///C:/a/b.txt');
    assert.equal(uriOf('..\\b.txt'), '../b.txt');
  });

  it('can be written piece by piece', () => {
    const results = sarifResults('a.txt', review).map((result) => JSON.stringify(result));
    const whole =
      sarifBeginning + [...results, ...results].join(',') + sarifEnd(version, sarifNotifications('a', review));
    assert.deepEqual(faultsOf(JSON.parse(whole)), []);
    assert.equal((JSON.parse(whole) as Log).runs[0].results?.length, review.findings.length * 2);
  });
});
