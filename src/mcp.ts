import type { Readable, Writable } from 'node:stream';
import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { type AssistantHost, assistantTools, longestDocument, ToolFault } from './core';

/** Longest message in bytes: a document of the greatest length, each of its characters written as an escape of JSON. */
const longestMessage = 6 * longestDocument + 100_000;

/** What the server is given by who starts it. */
export interface Start {
  readonly input: Readable;
  readonly output: Writable;
  readonly version: string;
  readonly host: AssistantHost;
}

const instructions =
  '推敲在本机审校中文讲话稿，不联网，不改文件。回答里的依据、日期和改法出自词库；没有列出的，不要当作推敲的结论。';

/**
 * Serves an assistant by the Model Context Protocol. Texts stay on the machine: what is answered goes to the client alone. Resolves
 * when the client has closed the connection.
 */
export function serve({ input, output, version, host }: Start): Promise<void> {
  const transport = new StdioServerTransport(input, output, { maxBufferSize: longestMessage });
  const server = () => {
    const made = new McpServer({ name: 'tuiqiao', title: '推敲', version }, { instructions });
    for (const tool of assistantTools) {
      const { name, title, description, schema } = tool;
      // Inputs are checked by the tools, for all hosts alike, and what is wrong with them is said in Chinese.
      const jsonSchema = { input: () => ({ ...schema }), output: () => ({}) };
      const inputSchema = {
        '~standard': { version: 1, vendor: 'tuiqiao', validate: (value: unknown) => ({ value }), jsonSchema },
      } as const;
      const annotations = { title, readOnlyHint: true, idempotentHint: true, openWorldHint: false };
      made.registerTool(name, { title, description, inputSchema, annotations }, (asked) =>
        answerOf(tool.answer(asked, host)),
      );
    }
    return made;
  };
  return new Promise((resolve) => {
    serveStdio(server, { transport });
    input.once('end', resolve);
    input.once('close', resolve);
    output.once('error', resolve);
  });
}

async function answerOf(asked: Promise<object>) {
  try {
    return { content: [{ type: 'text' as const, text: JSON.stringify(await asked) }] };
  } catch (error) {
    if (!(error instanceof ToolFault)) throw error;
    return { content: [{ type: 'text' as const, text: error.message }], isError: true };
  }
}
