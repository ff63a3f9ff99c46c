/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.folder;

import dev.mcp4j.schema.Description;
import dev.mcp4j.schema.Range;
import dev.mcp4j.server.Call;
import dev.mcp4j.server.Completer;
import dev.mcp4j.server.KeyRing;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.ToolError;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A server over a folder of text files: search, read, summarize. {@code folder-server FOLDER}
 * serves stdio; with {@code --http PORT} it serves HTTP.
 */
public final class FolderServer {
  /** What to look for. */
  record Search(
      @Description("words that must all stand in the line") String words,
      @Description("the most lines to return, 20 if absent") @Range(min = 1, max = 100)
          OptionalInt limit) {}

  /** What was found. */
  record Hits(List<Folder.Line> lines) {}

  /** Which file. */
  record File(@Description("the path of the file, relative to the folder") String file) {}

  /** What to write where. */
  record Summary(
      @Description("the file to write, for example SUMMARY.md") String file,
      @Description("the text of the summary") String text) {}

  /** Whether to write. */
  record Confirmation(@Description("write the file?") boolean write) {}

  private final Folder folder;

  private FolderServer(Folder folder) {
    this.folder = folder;
  }

  /**
   * Serves a folder.
   *
   * @param args the folder, then nothing for stdio or {@code --http PORT}
   * @throws IOException if the folder cannot be read
   * @throws InterruptedException if the thread is interrupted while it serves
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 1 && !(args.length == 3 && args[1].equals("--http"))) {
      System.err.println("usage: folder-server FOLDER [--http PORT]");
      System.exit(2);
    }
    try (McpServer server = create(Path.of(args[0]))) {
      if (args.length == 1) {
        server.serveStdio();
        return;
      }
      try (HttpServerHandle http = server.serveHttp(Integer.parseInt(args[2]))) {
        System.err.println("serving " + http.uri());
        http.awaitStop();
      }
    }
  }

  /**
   * Makes the server of a folder, not serving yet. It watches the folder until it is closed.
   *
   * @param path the folder
   * @return the server
   * @throws IOException if the folder cannot be read or watched
   */
  public static McpServer create(Path path) throws IOException {
    Folder folder = new Folder(path);
    McpServer server = new FolderServer(folder).build();
    for (String file : folder.files()) {
      publish(server, folder, file);
    }
    FolderWatch.start(folder, new Changes(server, folder));
    return server;
  }

  /** Tells those who listen what happens in the folder. */
  private record Changes(McpServer server, Folder folder) implements FolderWatch.Listener {
    @Override
    public void onCreated(String file) {
      publish(server, folder, file);
    }

    @Override
    public void onChanged(String file) {
      server.resourceUpdated(uri(file));
    }

    @Override
    public void onDeleted(String file) {
      server.removeResource(uri(file));
    }
  }

  private static void publish(McpServer server, Folder folder, String file) {
    server.addResource(
        uri(file),
        resource -> resource.name(file).mimeType(mimeType(file)).read(call -> folder.read(file)));
  }

  private McpServer build() {
    return McpServer.named("folder", "1.0.0")
        // One process answers all rounds of a question, so a key of its own will do.
        .keys(KeyRing.random(new SecureRandom()))
        .instructions("Search the folder first, then read the files that matter.")
        .resourcesMayChange()
        .resourceUpdates()
        .tool(
            "search",
            tool ->
                tool.description("Finds lines that hold all the given words")
                    .input(Search.class)
                    .output(Hits.class)
                    .readOnly()
                    .handle((search, call) -> search(search)))
        .tool(
            "read",
            tool ->
                tool.description("Returns the text of a file")
                    .input(File.class)
                    .readOnly()
                    .handle((file, call) -> read(file.file())))
        .tool(
            "write_summary",
            tool ->
                tool.description("Writes a summary into the folder, if the user agrees")
                    .input(Summary.class)
                    .handle(this::writeSummary))
        .resourceTemplate(
            "folder:///{+file}",
            template ->
                template
                    .name("Any file of the folder")
                    .complete("file", Completer.of(folder.files()))
                    .read((match, call) -> folder.read(match.get("file"))))
        .prompt(
            "summarize",
            prompt ->
                prompt
                    .description("Asks for a summary of one file")
                    .complete("file", Completer.of(folder.files()))
                    .input(File.class)
                    .get(
                        (file, call) ->
                            "Summarize this file in five sentences.\n\n" + read(file.file())))
        .build();
  }

  private Hits search(Search search) throws IOException {
    List<String> words =
        Arrays.stream(search.words().toLowerCase(Locale.ROOT).trim().split("\\s+", -1)).toList();
    return new Hits(folder.search(words, search.limit().orElse(20)));
  }

  private String read(String file) {
    try {
      return folder.read(file);
    } catch (IOException e) {
      throw new ToolError("There is no file %s in the folder.".formatted(file));
    }
  }

  private String writeSummary(Summary summary, Call call) throws IOException {
    Confirmation answer =
        call.elicit("write", "Write %s?".formatted(summary.file()), Confirmation.class).orCancel();
    if (!answer.write()) {
      return "Nothing was written.";
    }
    folder.write(summary.file(), summary.text());
    return "Wrote %s, %d characters.".formatted(summary.file(), summary.text().length());
  }

  private static String uri(String file) {
    return "folder:///" + file.replace(" ", "%20");
  }

  private static String mimeType(String file) {
    return file.endsWith(".md") ? "text/markdown" : "text/plain";
  }
}
