/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import java.util.Objects;

/**
 * A notification: its name and the type of its parameters.
 *
 * @param name the name on the wire, for example {@code notifications/progress}
 * @param paramsType the type of the parameters
 * @param <P> the type of the parameters
 */
public record NotificationMethod<P extends NotificationParams>(String name, Class<P> paramsType) {
  /**
   * Checks the components.
   *
   * @param name not null
   * @param paramsType not null
   */
  public NotificationMethod {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(paramsType, "paramsType");
  }
}
