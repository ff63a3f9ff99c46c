/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RequestIdTest {
  @Example
  void stringAndIntegerOfTheSameTextDiffer() {
    assertThat(RequestId.of(1)).isNotEqualTo(RequestId.of("1"));
    assertThat(RequestId.of(1).text()).isEqualTo(RequestId.of("1").text());
  }

  @Example
  void idAndProgressTokenOfTheSameValueDiffer() {
    assertThat(RequestId.of(7)).isNotEqualTo(ProgressToken.of(7));
  }

  @Example
  void integerBeyondLongIsKeptExactly() {
    BigInteger large = BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.ONE);

    assertThat(RequestId.of(large).text()).isEqualTo("9223372036854775808");
    assertThat(RequestId.of(large).isLong()).isFalse();
    assertThatThrownBy(() -> RequestId.of(large).longValue())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("not a long: 9223372036854775808");
  }

  @Property(tries = 200)
  void longIsTheSameIdWhateverItWasMadeOf(@ForAll long value) {
    assertThat(RequestId.of(BigInteger.valueOf(value)))
        .isEqualTo(RequestId.of(value))
        .hasSameHashCodeAs(RequestId.of(value));
  }

  @Example
  void toStringShowsWhichKindItIs() {
    assertThat(RequestId.of("a")).hasToString("\"a\"");
    assertThat(RequestId.of(12)).hasToString("12");
  }
}
