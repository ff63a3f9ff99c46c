/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client;

import dev.mcp4j.conformance.driver.Client;
import dev.mcp4j.conformance.driver.Done;
import dev.mcp4j.conformance.driver.Driver;
import dev.mcp4j.conformance.driver.Setup;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Peer;
import dev.mcp4j.conformance.peer.PeerSilent;
import dev.mcp4j.conformance.script.Gate;
import dev.mcp4j.conformance.script.HttpScriptedServer;
import dev.mcp4j.conformance.script.Inbox;
import dev.mcp4j.conformance.script.Script;
import dev.mcp4j.conformance.script.ScriptedServer;
import dev.mcp4j.conformance.script.StdioScriptedServer;
import dev.mcp4j.conformance.wire.Recorder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a try is played: a scripted server, and the client under test before it. All that the
 * server received is looked at when the try is over.
 */
public final class Stage {
  /** How long to wait for what should not come. */
  public static final Duration QUIET = Duration.ofMillis(120);

  private static final AtomicLong NAMES = new AtomicLong();

  private final Trial trial;
  private final Peer peer;
  private final Script script = new Script();
  private final ScriptedServer server;
  private Setup setup = new Setup();

  private Stage(Trial trial, BiFunction<Script, Recorder, ScriptedServer> server) {
    this.trial = trial;
    this.peer = trial.peer();
    this.server = server.apply(script, peer.recorder());
  }

  /**
   * Opens a stage for the rest of the try.
   *
   * @param trial the try
   * @param rules what looks at all that the server received
   * @return the stage
   */
  public static Stage of(Trial trial, Rules rules) {
    return opened(
        trial, rules, trial.isHttp() ? HttpScriptedServer::new : StdioScriptedServer::new);
  }

  /**
   * Opens a stage over HTTP for the rest of the try, whose server has a gate before it.
   *
   * @param trial the try
   * @param rules what looks at all that passes the gate
   * @param path the path of the server's endpoint, with a slash before it, or empty
   * @param gate the gate
   * @return the stage
   */
  public static Stage guarded(Trial trial, Rules rules, String path, Gate gate) {
    return opened(
        trial, rules, (script, recorder) -> new HttpScriptedServer(script, recorder, path, gate));
  }

  private static Stage opened(
      Trial trial, Rules rules, BiFunction<Script, Recorder, ScriptedServer> server) {
    Stage stage = new Stage(trial, server);
    trial.atEnd(() -> rules.look(trial, stage), stage::close);
    return stage;
  }

  /** Looks at everything that a client sent. */
  public interface Rules {
    /**
     * Looks.
     *
     * @param trial where to report
     * @param stage the stage
     */
    void look(Trial trial, Stage stage);
  }

  /**
   * Returns what the server does.
   *
   * @return the script, to be changed
   */
  public Script script() {
    return script;
  }

  /**
   * Returns what the server received.
   *
   * @return the messages
   */
  public Inbox inbox() {
    return server.inbox();
  }

  /**
   * Returns where the server is.
   *
   * @return what a client is told
   */
  public ObjectNode target() {
    return server.target();
  }

  /**
   * Returns the server, where it is known to be on stdio.
   *
   * @return the server
   */
  public StdioScriptedServer stdio() {
    return (StdioScriptedServer) server;
  }

  /**
   * Returns how the client was set up.
   *
   * @return the setup
   */
  public Setup setup() {
    return setup;
  }

  /**
   * Returns how long a client may take.
   *
   * @return the time
   */
  public Duration patience() {
    return peer.patience();
  }

  /**
   * Has a client of the revision set up.
   *
   * @return the client
   */
  public Client connect() {
    return connect(new Setup());
  }

  /**
   * Has a client of the revision set up.
   *
   * @param setup how
   * @return the client
   */
  public Client connect(Setup setup) {
    return connectFreely(setup.revision(Script.VERSION));
  }

  /**
   * Has a client set up that may find out for itself which revision to speak.
   *
   * @param setup how
   * @return the client
   */
  public Client connectFreely(Setup setup) {
    String name = freshName();
    Done done = setUp(name, setup);
    if (!done.isOk()) {
      throw new PeerSilent(
          done.answer().isEmpty()
              ? "the driver did not answer connect within " + seconds()
              : "the driver does not connect: " + done.brief());
    }
    return Client.of(driver(), name);
  }

  /**
   * Has a client set up in a way that it may refuse.
   *
   * @param setup how
   * @return the client, empty if it cannot be set up so
   */
  public Optional<Client> attempt(Setup setup) {
    String name = freshName();
    return setUp(name, setup).isOk() ? Optional.of(Client.of(driver(), name)) : Optional.empty();
  }

  private Done setUp(String name, Setup how) {
    this.setup = how;
    Done done = Client.connect(driver(), name, how, server.target());
    driver().requireAlive();
    return done;
  }

  private static String freshName() {
    return "client-" + NAMES.incrementAndGet();
  }

  /**
   * Demands that a command succeeds.
   *
   * @param requirement the requirement that demands it
   * @param done how it ended
   * @return what the client brought
   */
  public JsonNode succeeds(String requirement, Done done) {
    requireSigns(done);
    trial.expect(requirement, done.isOk(), "success", done.brief());
    return done.value();
  }

  /**
   * Demands that a command fails.
   *
   * @param requirement the requirement that demands it
   * @param done how it ended
   */
  public void fails(String requirement, Done done) {
    requireSigns(done);
    trial.expect(requirement, done.isFailed(), "failure", done.brief());
  }

  /**
   * Demands that a call succeeds and brings a text.
   *
   * @param requirement the requirement that demands it
   * @param done how it ended
   * @param text the text of the first block of its content
   */
  public void brings(String requirement, Done done, String text) {
    JsonNode content = succeeds(requirement, done).path("content").path(0).path("text");
    trial.expect(
        requirement,
        content.stringValue("").equals(text),
        "the text " + Json.brief(Json.string(text)),
        Json.brief(content));
  }

  /**
   * Tells whether the driver has told of something.
   *
   * @param kind which event
   * @param timeout how long to wait for it
   * @return true if it has
   */
  public boolean told(Predicate<JsonNode> kind, Duration timeout) {
    return driver().awaitEvent(kind, timeout);
  }

  /**
   * Tells whether the application was asked.
   *
   * @param kind the kind of the question
   * @return true if it was, so far
   */
  public boolean wasAsked(String kind) {
    return !asked(kind).isEmpty();
  }

  /**
   * Returns what the application was asked.
   *
   * @param kind the kind of the questions
   * @return what the driver told of each, so far
   */
  public List<JsonNode> asked(String kind) {
    return driver()
        .events(
            event ->
                event.path("event").stringValue("").equals("asked")
                    && event.path("kind").stringValue("").equals(kind));
  }

  /**
   * Begins a definition of a tool.
   *
   * @param name its name
   * @param schema the text of its input schema
   * @return the definition
   */
  public static ObjectNode tool(String name, String schema) {
    return Script.tool(name, Json.object(schema));
  }

  private Driver driver() {
    return (Driver) peer;
  }

  /** A client of which nothing is heard, here or there, may only be slow, and is not accused. */
  private void requireSigns(Done done) {
    driver().requireAlive();
    if (done.answer().isEmpty() && inbox().all().isEmpty()) {
      throw new PeerSilent("nothing was heard of the client within " + seconds());
    }
  }

  private String seconds() {
    return patience().toSeconds() + " s (see --timeout)";
  }

  private void close() {
    if (peer instanceof Driver driver) {
      driver.reset();
    }
    server.close();
  }
}
