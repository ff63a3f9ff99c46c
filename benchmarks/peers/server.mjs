// usage: node server.mjs PORT | --stdio
// The same tools as those of benchmarks/serve, offered by the TypeScript SDK v2.
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import path from 'node:path';

// The packages are installed beside the build, not beside this file.
const home = path.join(import.meta.dirname, '..', 'target', 'peers', 'package.json');
const require = createRequire(home);
const load = name => import(pathToFileURL(require.resolve(name)));
const { McpServer, createMcpHandler } = await load('@modelcontextprotocol/server');
const { serveStdio } = await load('@modelcontextprotocol/server/stdio');
const { toNodeHandler } = await load('@modelcontextprotocol/node');
const z = await load('zod');

const input = z.object({ text: z.string().describe('what to say') });

function build(tools) {
  const server = new McpServer({ name: 'echo', version: '1.0.0' });
  for (let i = 0; i < tools; i++) {
    const name = i === 0 ? 'echo' : `echo${i}`;
    server.registerTool(name, { description: 'Says what it is told', inputSchema: input }, async ({ text }) => ({
      content: [{ type: 'text', text }]
    }));
  }
  return server;
}

if (process.argv[2] === '--stdio') {
  serveStdio(() => build(1));
} else {
  const at = {
    '/mcp': toNodeHandler(createMcpHandler(() => build(1))),
    '/mcp100': toNodeHandler(createMcpHandler(() => build(100)))
  };
  createServer((request, response) => at[request.url](request, response)).listen(
    Number(process.argv[2]),
    '127.0.0.1',
    () => console.error('serving')
  );
}
