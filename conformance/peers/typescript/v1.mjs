// usage: node v1.mjs [--stdio]
// The fixture contract, as far as sessions have it, offered by the TypeScript SDK v1 (2025-11-25).
import { McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js';
import { completable } from '@modelcontextprotocol/sdk/server/completable.js';
import { createMcpExpressApp } from '@modelcontextprotocol/sdk/server/express.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { isInitializeRequest, SubscribeRequestSchema, UnsubscribeRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const WAV = 'UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=';
const LEVELS = ['debug', 'info', 'notice', 'warning', 'error', 'critical', 'alert', 'emergency'];
const text = value => ({ content: [{ type: 'text', text: value }] });
const image = { type: 'image', data: PNG, mimeType: 'image/png' };
const embedded = uri => ({ type: 'resource', resource: { uri, mimeType: 'text/plain', text: 'Embedded.' } });
const waits = { running: 0, cancelled: 0 };

function buildServer() {
  const server = new McpServer(
    { name: 'typescript-sdk-v1', version: '1.32.2' },
    {
      capabilities: {
        tools: { listChanged: true },
        prompts: { listChanged: true },
        resources: { listChanged: true, subscribe: true },
        logging: {},
        completions: {}
      }
    }
  );
  tools(server);
  talking(server);
  texts(server);
  return server;
}

function tools(server) {
  const reading = { annotations: { readOnlyHint: true } };
  server.registerTool('test_simple_text', { description: 'Returns text', ...reading }, () => text('Simple text.'));
  server.registerTool('test_image_content', { description: 'Returns a picture' }, () => ({ content: [image] }));
  server.registerTool('test_audio_content', { description: 'Returns sound' }, () => ({
    content: [{ type: 'audio', data: WAV, mimeType: 'audio/wav' }]
  }));
  server.registerTool('test_embedded_resource', { description: 'Returns a resource' }, () => ({
    content: [embedded('test://embedded')]
  }));
  server.registerTool('test_multiple_content_types', { description: 'Returns several kinds' }, () => ({
    content: [{ type: 'text', text: 'Several kinds.' }, image, embedded('test://embedded')]
  }));
  server.registerTool('test_error_handling', { description: 'Fails' }, () => ({ ...text('It fails.'), isError: true }));
  server.registerTool(
    'conformance_echo',
    { description: 'Returns its argument', inputSchema: { value: z.any() }, outputSchema: { value: z.any() }, ...reading },
    ({ value }) => {
      const structuredContent = { value: value === undefined ? null : value };
      return { ...text(JSON.stringify(structuredContent)), structuredContent };
    }
  );
  server.registerTool(
    'conformance_strict',
    {
      description: 'Refuses a lot',
      inputSchema: z.strictObject({
        number: z.int().min(0).max(10),
        word: z.string().min(1).max(5).optional(),
        choice: z.enum(['red', 'green', 'blue']).optional()
      }),
      ...reading
    },
    input => text(`accepted ${JSON.stringify(input)}`)
  );
}

function talking(server) {
  const progress = async (extra, value) => {
    const progressToken = extra._meta?.progressToken;
    if (progressToken !== undefined) {
      await extra.sendNotification({ method: 'notifications/progress', params: { progressToken, progress: value } });
    }
  };
  const log = (extra, level, data) => server.server.sendLoggingMessage({ level, data }, extra.sessionId);
  server.registerTool('test_tool_with_progress', { description: 'Reports progress' }, async extra => {
    for (const value of [0, 50, 100]) await progress(extra, value);
    return text('done');
  });
  server.registerTool('test_tool_with_logging', { description: 'Logs' }, async extra => {
    for (const data of ['started', 'working', 'done']) await log(extra, 'info', data);
    return text('logged');
  });
  server.registerTool('conformance_log', { description: 'Logs at each level' }, async extra => {
    for (const level of LEVELS) await log(extra, level, `a message of the level ${level}`);
    return text('logged');
  });
  server.registerTool(
    'conformance_wait',
    { description: 'Makes progress', inputSchema: { millis: z.int().min(0).max(60000).optional() } },
    async ({ millis = 5000 }, extra) => {
      waits.running += 1;
      try {
        const end = Date.now() + millis;
        for (let value = 1; Date.now() < end; value += 1) {
          await sleep(Math.min(50, Math.max(1, end - Date.now())), undefined, { signal: extra.signal });
          await progress(extra, value);
        }
        return text('waited');
      } finally {
        waits.running -= 1;
        waits.cancelled += extra.signal.aborted ? 1 : 0;
      }
    }
  );
  server.registerTool(
    'conformance_waits',
    {
      description: 'Tells how many waits run',
      outputSchema: { running: z.number(), cancelled: z.number() },
      annotations: { readOnlyHint: true }
    },
    () => ({ ...text(JSON.stringify(waits)), structuredContent: { ...waits } })
  );
  server.registerTool(
    'test_sampling',
    { description: 'Asks the model of the client', inputSchema: { prompt: z.string() } },
    async ({ prompt }, extra) => {
      const params = { messages: [{ role: 'user', content: { type: 'text', text: prompt } }], maxTokens: 100 };
      const result = await server.server.createMessage(params, { relatedRequestId: extra.requestId });
      return text(`LLM response: ${JSON.stringify(result.content)}`);
    }
  );
  server.registerTool(
    'test_elicitation',
    { description: 'Asks the user', inputSchema: { message: z.string() } },
    async ({ message }, extra) => {
      const requestedSchema = {
        type: 'object',
        properties: { username: { type: 'string' }, email: { type: 'string' } },
        required: ['username']
      };
      const answer = await server.server.elicitInput({ message, requestedSchema }, { relatedRequestId: extra.requestId });
      return text(`User response: ${JSON.stringify(answer)}`);
    }
  );
  const trigger = (name, change) =>
    server.registerTool(name, { description: 'Changes something' }, async () => {
      await change();
      return text('changed');
    });
  trigger('test_trigger_tool_change', () => server.server.sendToolListChanged());
  trigger('test_trigger_prompt_change', () => server.server.sendPromptListChanged());
  trigger('conformance_change_resources', () => server.server.sendResourceListChanged());
  const watched = new Set();
  server.server.setRequestHandler(SubscribeRequestSchema, ({ params }) => {
    watched.add(params.uri);
    return {};
  });
  server.server.setRequestHandler(UnsubscribeRequestSchema, ({ params }) => {
    watched.delete(params.uri);
    return {};
  });
  trigger('conformance_touch_resource', async () => {
    const uri = 'test://watched-resource';
    if (watched.has(uri)) await server.server.sendResourceUpdated({ uri });
  });
}

function texts(server) {
  const fixed = (name, uri, content, mimeType) =>
    server.registerResource(name, uri, { mimeType }, () => ({ contents: [{ uri, mimeType, ...content }] }));
  fixed('Static text', 'test://static-text', { text: 'This is the content.' }, 'text/plain');
  fixed('Static picture', 'test://static-binary', { blob: PNG }, 'image/png');
  fixed('Watched text', 'test://watched-resource', { text: 'Watch me.' }, 'text/plain');
  server.registerResource(
    'Data by id',
    new ResourceTemplate('test://template/{id}/data', { list: undefined }),
    { mimeType: 'application/json' },
    (uri, { id }) => ({ contents: [{ uri: uri.href, mimeType: 'application/json', text: JSON.stringify({ id }) }] })
  );
  const says = content => ({ messages: [{ role: 'user', content }] });
  server.registerPrompt('test_simple_prompt', {}, () => says({ type: 'text', text: 'A simple prompt.' }));
  server.registerPrompt(
    'test_prompt_with_arguments',
    {
      argsSchema: {
        arg1: completable(z.string(), value => ['test', 'testing', 'paris', 'party'].filter(w => w.startsWith(value))),
        arg2: z.string()
      }
    },
    ({ arg1, arg2 }) => says({ type: 'text', text: `arg1='${arg1}', arg2='${arg2}'` })
  );
  server.registerPrompt(
    'test_prompt_with_embedded_resource',
    { argsSchema: { resourceUri: z.string() } },
    ({ resourceUri }) => says(embedded(resourceUri))
  );
  server.registerPrompt('test_prompt_with_image', {}, () => says(image));
}

// One transport for each session, as the examples of the SDK do it.
function serveHttp() {
  const app = createMcpExpressApp();
  let port;
  const transports = new Map();
  app.all('/mcp', async (request, response) => {
    let transport = transports.get(request.headers['mcp-session-id']);
    if (!transport && request.method === 'POST' && isInitializeRequest(request.body)) {
      transport = new StreamableHTTPServerTransport({
        sessionIdGenerator: randomUUID,
        enableDnsRebindingProtection: true,
        allowedHosts: [`127.0.0.1:${port}`, `localhost:${port}`],
        allowedOrigins: [`http://127.0.0.1:${port}`, `http://localhost:${port}`],
        onsessioninitialized: id => void transports.set(id, transport)
      });
      transport.onclose = () => transports.delete(transport.sessionId);
      await buildServer().connect(transport);
    }
    if (!transport) {
      const known = request.headers['mcp-session-id'] === undefined;
      response.status(known ? 400 : 404).json({
        jsonrpc: '2.0',
        error: { code: -32600, message: known ? 'No session' : 'Session not found' },
        id: request.body?.id ?? null
      });
      return;
    }
    await transport.handleRequest(request, response, request.body);
  });
  const http = app.listen(0, '127.0.0.1', () => {
    port = http.address().port;
    console.log(`serving http://127.0.0.1:${port}/mcp`);
  });
}

if (process.argv.includes('--stdio')) {
  await buildServer().connect(new StdioServerTransport());
} else {
  serveHttp();
}
