/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.PaginatedRequestParams;
import dev.mcp4j.api.prompt.Prompt;
import dev.mcp4j.api.resource.Resource;
import dev.mcp4j.api.resource.ResourceTemplate;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class ListingTest {
  private final ScriptedTransport transport = new ScriptedTransport();
  private final McpClient client = McpClient.builder().transport(transport).build();

  private static String page(String next, String... names) {
    String prompts =
        String.join(",", List.of(names).stream().map("{\"name\":\"%s\"}"::formatted).toList());
    String cursor = next == null ? "" : ",\"nextCursor\":\"" + next + "\"";
    return "{\"prompts\":[" + prompts + "]" + cursor + ",\"ttlMs\":0,\"cacheScope\":\"public\"}";
  }

  private List<String> names() {
    return client.prompts().stream().map(Prompt::name).toList();
  }

  private String cursor(int request) {
    return ((PaginatedRequestParams) transport.peer(request).params()).cursor();
  }

  @Test
  void pagesAreFetchedAsTheyAreRead() {
    transport.thenResult(page("c1", "a", "b")).thenResult(page(null, "c"));

    Iterator<Prompt> prompts = client.prompts().iterator();
    assertThat(transport.peers).isEmpty();
    assertThat(prompts.next().name()).isEqualTo("a");
    assertThat(prompts.next().name()).isEqualTo("b");
    assertThat(transport.peers).hasSize(1);
    assertThat(prompts.next().name()).isEqualTo("c");
    assertThat(prompts.hasNext()).isFalse();
    assertThatThrownBy(prompts::next).isInstanceOf(NoSuchElementException.class);

    assertThat(cursor(0)).isNull();
    assertThat(cursor(1)).isEqualTo("c1");
  }

  @Test
  void emptyCursorIsACursor() {
    transport.thenResult(page("", "a")).thenResult(page(null, "b"));

    assertThat(names()).containsExactly("a", "b");
    assertThat(cursor(1)).isEmpty();
  }

  @Test
  void emptyPageIsNotTheEnd() {
    transport.thenResult(page("c1")).thenResult(page("c2")).thenResult(page(null, "a"));

    assertThat(names()).containsExactly("a");
  }

  @Test
  void cursorThatComesAgainEndsTheWalk() {
    transport.always(peer -> peer.result(page("same", "a")));

    assertThatThrownBy(this::names)
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("prompts/list does not end")
        .hasMessageContaining("\"same\"");
    assertThat(transport.peers).hasSize(2);
  }

  @Test
  void eachIterationBeginsAnew() {
    transport.always(peer -> peer.result(page(null, "a")));
    Listing<Prompt> prompts = client.prompts();

    assertThat(prompts.toList()).hasSize(1);
    assertThat(prompts.toList()).hasSize(1);
    assertThat(transport.peers).hasSize(2);
  }

  @Test
  void cursorTheServerNoLongerKnowsStartsTheWalkAgainOnce() {
    transport
        .thenResult(page("old", "a", "b"))
        .then(peer -> peer.error(-32602, "Invalid cursor"))
        .thenResult(page("new", "b", "c"))
        .thenResult(page(null, "d"));

    assertThat(names()).containsExactly("a", "b", "c", "d");
  }

  @Test
  void cursorThatFailsAgainIsTheCallersException() {
    transport
        .thenResult(page("old", "a"))
        .then(peer -> peer.error(-32602, "Invalid cursor"))
        .thenResult(page("new", "b"))
        .then(peer -> peer.error(-32602, "Invalid cursor"));

    assertThatThrownBy(this::names).isInstanceOf(RequestFailedException.class);
  }

  @Test
  void allFourListsArePaged() {
    transport
        .thenResult("{\"tools\":[{\"name\":\"t\",\"inputSchema\":{\"type\":\"object\"}}]}")
        .thenResult("{\"resources\":[{\"uri\":\"u\",\"name\":\"n\"}]}")
        .thenResult("{\"resourceTemplates\":[{\"uriTemplate\":\"x\",\"name\":\"n\"}]}")
        .thenResult(page(null, "p"));

    assertThat(client.tools().toList()).hasSize(1);
    assertThat(client.resources().stream().map(Resource::uri)).containsExactly("u");
    assertThat(client.resourceTemplates().stream().map(ResourceTemplate::uriTemplate))
        .containsExactly("x");
    assertThat(names()).containsExactly("p");
    assertThat(transport.methods())
        .containsExactly(
            "tools/list", "resources/list", "resources/templates/list", "prompts/list");
  }
}
