/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningAlgorithmTest {
  @ParameterizedTest
  @EnumSource
  void algorithmIsFoundByItsName(SigningAlgorithm algorithm) {
    assertThat(SigningAlgorithm.of(algorithm.name())).contains(algorithm);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "HS256", "HS512", "es256", "", "RS256 "})
  void whatIsNotSignedWithAPrivateKeyIsNoAlgorithm(String name) {
    assertThat(SigningAlgorithm.of(name)).isEmpty();
  }
}
