/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.auth;

import dev.mcp4j.client.auth.TokenStore;
import dev.mcp4j.testkit.contract.TokenStoreContract;

class InMemoryTokenStoreTest extends TokenStoreContract {
  @Override
  protected TokenStore newStore() {
    return TokenStore.inMemory();
  }
}
