/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.junit;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs a {@link McpTest} once for each way to reach the server and each revision. */
public final class McpTestExtension implements TestTemplateInvocationContextProvider {
  /** Makes the extension, which JUnit does. */
  public McpTestExtension() {}

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getRequiredTestMethod(), McpTest.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    Method method = context.getRequiredTestMethod();
    McpTest test = AnnotationSupport.findAnnotation(method, McpTest.class).orElseThrow();
    ServedBy served = servedBy(method, context.getRequiredTestClass());
    if (served == null) {
      throw new ExtensionConfigurationException(
          "%s is a @McpTest: say by @ServedBy, on it or on its class, which server it is about"
              .formatted(method));
    }
    List<String> revisions = Revisions.chosen(test, served);
    return Arrays.stream(test.over())
        .flatMap(over -> revisions.stream().map(revision -> new McpTestRun(over, revision)))
        .map(run -> new McpTestInvocation(run, served));
  }

  private static @Nullable ServedBy servedBy(Method method, Class<?> testClass) {
    ServedBy found = AnnotationSupport.findAnnotation(method, ServedBy.class).orElse(null);
    for (Class<?> type = testClass;
        found == null && type != null;
        type = type.getEnclosingClass()) {
      found = AnnotationSupport.findAnnotation(type, ServedBy.class).orElse(null);
    }
    return found;
  }
}
