// usage: node client.mjs URL | COMMAND ARGS...
// The client of the TypeScript SDK v2, with a server that offers the fixture contract.
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE = 20_000;
const WATCHED = 'test://watched-resource';
const [first, ...rest] = process.argv.slice(2);
const transport = first.startsWith('http')
  ? new StreamableHTTPClientTransport(new URL(first))
  : new StdioClientTransport({ command: first, args: rest, stderr: 'ignore' });
const client = new Client(
  { name: 'typescript-interop', version: '1' },
  { capabilities: { elicitation: { form: {} } }, versionNegotiation: { mode: 'auto' } }
);
client.setRequestHandler('elicitation/create', () => ({ action: 'accept', content: { name: 'Ada', username: 'Ada' } }));

let failed = false;
async function step(name, run) {
  try {
    await run();
    console.log(`ok      ${name}`);
  } catch (error) {
    failed = true;
    console.log(`FAILED  ${name}: ${error?.message ?? error}`);
  }
}

const call = (name, args = {}, options) => client.callTool({ name, arguments: args }, options);

// Waits for a notification that an action brings about.
async function heard(method, filter, action) {
  let tell;
  const arrival = new Promise(resolve => (tell = resolve));
  client.setNotificationHandler(method, tell);
  const subscription = await client.listen(filter);
  await action();
  const outcome = await Promise.race([arrival.then(() => true), sleep(PATIENCE, false, { ref: false })]);
  await subscription.close();
  assert.ok(outcome, 'nothing heard');
}

await client.connect(transport);
await step('list', async () => {
  const { tools } = await client.listTools();
  assert.ok(tools.some(tool => tool.name === 'test_simple_text'));
  assert.ok((await client.listResources()).resources.length >= 3);
  assert.ok((await client.listPrompts()).prompts.length >= 4);
});
console.log(`        at revision ${client.getNegotiatedProtocolVersion()}`);
await step('call', async () => assert.equal((await call('test_multiple_content_types')).content.length, 3));
await step('structured output', async () => {
  const value = { text: 'Grüße 🌍', n: 1.5, list: [1, null, true] };
  assert.deepEqual((await call('conformance_echo', { value })).structuredContent, { value });
});
await step('progress', async () => {
  const seen = [];
  // Over stdio, progress that arrives together with the response is lost in the client.
  await call('conformance_wait', { millis: 400 }, { onprogress: progress => seen.push(progress.progress) });
  assert.ok(seen.length >= 2, `${seen}`);
});
await step('elicitation', async () => {
  const result = await call('test_input_required_result_elicitation');
  assert.match(result.content[0].text, /Ada/);
});
await step('read', async () => {
  assert.ok((await client.readResource({ uri: 'test://static-text' })).contents[0].text);
  assert.ok((await client.readResource({ uri: 'test://template/7/data' })).contents.length);
});
await step('prompt', async () => {
  const prompt = await client.getPrompt({ name: 'test_prompt_with_arguments', arguments: { arg1: 'one', arg2: 'two' } });
  assert.match(JSON.stringify(prompt.messages), /one/);
});
await step('completion', async () => {
  const { completion } = await client.complete({
    ref: { type: 'ref/prompt', name: 'test_prompt_with_arguments' },
    argument: { name: 'arg1', value: 'par' }
  });
  assert.deepEqual(completion.values, ['paris', 'party']);
});
await step('headers of parameters', async () => {
  await client.listTools();
  assert.ok(!(await call('test_x_mcp_header', { region: 'Zürich' })).isError);
});
await step('errors', async () => {
  assert.ok((await call('test_error_handling')).isError);
  await assert.rejects(() => call('there_is_no_such_tool'));
});
await step('change of a list', () =>
  heard('notifications/tools/list_changed', { toolsListChanged: true }, () => call('test_trigger_tool_change'))
);
await step('change of a resource', () =>
  heard('notifications/resources/updated', { resourceSubscriptions: [WATCHED] }, () => call('conformance_touch_resource'))
);
await step('cancellation', async () => {
  const stop = new AbortController();
  const waiting = call('conformance_wait', { millis: 15_000 }, { signal: stop.signal, onprogress: () => stop.abort() });
  await assert.rejects(waiting);
  const end = Date.now() + PATIENCE;
  let waits;
  do {
    await sleep(50);
    waits = (await call('conformance_waits')).structuredContent;
  } while (waits.running > 0 && Date.now() < end);
  assert.equal(waits.running, 0);
  assert.ok(waits.cancelled > 0);
});
await client.close();
process.exit(failed ? 1 : 0);
