/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.junit;

import dev.mcp4j.testkit.Over;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once for each way to reach the server and for each revision of the protocol. The
 * class says by {@link ServedBy} what the server is. Everything is made for one run and closed
 * after it, unless {@link ServedBy#shared} says otherwise.
 *
 * <p>The test may have parameters, in any order:
 *
 * <ul>
 *   <li>{@link dev.mcp4j.client.McpClient}: a client with every option at its default
 *   <li>{@link dev.mcp4j.client.McpClientBuilder}: a builder with transport and revision chosen
 *       already, for a client that answers questions; the test closes what it builds
 *   <li>{@link dev.mcp4j.server.McpServer}: the server, where it is in this process
 *   <li>{@link dev.mcp4j.testkit.Transcript}: what the clients and the server say, but for older
 *       revisions over HTTP
 *   <li>{@link McpTestRun}: which run it is
 * </ul>
 *
 * <p>A failure brings the transcript along, as a suppressed exception.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@ExtendWith(McpTestExtension.class)
public @interface McpTest {
  /**
   * Says how to reach the server.
   *
   * @return the ways; all of them unless said
   */
  Over[] over() default {Over.IN_MEMORY, Over.STDIO, Over.HTTP};

  /**
   * Says which revisions to speak.
   *
   * @return constants of {@link dev.mcp4j.api.ProtocolVersion}; what {@link ServedBy#revisions}
   *     says unless said
   */
  String[] revisions() default {};
}
