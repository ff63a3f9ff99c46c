// The fixture contract of the suite (see ../../README.md), offered by the TypeScript SDK v2.
import {
  McpServer,
  ResourceTemplate,
  acceptedContent,
  completable,
  createRequestStateCodec,
  fromJsonSchema,
  inputRequired,
  inputResponse,
  isSpecType
} from '@modelcontextprotocol/server';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const WAV = 'UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=';
const LEVELS = ['debug', 'info', 'notice', 'warning', 'error', 'critical', 'alert', 'emergency'];
const EVERY_KEYWORD = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  $defs: {
    address: { $anchor: 'addressDef', type: 'object', properties: { street: { type: 'string' }, city: { type: 'string' } } }
  },
  properties: {
    name: { type: 'string' },
    address: { $ref: '#/$defs/address' },
    contactMethod: { type: 'string', enum: ['phone', 'email'] },
    phone: { type: 'string' },
    email: { type: 'string' }
  },
  allOf: [{ anyOf: [{ required: ['phone'] }, { required: ['email'] }] }],
  if: { properties: { contactMethod: { const: 'phone' } }, required: ['contactMethod'] },
  then: { required: ['phone'] },
  else: { required: ['email'] },
  additionalProperties: false
};

const text = value => ({ content: [{ type: 'text', text: value }] });
const image = { type: 'image', data: PNG, mimeType: 'image/png' };
const embedded = uri => ({ type: 'resource', resource: { uri, mimeType: 'text/plain', text: 'Embedded.' } });
const readOnly = { annotations: { readOnlyHint: true } };

// Bound to the method, as the documentation of the codec shows it.
const state = createRequestStateCodec({ key: randomBytes(32), ttlSeconds: 600, bind: ctx => ctx.mcpReq.method });
const waits = { running: 0, cancelled: 0 };

/**
 * Makes a server with everything registered.
 * `changed` says what changed: tools, prompts, resources, or resource with a URI.
 */
export function buildServer(changed) {
  const server = new McpServer(
    { name: 'typescript-sdk-v2', version: '2.4.0' },
    {
      capabilities: {
        tools: { listChanged: true },
        prompts: { listChanged: true },
        resources: { listChanged: true, subscribe: true },
        logging: {},
        completions: {}
      },
      requestState: { verify: state.verify }
    }
  );
  contents(server);
  schemas(server);
  running(server);
  changes(server, changed);
  questions(server);
  resources(server);
  prompts(server);
  return server;
}

function contents(server) {
  const uri = 'test://embedded';
  server.registerTool('test_simple_text', { description: 'Returns text', ...readOnly }, () => text('Simple text.'));
  server.registerTool('test_image_content', { description: 'Returns a picture' }, () => ({ content: [image] }));
  server.registerTool('test_audio_content', { description: 'Returns sound' }, () => ({
    content: [{ type: 'audio', data: WAV, mimeType: 'audio/wav' }]
  }));
  server.registerTool('test_embedded_resource', { description: 'Returns a resource' }, () => ({
    content: [embedded(uri)]
  }));
  server.registerTool('test_multiple_content_types', { description: 'Returns several kinds' }, () => ({
    content: [{ type: 'text', text: 'Several kinds.' }, image, embedded(uri)]
  }));
  server.registerTool('test_error_handling', { description: 'Fails' }, () => ({
    ...text('This tool always fails.'),
    isError: true
  }));
}

function schemas(server) {
  const passing = (name, inputSchema, more = {}) =>
    server.registerTool(name, { description: `Accepts what its schema accepts`, inputSchema: fromJsonSchema(inputSchema), ...more }, input =>
      text(`accepted ${JSON.stringify(input)}`)
    );
  passing('json_schema_2020_12_tool', EVERY_KEYWORD);
  passing('test_x_mcp_header', {
    type: 'object',
    properties: { region: { type: 'string', 'x-mcp-header': 'Region' }, level: { type: 'integer' } }
  });
  passing(
    'conformance_mirror',
    {
      type: 'object',
      properties: {
        count: { type: 'integer', 'x-mcp-header': 'Count' },
        flag: { type: 'boolean', 'x-mcp-header': 'Flag' },
        label: { type: 'string', 'x-mcp-header': 'Label' }
      }
    },
    readOnly
  );
  passing(
    'conformance_strict',
    {
      type: 'object',
      properties: {
        number: { type: 'integer', minimum: 0, maximum: 10 },
        word: { type: 'string', minLength: 1, maxLength: 5 },
        choice: { enum: ['red', 'green', 'blue'] }
      },
      required: ['number'],
      additionalProperties: false
    },
    readOnly
  );
  server.registerTool(
    'conformance_echo',
    {
      description: 'Returns its argument as structured content',
      inputSchema: fromJsonSchema({ type: 'object', properties: { value: {} } }),
      outputSchema: fromJsonSchema({ type: 'object', properties: { value: {} }, required: ['value'] }),
      ...readOnly
    },
    ({ value }) => {
      const structuredContent = { value: value === undefined ? null : value };
      return { ...text(JSON.stringify(structuredContent)), structuredContent };
    }
  );
}

async function progress(ctx, value) {
  const progressToken = ctx.mcpReq._meta?.progressToken;
  if (progressToken !== undefined) {
    await ctx.mcpReq.notify({ method: 'notifications/progress', params: { progressToken, progress: value } });
  }
}

function running(server) {
  server.registerTool('test_tool_with_progress', { description: 'Reports progress' }, async ctx => {
    for (const value of [0, 50, 100]) {
      await progress(ctx, value);
    }
    return text('done');
  });
  server.registerTool('test_logging_tool', { description: 'Logs' }, async ctx => {
    await ctx.mcpReq.log('info', 'The tool was called');
    return text('logged');
  });
  server.registerTool('conformance_log', { description: 'Logs at each level' }, async ctx => {
    for (const level of LEVELS) {
      await ctx.mcpReq.log(level, `a message of the level ${level}`);
    }
    return text('logged');
  });
  server.registerTool(
    'conformance_wait',
    {
      description: 'Makes progress until it is cancelled or the time is over',
      inputSchema: fromJsonSchema({ type: 'object', properties: { millis: { type: 'integer', minimum: 0, maximum: 60000 } } })
    },
    async ({ millis = 5000 }, ctx) => {
      waits.running += 1;
      try {
        const end = Date.now() + millis;
        for (let value = 1; Date.now() < end; value += 1) {
          await sleep(Math.min(50, Math.max(1, end - Date.now())), undefined, { signal: ctx.mcpReq.signal });
          await progress(ctx, value);
        }
        return text('waited');
      } finally {
        waits.running -= 1;
        waits.cancelled += ctx.mcpReq.signal.aborted ? 1 : 0;
      }
    }
  );
  server.registerTool(
    'conformance_waits',
    {
      description: 'Tells how many waits run, and how many were cancelled',
      outputSchema: z.object({ running: z.number(), cancelled: z.number() }),
      ...readOnly
    },
    () => ({ ...text(JSON.stringify(waits)), structuredContent: { ...waits } })
  );
}

function changes(server, changed) {
  const trigger = (name, kind, uri) =>
    server.registerTool(name, { description: `Says that ${kind} changed` }, async () => {
      await changed(server, kind, uri);
      return text('changed');
    });
  trigger('test_trigger_tool_change', 'tools');
  trigger('test_trigger_prompt_change', 'prompts');
  trigger('conformance_change_resources', 'resources');
  trigger('conformance_touch_resource', 'resource', 'test://watched-resource');
}

const Name = z.object({ name: z.string() });
const Color = z.object({ color: z.string() });
const Confirmation = z.object({ ok: z.boolean() });
const form = (message, requestedSchema) => inputRequired.elicit({ message, requestedSchema });
const sampling = value =>
  inputRequired.createMessage({ messages: [{ role: 'user', content: { type: 'text', text: value } }], maxTokens: 100 });
const said = view => JSON.stringify(view.kind === 'sampling' ? view.result.content : view.roots);

function questions(server) {
  const asking = (name, description, handler) => server.registerTool(name, { description }, handler);
  const answer = (ctx, key) => inputResponse(ctx.mcpReq.inputResponses, key);
  const sampled = (ctx, key) => isSpecType.CreateMessageResult(ctx.mcpReq.inputResponses?.[key]);
  const refused = (ctx, key) => ['decline', 'cancel'].includes(answer(ctx, key).action);

  asking('test_input_required_result_elicitation', 'Asks for a name', ctx => {
    const name = acceptedContent(ctx.mcpReq.inputResponses, 'user_name', Name);
    if (name) return text(`Hello, ${name.name}!`);
    if (refused(ctx, 'user_name')) return { ...text('No name was given.'), isError: true };
    return inputRequired({ inputRequests: { user_name: form('What is your name?', Name) } });
  });
  for (const name of ['test_input_required_result_sampling', 'test_missing_capability']) {
    asking(name, 'Asks the model of the client', ctx => {
      const view = answer(ctx, 'capital_question');
      if (sampled(ctx, 'capital_question')) return text(said(view));
      return inputRequired({ inputRequests: { capital_question: sampling('What is the capital of France?') } });
    });
  }
  asking('test_input_required_result_list_roots', 'Asks for the roots', ctx => {
    const view = answer(ctx, 'client_roots');
    if (view.kind === 'roots') return text(said(view));
    return inputRequired({ inputRequests: { client_roots: inputRequired.listRoots() } });
  });
  asking('test_input_required_result_multiple_inputs', 'Asks three questions at once', ctx => {
    const keys = ['user_name', 'greeting', 'client_roots'];
    if (keys.every(key => answer(ctx, key).kind !== 'missing')) return text('Thank you.');
    return inputRequired({
      inputRequests: {
        user_name: form('What is your name?', Name),
        greeting: sampling('Write a greeting.'),
        client_roots: inputRequired.listRoots()
      }
    });
  });
  asking('test_input_required_result_multi_round', 'Asks in two rounds', async ctx => {
    const known = ctx.mcpReq.requestState();
    if (!known) {
      const name = acceptedContent(ctx.mcpReq.inputResponses, 'step1', Name);
      if (!name) return inputRequired({ inputRequests: { step1: form('Step 1: What is your name?', Name) } });
      return inputRequired({
        inputRequests: { step2: form('Step 2: Which color do you like?', Color) },
        requestState: await state.mint({ name: name.name }, ctx)
      });
    }
    const color = acceptedContent(ctx.mcpReq.inputResponses, 'step2', Color);
    if (color) return text(`${known.name} likes ${color.color}`);
    if (refused(ctx, 'step2')) return { ...text('No color was given.'), isError: true };
    return inputRequired({
      inputRequests: { step2: form('Step 2: Which color do you like?', Color) },
      requestState: await state.mint(known, ctx)
    });
  });
  for (const name of ['test_input_required_result_request_state', 'test_input_required_result_tampered_state']) {
    asking(name, 'Asks for a confirmation and hands out state', async ctx => {
      const confirmed = acceptedContent(ctx.mcpReq.inputResponses, 'confirm', Confirmation);
      if (ctx.mcpReq.requestState()?.tool === name && confirmed) return text(`state-ok: ${confirmed.ok}`);
      if (refused(ctx, 'confirm')) return { ...text('Not confirmed.'), isError: true };
      return inputRequired({
        inputRequests: { confirm: form('Please confirm.', Confirmation) },
        requestState: await state.mint({ tool: name }, ctx)
      });
    });
  }
  asking('conformance_url_elicitation', 'Asks the user to open a URL', ctx => {
    if (answer(ctx, 'consent').kind === 'elicit') return text(`answered ${answer(ctx, 'consent').action}`);
    return inputRequired({
      inputRequests: { consent: inputRequired.elicitUrl({ message: 'Please agree.', url: 'https://example.com/agree?n=1' }) }
    });
  });
}

function resources(server) {
  const fixed = (name, uri, content, mimeType) =>
    server.registerResource(name, uri, { description: 'Never changes', mimeType }, () => ({
      contents: [{ uri, mimeType, ...content }]
    }));
  fixed('Static text', 'test://static-text', { text: 'This is the content.' }, 'text/plain');
  fixed('Static picture', 'test://static-binary', { blob: PNG }, 'image/png');
  fixed('Watched text', 'test://watched-resource', { text: 'Watch me.' }, 'text/plain');
  server.registerResource(
    'Data by id',
    new ResourceTemplate('test://template/{id}/data', { list: undefined }),
    { description: 'Data of any id', mimeType: 'application/json' },
    (uri, { id }) => ({
      contents: [{ uri: uri.href, mimeType: 'application/json', text: JSON.stringify({ id, templateTest: true }) }]
    })
  );
}

function prompts(server) {
  const says = content => ({ messages: [{ role: 'user', content }] });
  const said = value => says({ type: 'text', text: value });
  server.registerPrompt('test_simple_prompt', { description: 'Has no arguments' }, () => said('A simple prompt.'));
  server.registerPrompt(
    'test_prompt_with_arguments',
    {
      description: 'Has two arguments',
      argsSchema: z.object({
        arg1: completable(z.string(), value => ['test', 'testing', 'paris', 'party'].filter(word => word.startsWith(value))),
        arg2: z.string()
      })
    },
    ({ arg1, arg2 }) => said(`arg1='${arg1}', arg2='${arg2}'`)
  );
  server.registerPrompt(
    'test_prompt_with_embedded_resource',
    { description: 'Embeds a resource', argsSchema: z.object({ resourceUri: z.string() }) },
    ({ resourceUri }) => says(embedded(resourceUri))
  );
  server.registerPrompt('test_prompt_with_image', { description: 'Shows a picture' }, () => says(image));
}
