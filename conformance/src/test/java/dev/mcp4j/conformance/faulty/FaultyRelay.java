/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.script.Relay;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Stands on stdio between a client and the suite's scripted server, and breaks one rule. */
final class FaultyRelay {
  /** What is broken. */
  enum Kind {
    /** Messages are written over several lines. */
    PRETTY("stdio.no-embedded-newline", "Exchange.resultWithout"),
    /** Other lines are written between messages. */
    CHATTY("stdio.stdin-messages-only", "Exchange.resultWithout"),
    /** Responses are written. */
    RESPONDS("stdio.client-no-responses", "Exchange.resultWithout"),
    /** Text is written in Latin-1. */
    LATIN_1("transport.utf-8", "Exchange.everyKind"),
    /** All requests have the same id. */
    SAME_ID("request.id.unique-in-flight", "Exchange.repliesFind"),
    /** Cancellations have ids of their own. */
    CANCELLATION_WITH_ID("notification.no-id", "Cancel.cancelledCall"),
    /** Cancellations are not written. */
    NO_CANCELLATION("cancel.stdio-notification", "Cancel.cancelledCall"),
    /** What is cancelled was never sent. */
    WRONG_CANCELLATION("cancel.id-issued", "Cancel.cancelledCall"),
    /** Cancellations have a reason that is no text. */
    ODD_CANCELLATION("schema.client-notification", "Cancel.cancelledCall"),
    /** The process is ended without a word. */
    NO_END("stdio.client-closes-input", "Stdio.serverIsShutDown"),
    /** The first request is anything but a probe. */
    NO_PROBE("stdio.probe-first", "Stdio.serverIsProbed"),
    /** The handshake is not completed. */
    LEGACY_SILENT("lifecycle.initialized-sent", "LegacyExchange.everyKind"),
    /** The client is nameless. */
    LEGACY_NAMELESS("lifecycle.initialize-request", "LegacyExchange.everyKind"),
    /** Another revision is wanted than the client speaks. */
    LEGACY_OTHER_VERSION("lifecycle.client-version-supported", "LegacyExchange.everyKind"),
    /** What has handlers is not declared. */
    LEGACY_UNDECLARED("elicit.capability", "LegacyQuestion.formIs"),
    /** Responses have ids of their own. */
    LEGACY_OWN_ID("result.same-id", "LegacyQuestion.pingIs"),
    /** Codes of errors are text. */
    LEGACY_CODE_AS_TEXT("error.code-integer", "LegacyQuestion.unknownRequest"),
    /** A ping is answered with words. */
    LEGACY_CHATTY_PING("ping.answered", "LegacyQuestion.pingIs"),
    /** Roots are web pages. */
    LEGACY_WEB_ROOTS("roots.file-uri", "LegacyQuestion.modelAndRoots"),
    /** The wrong code refuses a mode. */
    LEGACY_WRONG_CODE("elicit.undeclared-mode-code", "LegacyQuestion.modeThat"),
    /** The wrong code refuses to list roots. */
    LEGACY_WRONG_CODE_FOR_ROOTS("roots.unsupported-code", "LegacyHabit.rootsThat"),
    /** Cancellations are not written. */
    LEGACY_NO_CANCELLATION("timeout.cancels", "LegacyHabit.callThat"),
    /** What is cancelled is something else. */
    LEGACY_WRONG_CANCELLATION("cancel.in-flight", "LegacyExchange.cancelled"),
    /** Tools have names in lower case. */
    LEGACY_LOWER_CASE("tool.name-case", "LegacyHabit.namesThat"),
    /** Tools are listed before the handshake is over. */
    LEGACY_EAGER("lifecycle.client-waits", "LegacyHabit.nothingIs"),
    /** The process is ended without a word. */
    LEGACY_NO_END("stdio.client-closes-input", "LegacyHabit.serverIs"),
    /** Forms come back empty. */
    LEGACY_EMPTY_FORMS("elicit.defaults-shown", "LegacyQuestion.defaults"),
    /** Forms come back with what does not fit. */
    LEGACY_MISFITS("elicit.client-validates", "LegacyQuestion.answerThat");

    private final String requirement;
    private final String property;

    Kind(String requirement, String property) {
      this.requirement = requirement;
      this.property = property;
    }

    String requirement() {
      return requirement;
    }

    boolean isShownBy(String name) {
      return name.startsWith(property);
    }

    boolean isLegacy() {
      return property.startsWith("Legacy");
    }

    boolean isSlow() {
      return this == PRETTY
          || this == LATIN_1
          || this == NO_CANCELLATION
          || this == NO_END
          || this == LEGACY_NO_CANCELLATION
          || this == LEGACY_NO_END
          || this == SAME_ID;
    }
  }

  private FaultyRelay() {}

  /** Has a client start this instead of the relay that it was told to start. */
  static String instead(String line, Kind kind) {
    ObjectNode command = Json.object(line);
    if (command.path("to").path("stdio") instanceof ArrayNode words) {
      for (int i = 0; i < words.size(); i++) {
        if (words.get(i).stringValue("").equals(Relay.class.getName())) {
          words.set(i, Json.string(FaultyRelay.class.getName()));
        }
      }
      words.add(kind.name());
    }
    return Json.write(command);
  }

  /** Relays for the port and the kind that are given. */
  public static void main(String[] args) throws IOException {
    Kind kind = Kind.valueOf(args[1]);
    InputStream real = System.in;
    PipedInputStream spoiled = new PipedInputStream(1 << 20);
    PipedOutputStream out = new PipedOutputStream(spoiled);
    System.setIn(spoiled);
    Thread thread =
        new Thread(
            () -> {
              try {
                spoil(kind, real, out);
              } catch (IOException | InterruptedException e) {
                Runtime.getRuntime().halt(1);
              }
            });
    thread.setDaemon(true);
    thread.start();
    Relay.main(new String[] {args[0]});
  }

  private static void spoil(Kind kind, InputStream real, PipedOutputStream out)
      throws IOException, InterruptedException {
    BufferedReader in = new BufferedReader(new InputStreamReader(real, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      for (byte[] bytes : spoiled(kind, Json.object(line))) {
        out.write(bytes);
        out.flush();
      }
    }
    if (kind == Kind.NO_END || kind == Kind.LEGACY_NO_END) {
      new CountDownLatch(1).await();
    }
    out.close();
    // The reader takes the end of the pipe for broken once this thread is gone.
    new CountDownLatch(1).await();
  }

  private static List<byte[]> spoiled(Kind kind, ObjectNode message) {
    return kind.isLegacy() ? legacy(kind, message) : modern(kind, message);
  }

  private static List<byte[]> legacy(Kind kind, ObjectNode message) {
    String method = message.path("method").stringValue("");
    boolean handshake = method.equals("initialize");
    boolean cancels = method.equals("notifications/cancelled");
    if ((kind == Kind.LEGACY_SILENT && method.equals("notifications/initialized"))
        || (kind == Kind.LEGACY_NO_CANCELLATION && cancels)) {
      return List.of();
    }
    if (kind == Kind.LEGACY_WRONG_CANCELLATION && cancels) {
      message.withObject("/params").put("requestId", "other");
    } else if (kind == Kind.LEGACY_LOWER_CASE && method.equals("tools/call")) {
      ObjectNode params = message.withObject("/params");
      params.put("name", params.path("name").stringValue("").toLowerCase(Locale.ROOT));
    } else if (kind == Kind.LEGACY_EAGER && handshake) {
      ObjectNode list = Json.object().put("jsonrpc", "2.0").put("id", "early");
      list.put("method", "tools/list");
      return List.of(bytes(Json.write(message)), bytes(Json.write(list)));
    }
    if (handshake && kind == Kind.LEGACY_NAMELESS) {
      message.withObject("/params").remove("clientInfo");
    } else if (handshake && kind == Kind.LEGACY_OTHER_VERSION) {
      message.withObject("/params").put("protocolVersion", "2099-01-01");
    } else if (handshake && kind == Kind.LEGACY_UNDECLARED) {
      message.withObject("/params").putObject("capabilities");
    }
    if (message.path("result") instanceof ObjectNode result) {
      if (kind == Kind.LEGACY_OWN_ID) {
        message.put("id", "own");
      } else if (kind == Kind.LEGACY_CHATTY_PING && result.isEmpty()) {
        result.put("alive", true);
      } else if (kind == Kind.LEGACY_WEB_ROOTS && result.has("roots")) {
        result.putArray("roots").addObject().put("uri", "https://example.com/");
      } else if (kind == Kind.LEGACY_EMPTY_FORMS && result.has("action")) {
        result.putObject("content");
      }
    }
    if (message.path("error") instanceof ObjectNode error) {
      if (kind == Kind.LEGACY_CODE_AS_TEXT) {
        error.put("code", "-32601");
      } else if (kind == Kind.LEGACY_WRONG_CODE || kind == Kind.LEGACY_WRONG_CODE_FOR_ROOTS) {
        error.put("code", -32603);
      }
    }
    if (kind == Kind.LEGACY_MISFITS && (message.has("result") || message.has("error"))) {
      message.remove("error");
      message.putObject("result").put("action", "accept").putObject("content").put("name", "wrong");
    }
    return List.of(bytes(Json.write(message)));
  }

  private static List<byte[]> modern(Kind kind, ObjectNode message) {
    JsonNode method = message.path("method");
    boolean cancels = method.stringValue("").equals("notifications/cancelled");
    switch (kind) {
      case PRETTY -> {
        return List.of(bytes(message.toPrettyString()));
      }
      case CHATTY -> {
        return List.of(bytes("sending"), bytes(Json.write(message)));
      }
      case RESPONDS -> {
        ObjectNode response = Json.object().put("jsonrpc", "2.0").put("id", "ping");
        response.putObject("result");
        return List.of(bytes(Json.write(message)), bytes(Json.write(response)));
      }
      case LATIN_1 -> {
        message.withObject("/params/_meta").put("com.example/word", "Größe");
        return List.of((Json.write(message) + "\n").getBytes(StandardCharsets.ISO_8859_1));
      }
      case NO_PROBE -> {
        ObjectNode list = Json.object().put("jsonrpc", "2.0").put("id", "early");
        list.put("method", "tools/list").set("params", message.path("params"));
        return List.of(bytes(Json.write(list)), bytes(Json.write(message)));
      }
      case SAME_ID -> message.put("id", 1);
      case NO_END -> {}
      default -> {
        if (cancels) {
          return kind == Kind.NO_CANCELLATION
              ? List.of()
              : List.of(bytes(Json.write(cancellation(kind, message))));
        }
      }
    }
    return List.of(bytes(Json.write(message)));
  }

  private static ObjectNode cancellation(Kind kind, ObjectNode message) {
    if (kind == Kind.CANCELLATION_WITH_ID) {
      return message.put("id", 99);
    }
    ObjectNode params = message.withObject("/params");
    if (kind == Kind.WRONG_CANCELLATION) {
      params.put("requestId", "other");
    } else {
      params.put("reason", 7);
    }
    return message;
  }

  private static byte[] bytes(String line) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(line.getBytes(StandardCharsets.UTF_8));
    bytes.write('\n');
    return bytes.toByteArray();
  }
}
