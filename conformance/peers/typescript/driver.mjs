// The client of the TypeScript SDK v2 as a driver for the suite (see ../../../docs/conformance-drivers.md).
import { Client, ProtocolError, StreamableHTTPClientTransport, UnauthorizedError } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { createInterface } from 'node:readline';

const ABILITIES = [
  'http', 'stdio', 'tools', 'resources', 'templates', 'prompts', 'completion', 'discover', 'listen',
  'elicitation', 'url', 'sampling', 'sampling-tools', 'roots', 'cancel', 'timeout', 'progress', 'cache', 'output-schema',
  'authorization', 'pre-registered', 'client-document', 'registration'
];
const say = line => process.stdout.write(`${JSON.stringify(line)}\n`);
const clients = new Map();
const aborts = new Map();

function capabilities(handlers) {
  const declared = {};
  if (handlers.elicitation || handlers.url) {
    const form = { applyDefaults: true };
    declared.elicitation = { ...(handlers.elicitation && { form }), ...(handlers.url && { url: {} }) };
  }
  if (handlers.sampling) declared.sampling = {};
  if (handlers['sampling-tools']) declared.sampling = { tools: {} };
  if (handlers.roots) declared.roots = {};
  return declared;
}

function answer(as, client, handlers) {
  const on = (method, kind, reply) =>
    client.setRequestHandler(method, ({ params }) => {
      say({ event: 'asked', as, kind: kind(params), params: params ?? {} });
      return reply(params);
    });
  if (handlers.elicitation || handlers.url) {
    const kind = params => (params.mode === 'url' ? 'url' : 'elicitation');
    on('elicitation/create', kind, params => handlers[kind(params)]);
  }
  const sampled = handlers['sampling-tools'] ?? handlers.sampling;
  if (sampled) on('sampling/createMessage', () => 'sampling', () => sampled);
  if (handlers.roots) on('roots/list', () => 'roots', () => ({ roots: handlers.roots }));
}

const REDIRECT_URI = 'http://localhost:3000/callback';

// Signs in without a user: it sends the authorization URL, and keeps where it is redirected to.
class SignIn {
  constructor({ client, document }) {
    this.given = client;
    this.clientMetadataUrl = document;
    this.clients = new Map();
  }
  get redirectUrl() { return REDIRECT_URI; }
  get clientMetadata() {
    return {
      client_name: 'typescript-driver', redirect_uris: [REDIRECT_URI], application_type: 'native',
      grant_types: ['authorization_code', 'refresh_token'], response_types: ['code'], token_endpoint_auth_method: 'none'
    };
  }
  state() { return (this.sent = crypto.randomUUID()); }
  clientInformation(ctx) { return this.given ?? this.clients.get(ctx?.issuer ?? ''); }
  saveClientInformation(information, ctx) { this.clients.set(ctx?.issuer ?? '', information); }
  tokens() { return this.kept; }
  saveTokens(tokens) { this.kept = tokens; }
  saveCodeVerifier(verifier) { this.verifier = verifier; }
  codeVerifier() { return this.verifier; }
  invalidateCredentials(scope) {
    if (scope === 'all' || scope === 'client') this.clients.clear();
    if (scope === 'all' || scope === 'tokens') this.kept = undefined;
    if (scope === 'all' || scope === 'discovery') this.discovered = undefined;
  }
  async redirectToAuthorization(url) {
    const { headers } = await fetch(url, { redirect: 'manual' });
    this.answer = new URL(headers.get('location')).searchParams;
  }
  async finish(transport) {
    const answer = this.answer;
    this.answer = undefined;
    if (!answer || answer.get('state') !== this.sent) throw new Error('the state is another one');
    await transport.finishAuth(answer);
  }
}

// The SDK throws when the user has been sent away; then the driver goes on with what came back.
async function signedIn(entry, work) {
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof UnauthorizedError) || !entry.signIn?.answer || tries > 1) throw error;
      await entry.signIn.finish(entry.transport);
    }
  }
}

// The SDK has one handler for each notification, whatever subscription brings it.
function tell(as, entry) {
  const on = (method, what, member) =>
    entry.client.setNotificationHandler(method, ({ params }) => {
      for (const [subscription, { subscription: { honoredFilter } }] of entry.subscriptions) {
        if (member === 'resourceSubscriptions' ? honoredFilter[member]?.includes(params.uri) : honoredFilter[member]) {
          say({ event: 'changed', as, subscription, what, ...(params?.uri && { uri: params.uri }) });
        }
      }
    });
  on('notifications/tools/list_changed', 'tools', 'toolsListChanged');
  on('notifications/prompts/list_changed', 'prompts', 'promptsListChanged');
  on('notifications/resources/list_changed', 'resources', 'resourcesListChanged');
  on('notifications/resources/updated', 'resource', 'resourceSubscriptions');
}

function prepare({ as, to, revision, handlers = {}, timeout, longest, authorization }) {
  const client = new Client(
    { name: 'typescript-driver', version: '1' },
    { capabilities: capabilities(handlers), versionNegotiation: { mode: revision ? { pin: revision } : 'auto' } }
  );
  const entry = {
    client,
    subscriptions: new Map(),
    options: { ...(timeout && { timeout }), ...(longest && { maxTotalTimeout: longest }) }
  };
  answer(as, client, handlers);
  tell(as, entry);
  clients.set(as, entry);
  const [command, ...args] = to.stdio ?? [];
  // The SDK asks the server at once, so it connects with the first command that needs the server. What to do when
  // the connection ends it leaves to its user: to connect and to listen again.
  entry.signIn = authorization && new SignIn(authorization);
  const transport = () =>
    to.http
      ? new StreamableHTTPClientTransport(new URL(to.http), { authProvider: entry.signIn })
      : new StdioClientTransport({ command, args, stderr: 'ignore' });
  const open = async () => {
    await signedIn(entry, () => client.connect((entry.transport = transport()), entry.options));
    client.onclose = () => (entry.connected = undefined);
    for (const [name, { filter }] of entry.subscriptions) await entry.listen(name, filter);
  };
  entry.listen = async (name, filter) => {
    const subscription = await client.listen(filter, entry.options);
    entry.subscriptions.set(name, { filter, subscription });
    return subscription.honoredFilter;
  };
  entry.connect = () => (entry.connected ??= open());
  return {};
}

async function close(as) {
  const entry = clients.get(as);
  clients.delete(as);
  await entry?.client.close();
  return {};
}

const LISTS = {
  tools: async (client, options) => (await client.listTools(undefined, options)).tools,
  resources: async (client, options) => (await client.listResources(undefined, options)).resources,
  templates: async (client, options) => (await client.listResourceTemplates(undefined, options)).resourceTemplates,
  prompts: async (client, options) => (await client.listPrompts(undefined, options)).prompts
};

async function act(command, signal) {
  if (command.do === 'hello') {
    return { driver: 1, name: '@modelcontextprotocol/client', version: '2.4.0', abilities: ABILITIES };
  }
  if (command.do === 'reset') {
    await Promise.allSettled([...clients.keys()].map(close));
    return {};
  }
  if (command.do === 'connect') return prepare(command);
  if (command.do === 'close') return close(command.as);
  if (command.do === 'cancel') {
    aborts.get(command.command)?.abort();
    return {};
  }
  const entry = clients.get(command.as);
  if (!entry) throw new Error('there is no such client');
  const options = { ...entry.options, signal };
  await entry.connect();
  return signedIn(entry, () => perform(command, entry, options));
}

async function perform(command, entry, options) {
  const { client, subscriptions } = entry;
  switch (command.do) {
    case 'discover':
      return client.discover(options);
    case 'list':
      return LISTS[command.of](client, options);
    case 'call': {
      const onprogress = params => say({ event: 'progress', as: command.as, params });
      const params = { name: command.tool, arguments: command.arguments ?? {} };
      // Only of tools it has listed does the SDK know the schemas.
      await client.listTools(undefined, entry.options);
      return client.callTool(params, command.progress ? { ...options, onprogress, resetTimeoutOnProgress: true } : options);
    }
    case 'read':
      return client.readResource({ uri: command.uri }, options);
    case 'prompt':
      return client.getPrompt({ name: command.name, arguments: command.arguments }, options);
    case 'complete':
      return client.complete(
        { ref: { type: 'ref/prompt', name: command.prompt }, argument: { name: command.argument, value: command.value } },
        options
      );
    case 'listen':
      return entry.listen(command.subscription, command.filter);
    case 'unlisten':
      await subscriptions.get(command.subscription)?.subscription.close();
      subscriptions.delete(command.subscription);
      return {};
    default:
      throw new Error(`unknown command ${command.do}`);
  }
}

async function obey(command) {
  const abort = new AbortController();
  aborts.set(command.id, abort);
  try {
    say({ id: command.id, ok: await act(command, abort.signal) });
  } catch (error) {
    const code = error instanceof ProtocolError ? { code: error.code } : {};
    say({ id: command.id, failed: { message: String(error?.message ?? error), ...code } });
  } finally {
    aborts.delete(command.id);
  }
}

createInterface({ input: process.stdin })
  .on('line', line => void obey(JSON.parse(line)))
  .on('close', () => process.exit(0));
