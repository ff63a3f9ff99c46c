// Waits until the fixture server answers, then sends it one warm-up call, so that the suite's short
// time windows measure the protocol and not the loading of classes.
//
// usage: node ready.mjs URL PID SECONDS
// Exit code 1: the process PID ended, nothing answered within SECONDS, or the call failed.
const [url, pid, seconds] = process.argv.slice(2);
const revision = '2026-07-28';
const deadline = Date.now() + Number(seconds) * 1000;

function fail(message) {
  console.error(`official.sh: ${message}`);
  process.exit(1);
}

function isAlive() {
  try {
    return process.kill(Number(pid), 0);
  } catch {
    return false;
  }
}

function post(method, params, headers) {
  const _meta = {
    'io.modelcontextprotocol/protocolVersion': revision,
    'io.modelcontextprotocol/clientInfo': { name: 'official.sh', version: '1' },
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': revision,
      'mcp-method': method,
      ...headers,
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: { ...params, _meta } }),
    signal: AbortSignal.timeout(Math.max(1, Math.min(10_000, deadline - Date.now()))),
  });
}

let lastError;
let answered = false;
while (!answered) {
  if (!isAlive()) fail('the fixture server ended before it answered');
  if (Date.now() > deadline) fail(`nothing answered at ${url} within ${seconds} s (${lastError})`);
  try {
    await (await post('server/discover', {}, {})).text();
    answered = true;
  } catch (error) {
    lastError = error.cause?.message ?? error.message;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
const tool = 'test_simple_text';
const response = await post('tools/call', { name: tool, arguments: {} }, { 'mcp-name': tool }).catch((error) =>
  fail(`the warm-up call of ${tool} failed: ${error.cause?.message ?? error.message}`),
);
const body = await response.text();
if (response.status !== 200) {
  fail(`the warm-up call of ${tool}: expected status 200, got ${response.status}: ${body.slice(0, 500)}`);
}
