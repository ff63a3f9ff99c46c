/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mcp4j.client.transport.ClientTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * What a client and a server said to each other, in order. Scripted peers keep one; {@link #record}
 * keeps one of any transport. Safe for use by several threads.
 *
 * <p>A transcript reads like this: a line that begins with {@code >} is from the client, one that
 * begins with {@code <} from the server; text in parentheses is something that happened, not a
 * message. Long messages take several lines.
 *
 * <pre>
 * &gt; {"jsonrpc":"2.0","id":1,"method":"tools/list","params":{}}
 * &lt; {"jsonrpc":"2.0","id":1,"result":{"resultType":"complete","tools":[]}}
 * &gt; (cancels request 2)
 * </pre>
 */
public final class Transcript {
  /**
   * One thing that was said or done.
   *
   * @param side who did it
   * @param isMessage whether it is a message, and not only something that happened
   * @param text the message as it was on the wire, or what happened
   */
  public record Entry(Side side, boolean isMessage, String text) {
    /**
     * Checks the components.
     *
     * @param side not null
     * @param isMessage true for a message
     * @param text not null
     */
    public Entry {
      Objects.requireNonNull(side, "side");
      Objects.requireNonNull(text, "text");
    }
  }

  private final List<Entry> entries = new CopyOnWriteArrayList<>();
  private final Masks masks = new Masks();

  /** Makes an empty transcript. */
  public Transcript() {}

  /**
   * Adds a message.
   *
   * @param side who sent it
   * @param message the message in UTF-8; it need not be JSON
   */
  public void message(Side side, byte[] message) {
    entries.add(new Entry(side, true, new String(message, UTF_8)));
  }

  /**
   * Adds something that happened.
   *
   * @param side who did it
   * @param what what it is, in a few words
   */
  public void note(Side side, String what) {
    entries.add(new Entry(side, false, what));
  }

  /**
   * Shows values that differ from run to run by a name: the first value of a member {@code state}
   * as {@code "<state 1>"}, another one as {@code "<state 2>"}. Equal values keep equal names.
   * Takes effect where the transcript is shown or compared, not in {@link #entries}.
   *
   * @param member the name of the members whose strings and numbers are replaced, wherever they
   *     stand
   * @return this transcript
   */
  public Transcript mask(String member) {
    masks.add(member);
    return this;
  }

  /**
   * Records what goes through a transport, as its client sees it: requests and notifications when
   * they are sent, notifications and responses when they are read. Two calls at a time are recorded
   * in the order in which their threads happen to read.
   *
   * @param transport a transport that was not started yet
   * @return the transport to give to the client
   */
  public ClientTransport record(ClientTransport transport) {
    return new RecordingTransport(transport, this);
  }

  /**
   * Returns what was recorded so far.
   *
   * @return a copy
   */
  public List<Entry> entries() {
    return new ArrayList<>(entries);
  }

  /**
   * Returns the messages of one side.
   *
   * @param side whose
   * @return the messages as they were on the wire, in order
   */
  public List<String> messages(Side side) {
    return entries.stream()
        .filter(entry -> entry.side() == side && entry.isMessage())
        .map(Entry::text)
        .toList();
  }

  /**
   * Returns the whole transcript for people to read.
   *
   * @return lines, each with its end
   */
  @Override
  public String toString() {
    Masks.Names names = masks.names();
    return entries.stream()
        .map(entry -> TranscriptText.of(entry, names))
        .collect(Collectors.joining());
  }
}
