/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.McpException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTest {
  private static final Caller ANYBODY = Caller.anonymous("test");
  private static final Caller ADA = new Caller("ada", Set.of("admin"), "test");

  private final Registry<String, Item> registry = new Registry<>("things", 3);

  record Item(String key, @Nullable Predicate<Caller> visibility) implements Registered<String> {
    Item(String key) {
      this(key, null);
    }

    @Override
    public String descriptor() {
      return key;
    }
  }

  @Test
  void pagesHoldTheItemsInTheOrderOfTheirAddition() {
    add("c", "a", "d", "b", "e");

    Registry.Page<String> first = registry.page(null, ANYBODY);
    assertThat(first.items()).containsExactly("c", "a", "d");
    Registry.Page<String> second = registry.page(first.nextCursor(), ANYBODY);
    assertThat(second.items()).containsExactly("b", "e");
    assertThat(second.nextCursor()).isNull();
  }

  @Test
  void lastPageHasNoCursorAlsoIfItIsFull() {
    add("a", "b", "c");
    assertThat(registry.page(null, ANYBODY).nextCursor()).isNull();
  }

  @Test
  void emptyRegistryHasOneEmptyPage() {
    assertThat(registry.page(null, ANYBODY).items()).isEmpty();
    assertThat(registry.isEmpty()).isTrue();
  }

  @Test
  void takenNameIsRefusedAndChangesNothing() {
    add("a");
    assertThat(registry.add(new Item("a", caller -> false))).isFalse();
    assertThat(registry.find("a", ANYBODY)).isEqualTo(new Item("a"));
    assertThatThrownBy(() -> registry.addAll(List.of(new Item("a"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("things: there is a a already");
  }

  @Test
  void removalTellsWhetherThereWasSomething() {
    add("a");
    assertThat(registry.remove("a")).isTrue();
    assertThat(registry.remove("a")).isFalse();
    assertThat(registry.find("a", ANYBODY)).isNull();
  }

  @Test
  void cursorOfARemovedItemGoesOnBehindIt() {
    add("a", "b", "c", "d", "e");
    String cursor = registry.page(null, ANYBODY).nextCursor();
    assertThat(registry.remove("c")).isTrue();
    assertThat(registry.page(cursor, ANYBODY).items()).containsExactly("d", "e");
  }

  @Test
  void itemAddedAgainComesAtTheEnd() {
    add("a", "b");
    assertThat(registry.remove("a")).isTrue();
    add("a");
    assertThat(registry.page(null, ANYBODY).items()).containsExactly("b", "a");
  }

  @Test
  void unchangedPageIsTheSameValue() {
    add("a", "b", "c", "d");
    assertThat(registry.page(null, ANYBODY)).isSameAs(registry.page(null, ADA));
  }

  @Test
  void hiddenItemIsNeitherListedNorFound() {
    Predicate<Caller> admins = caller -> caller.scopes().contains("admin");
    add("a");
    assertThat(registry.add(new Item("secret", admins))).isTrue();
    add("b", "c");

    assertThat(registry.find("secret", ANYBODY)).isNull();
    assertThat(registry.find("secret", ADA)).isNotNull();
    assertThat(registry.page(null, ANYBODY).items()).containsExactly("a", "b", "c");
    assertThat(registry.page(null, ANYBODY).nextCursor()).isNull();
    assertThat(registry.page(null, ADA).items()).containsExactly("a", "secret", "b");
    assertThat(registry.page(null, ANYBODY).dependsOnCaller()).isTrue();
  }

  @Test
  void listWithoutRuleIsTheSameForEverybody() {
    add("a");
    assertThat(registry.page(null, ANYBODY).dependsOnCaller()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "x", "3", "things after 1", "%%%", "dGhpbmdzIGFmdGVyIDE=", "null"})
  void cursorNobodyHandedOutIsInvalid(String cursor) {
    add("a", "b", "c", "d");
    assertInvalid(cursor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "things after 0",
        "things after -1",
        "things after 5",
        "things after 01",
        "things after +1",
        "things after 99999999999999999999",
        "others after 1",
        "things after",
      })
  void cursorOfAnotherListOrBeyondTheEndIsInvalid(String content) {
    add("a", "b", "c", "d");
    assertInvalid(
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(content.getBytes(StandardCharsets.US_ASCII)));
  }

  private void assertInvalid(String cursor) {
    assertThatThrownBy(() -> registry.page(cursor, ANYBODY))
        .isInstanceOfSatisfying(
            McpException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_PARAMS))
        .hasMessageStartingWith("Invalid cursor");
  }

  @Property(tries = 500)
  void walkSeesEveryItemThatStaysExactlyOnceWhateverChangesMeanwhile(
      @ForAll @IntRange(min = 0, max = 12) int before,
      @ForAll @Size(max = 30) List<@IntRange(min = -15, max = 15) Integer> changes) {
    Registry<String, Item> changing = new Registry<>("things", 3);
    Set<String> stays = new HashSet<>();
    for (int i = 0; i < before; i++) {
      assertThat(changing.add(new Item("i" + i))).isTrue();
      stays.add("i" + i);
    }
    List<String> seen = new ArrayList<>();
    int next = 0;
    String cursor = null;
    do {
      Registry.Page<String> page = changing.page(cursor, ANYBODY);
      seen.addAll(page.items());
      cursor = page.nextCursor();
      for (int i = 0; i < 3 && next < changes.size(); i++, next++) {
        int change = changes.get(next);
        if (change >= 0) {
          changing.add(new Item("i" + change));
        } else if (changing.remove("i" + (-change - 1))) {
          stays.remove("i" + (-change - 1));
        }
      }
    } while (cursor != null);

    assertThat(seen).containsAll(stays);
    assertThat(seen.stream().filter(stays::contains)).doesNotHaveDuplicates();
  }

  @Property(tries = 300)
  void everyCallerSeesExactlyWhatTheRuleAllows(
      @ForAll @Size(max = 20) List<Boolean> open,
      @ForAll @IntRange(min = 1, max = 5) int pageSize) {
    Registry<String, Item> mixed = new Registry<>("things", pageSize);
    IntStream.range(0, open.size())
        .forEach(
            i ->
                assertThat(mixed.add(new Item("i" + i, open.get(i) ? null : c -> c.equals(ADA))))
                    .isTrue());
    for (Caller caller : List.of(ANYBODY, ADA)) {
      List<String> walked = new ArrayList<>();
      String cursor = null;
      do {
        Registry.Page<String> page = mixed.page(cursor, caller);
        assertThat(page.items()).hasSizeLessThanOrEqualTo(pageSize);
        walked.addAll(page.items());
        cursor = page.nextCursor();
      } while (cursor != null);
      assertThat(walked)
          .containsExactlyElementsOf(
              IntStream.range(0, open.size())
                  .mapToObj(i -> "i" + i)
                  .filter(key -> mixed.find(key, caller) != null)
                  .toList());
    }
  }

  private void add(String... keys) {
    for (String key : keys) {
      assertThat(registry.add(new Item(key))).isTrue();
    }
  }
}
