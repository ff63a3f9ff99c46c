/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.junit;

import dev.mcp4j.server.McpServer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;

/** Says which server the {@link McpTest tests} of a class, or one of them, are about. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface ServedBy {
  /**
   * Names what makes the server.
   *
   * @return a class with a constructor without parameters, because over stdio the server is made in
   *     another process
   */
  Class<? extends Supplier<McpServer>> value();

  /**
   * Says at which revisions the server is tested by tests that do not say it themselves.
   *
   * @return constants of {@link dev.mcp4j.api.ProtocolVersion}; every revision that both sides
   *     speak unless said
   */
  String[] revisions() default {};

  /**
   * Says whether the tests of a class share a client, and with it the server, for each way and each
   * revision: those that take a {@link dev.mcp4j.client.McpClient} and, but for {@link McpTestRun},
   * nothing else. Over stdio, most of the time of a test is the start of its server. What such a
   * test leaves behind, others find.
   *
   * @return false unless said: then everything is made for one test
   */
  boolean shared() default false;
}
