/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.PendingCall;
import dev.mcp4j.client.ProtocolException;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.framing.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever a server sends besides or instead of a reply, a call ends, and in a known way. */
class ChannelGarbageTest {
  private static final String REPLY =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"resultType\":\"complete\",\"content\":["
          + "{\"type\":\"text\",\"text\":\"done\"}],\"_meta\":{\"a\":[1.5,true,null,\"\\u00e9\"]}}}";

  private static String outcome(List<byte[]> received) throws InterruptedException {
    FakeChannel channel = new FakeChannel();
    ChannelTransport transport =
        new ChannelTransport(channel, JsonRpcCodec.create(JsonLimits.DEFAULT));
    try (McpClient client = McpClient.builder().transport(transport).build()) {
      PendingCall<String> call = client.call("a").start(String.class);
      assertThat(FakeChannel.id(channel.take())).isEqualTo("1");
      received.forEach(bytes -> channel.receiver.onMessage(ByteSlice.of(bytes)));
      channel.receive(REPLY);
      return call.await();
    } catch (ProtocolException e) {
      assertThat(transport.openExchanges()).isZero();
      return e.getMessage();
    }
  }

  @Property(tries = 200)
  void anyBytesAreSkipped(@ForAll @Size(max = 5) List<byte[]> garbage) throws InterruptedException {
    assertThat(outcome(garbage)).isEqualTo("done");
  }

  @Property(tries = 300)
  void replyThatIsCutAnywhereIsSkippedOrFailsItsCall(
      @ForAll @IntRange(min = 0, max = 1_000) int cut) throws InterruptedException {
    byte[] reply = REPLY.getBytes(StandardCharsets.UTF_8);
    int kept = Math.min(cut, reply.length - 1);

    String outcome = outcome(List.of(Arrays.copyOf(reply, kept)));

    int idKnown = REPLY.indexOf("{\"resultType");
    if (kept > idKnown) {
      assertThat(outcome).startsWith("the response to tools/call cannot be read");
    } else {
      assertThat(outcome).isEqualTo("done");
    }
  }

  @Property(tries = 500)
  void replyWithAnyByteChangedIsReadSkippedOrFailsItsCall(
      @ForAll @IntRange(min = 0, max = 1_000) int place, @ForAll byte change)
      throws InterruptedException {
    byte[] reply = REPLY.getBytes(StandardCharsets.UTF_8);
    reply[Math.min(place, reply.length - 1)] = change;

    assertThat(outcome(List.of(reply))).isNotNull();
  }
}
