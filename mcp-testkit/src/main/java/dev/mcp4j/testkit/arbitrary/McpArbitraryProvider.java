/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.arbitrary;

import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** Provides parameters of properties that have a type of the protocol. Found by jqwik itself. */
public final class McpArbitraryProvider implements ArbitraryProvider {
  /** Makes the provider, which jqwik does. */
  public McpArbitraryProvider() {}

  @Override
  public boolean canProvideFor(TypeUsage targetType) {
    Class<?> type = targetType.getRawType();
    return McpArbitraries.types().contains(type) || type == NearValid.class;
  }

  @Override
  public Set<Arbitrary<?>> provideFor(TypeUsage targetType, SubtypeProvider subtypeProvider) {
    Class<?> type = targetType.getRawType();
    return Set.of(
        type == NearValid.class ? McpArbitraries.nearValid() : McpArbitraries.valid(type));
  }
}
