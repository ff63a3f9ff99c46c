/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what kind of server is where. One cache can serve any number of clients, and can keep
 * what it knows beyond the end of the program. What is remembered need not be true any more: a
 * client that finds it wrong finds out again, and stores that.
 *
 * <p>Called by several threads at once. Should not block for long, and not throw.
 */
public interface EraCache {
  /**
   * Looks up a server.
   *
   * @param server names the server: its URL, or its program; what may hold secrets, the query and
   *     the arguments, in a form that reveals nothing
   * @return what is known of it, or null if nothing is
   */
  @Nullable ServerEra find(String server);

  /**
   * Remembers a server.
   *
   * @param server names the server
   * @param era what was found out about it
   */
  void store(String server, ServerEra era);

  /**
   * Makes a cache that lasts as long as the object.
   *
   * @return an empty cache
   */
  static EraCache inMemory() {
    Map<String, ServerEra> known = new ConcurrentHashMap<>();
    return new EraCache() {
      @Override
      public @Nullable ServerEra find(String server) {
        return known.get(server);
      }

      @Override
      public void store(String server, ServerEra era) {
        known.put(server, era);
      }
    };
  }
}
