import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { htmlDocument } from '../../src/core/views/report/html';
import { launchBrowser } from '../harness/browser';
import { reported, speech } from '../unit/views/report/reviewed';

describe('the report in HTML in a browser', function () {
  this.timeout(120_000);
  let browser: Browser;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tuiqiao-report-'));
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('asks for nothing, runs nothing, and takes its own style', async () => {
    const address = pathToFileURL(join(folder, 'report.html')).href;
    const nasty =
      '<script>document.title = 1</script><img src="https://example.org/a.png" onerror="document.title = 2">';
    await writeFile(join(folder, 'report.html'), htmlDocument(reported(`${speech}××${nasty}\n`, {}, `${nasty}.txt`)));
    const page = await browser.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(address, { waitUntil: 'networkidle' });
    assert.deepEqual(requests, [address]);
    assert.deepEqual(complaints, []);
    assert.equal(await page.title(), '审校报告：在全市仓储工作会议上的讲话');
    assert.equal(await page.evaluate(`getComputedStyle(document.querySelector('h1')).fontWeight`), '600');
    assert.ok(((await page.locator('svg.map[role="img"]').boundingBox())?.height ?? 0) > 100);
    assert.ok((await page.pdf({ format: 'A4' })).length > 10_000);
  });
});
