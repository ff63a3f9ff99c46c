/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mcp4j.api.Methods;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.Reply;
import dev.mcp4j.jsonrpc.example.ApiTypes;
import dev.mcp4j.jsonrpc.example.ValueTypes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The compiler of Java 17 does not notice a type without an entry; this does. */
class JsonTypesTest {
  @TestFactory
  Stream<DynamicTest> everyPermittedSubtypeHasAnEntry() {
    List<Class<?>> unions = ApiTypes.all().stream().filter(JsonTypesTest::isUnion).toList();
    assertThat(unions).hasSizeGreaterThan(7);
    return unions.stream()
        .flatMap(union -> Stream.of(union.getPermittedSubclasses()))
        .distinct()
        .map(subtype -> dynamicTest(subtype.getSimpleName(), () -> assertHasEntry(subtype)));
  }

  @TestFactory
  Stream<DynamicTest> everyRecordAndEnumHasAnEntry() {
    return ApiTypes.all().stream()
        .filter(ValueTypes::isSelfContained)
        .map(type -> dynamicTest(type.getSimpleName(), () -> assertHasEntry(type)));
  }

  @Test
  void parametersAndResultsOfEveryMethodHaveAnEntry() {
    Methods.ALL.forEach(
        method -> {
          assertThatCode(() -> JsonTypes.objectType(method.paramsType()))
              .doesNotThrowAnyException();
          assertThatCode(() -> JsonTypes.objectType(method.resultType()))
              .doesNotThrowAnyException();
        });
    Notifications.ALL.forEach(
        method ->
            assertThatCode(() -> JsonTypes.objectType(method.paramsType()))
                .doesNotThrowAnyException());
  }

  @Test
  void otherTypesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonTypes.of(Thread.class))
        .withMessage("not a type of the protocol: java.lang.Thread");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonTypes.objectType(String.class))
        .withMessage("not a JSON object: java.lang.String");
  }

  /** Replies are told apart by what is around them, not by their own members. */
  private static boolean isUnion(Class<?> type) {
    return type.isSealed() && type != Reply.class;
  }

  private static void assertHasEntry(Class<?> type) {
    assertThat(JsonTypes.of(type).javaType()).isEqualTo(type);
  }
}
