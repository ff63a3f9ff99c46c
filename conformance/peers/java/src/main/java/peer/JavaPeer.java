package peer;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.DefaultServerTransportSecurityValidator;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.PromptReference;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import jakarta.servlet.http.HttpServlet;
import java.io.File;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;

/**
 * The official Java SDK as a server.
 *
 * <p>usage: JavaPeer [--stateless | --stdio]; without, with sessions over HTTP. It prints "serving URL".
 */
public final class JavaPeer {
  private static final String NAME = "java-sdk";
  private static final String VERSION = "2.1.0";

  private JavaPeer() {}

  public static void main(String[] args) throws Exception {
    switch (args.length == 0 ? "" : args[0]) {
      case "--stdio" -> serveStdio();
      case "--stateless" -> serveHttp(stateless());
      default -> serveHttp(streamable());
    }
  }

  private static void serveStdio() {
    AtomicReference<McpSyncServer> built = new AtomicReference<>();
    built.set(
        complete(McpServer.sync(new StdioServerTransportProvider(McpJsonDefaults.getMapper())), built)
            .build());
  }

  private static HttpServlet streamable() {
    var transport =
        HttpServletStreamableServerTransportProvider.builder()
            .mcpEndpoint("/mcp")
            .securityValidator(local())
            .build();
    AtomicReference<McpSyncServer> built = new AtomicReference<>();
    built.set(complete(McpServer.sync(transport), built).build());
    return transport;
  }

  private static McpServer.SyncSpecification<?> complete(
      McpServer.SyncSpecification<?> server, AtomicReference<McpSyncServer> built) {
    server
        .serverInfo(NAME, VERSION)
        .capabilities(
            ServerCapabilities.builder()
                .tools(true)
                .prompts(true)
                .resources(true, true)
                .logging()
                .completions()
                .build());
    Tools.all(built::get)
        .forEach(entry -> server.toolCall(entry.tool(), entry.handler()));
    Texts.resources()
        .forEach(
            (resource, contents) ->
                server.resources(
                    new McpServerFeatures.SyncResourceSpecification(
                        resource, (exchange, request) -> Texts.read(contents))));
    server.resourceTemplates(
        new McpServerFeatures.SyncResourceTemplateSpecification(
            Texts.TEMPLATE, (exchange, request) -> Texts.readTemplate(request.uri())));
    Texts.prompts()
        .forEach(
            (prompt, handler) ->
                server.prompts(
                    new McpServerFeatures.SyncPromptSpecification(
                        prompt, (exchange, request) -> handler.apply(request))));
    server.completions(
        new McpServerFeatures.SyncCompletionSpecification(
            new PromptReference("test_prompt_with_arguments"),
            (exchange, request) -> Texts.complete(request.argument().value())));
    return server;
  }

  private static HttpServlet stateless() {
    var transport =
        HttpServletStatelessServerTransport.builder()
            .messageEndpoint("/mcp")
            .securityValidator(local())
            .build();
    var server =
        McpServer.sync(transport)
            .serverInfo(NAME, VERSION)
            .capabilities(
                ServerCapabilities.builder()
                    .tools(false)
                    .prompts(false)
                    .resources(false, false)
                    .completions()
                    .build());
    Tools.all(() -> null).stream()
        .filter(entry -> !entry.talks())
        .forEach(
            entry ->
                server.toolCall(
                    entry.tool(), (context, request) -> entry.handler().apply(null, request)));
    Texts.resources()
        .forEach(
            (resource, contents) ->
                server.resources(
                    new McpStatelessServerFeatures.SyncResourceSpecification(
                        resource, (context, request) -> Texts.read(contents))));
    server.resourceTemplates(
        new McpStatelessServerFeatures.SyncResourceTemplateSpecification(
            Texts.TEMPLATE, (context, request) -> Texts.readTemplate(request.uri())));
    Texts.prompts()
        .forEach(
            (prompt, handler) ->
                server.prompts(
                    new McpStatelessServerFeatures.SyncPromptSpecification(
                        prompt, (context, request) -> handler.apply(request))));
    server.completions(
        new McpStatelessServerFeatures.SyncCompletionSpecification(
            new PromptReference("test_prompt_with_arguments"),
            (context, request) -> Texts.complete(request.argument().value())));
    server.build();
    return transport;
  }

  /** What the documentation of the SDK recommends for a server on this machine. */
  private static DefaultServerTransportSecurityValidator local() {
    return DefaultServerTransportSecurityValidator.builder()
        .allowedOrigins(List.of("http://localhost:*", "http://127.0.0.1:*"))
        .allowedHosts(List.of("localhost:*", "127.0.0.1:*"))
        .build();
  }

  private static void serveHttp(HttpServlet servlet) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(System.getProperty("peer.work", new File("target/tomcat").getPath()));
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addContext("", null);
    Wrapper wrapper = Tomcat.addServlet(context, "mcp", servlet);
    wrapper.setAsyncSupported(true);
    context.addServletMappingDecoded("/*", "mcp");
    tomcat.start();
    System.out.println(
        "serving http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/mcp");
    tomcat.getServer().await();
  }
}
