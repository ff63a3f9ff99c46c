// usage: node server.mjs [--stdio]
// Serves the fixture on a free port of the loopback interface and prints "serving URL", or on stdio.
import { createMcpHandler } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { localhostHostValidation, localhostOriginValidation, toNodeHandler } from '@modelcontextprotocol/node';
import { createServer } from 'node:http';
import { buildServer } from './fixture.mjs';

// Over stdio there is one server for the connection, which sends its notifications itself.
async function tell(server, kind, uri) {
  switch (kind) {
    case 'tools':
      return server.server.sendToolListChanged();
    case 'prompts':
      return server.server.sendPromptListChanged();
    case 'resources':
      return server.server.sendResourceListChanged();
    default:
      return server.server.sendResourceUpdated({ uri });
  }
}

// Over HTTP there is one server for each request; the handler knows who listens.
function publish(notify, kind, uri) {
  switch (kind) {
    case 'tools':
      return notify.toolsChanged();
    case 'prompts':
      return notify.promptsChanged();
    case 'resources':
      return notify.resourcesChanged();
    default:
      return notify.resourceUpdated(uri);
  }
}

if (process.argv.includes('--stdio')) {
  serveStdio(() => buildServer(tell));
} else {
  const handler = createMcpHandler(() => buildServer((_, kind, uri) => publish(handler.notify, kind, uri)));
  const serve = toNodeHandler(handler);
  const hostIsLocal = localhostHostValidation();
  const originIsLocal = localhostOriginValidation();
  const http = createServer((request, response) => {
    if (hostIsLocal(request, response) && originIsLocal(request, response)) {
      serve(request, response);
    }
  });
  http.listen(0, '127.0.0.1', () => console.log(`serving http://127.0.0.1:${http.address().port}/mcp`));
}
