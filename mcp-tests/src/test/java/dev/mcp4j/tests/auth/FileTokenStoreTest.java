/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.client.auth.AuthorizationException;
import dev.mcp4j.client.auth.FileTokenStore;
import dev.mcp4j.client.auth.TokenStore;
import dev.mcp4j.testkit.contract.TokenStoreContract;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTokenStoreTest extends TokenStoreContract {
  private static final TokenStore.TokenKey KEY = new TokenStore.TokenKey("i", "c", "r", "u");
  private static final TokenStore.Tokens TOKENS =
      new TokenStore.Tokens("canary-token", "Bearer", null, "canary-refresh", Set.of(), "g");

  @TempDir Path folder;

  private Path path() {
    return folder.resolve("tokens");
  }

  private static SecretKeySpec key(int value) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) value;
    return new SecretKeySpec(bytes, "AES");
  }

  @Override
  protected FileTokenStore newStore() {
    return FileTokenStore.open(path(), key(1));
  }

  @Test
  void a22FileIsOfItsOwnerOnlyAndHoldsNoSecretInClear() throws Exception {
    newStore().saveTokens(KEY, TOKENS);

    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("tokens", "tokens.lock");
    for (String name : new String[] {"tokens", "tokens.lock"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
          .isEqualTo("rw-------");
    }
    assertThat(new String(Files.readAllBytes(path()), StandardCharsets.ISO_8859_1))
        .doesNotContain("canary");
  }

  @Test
  void laterStoreFindsWhatAnEarlierOneHasSaved() {
    newStore().saveTokens(KEY, TOKENS);

    assertThat(newStore().tokens(KEY)).isEqualTo(TOKENS);
  }

  @Test
  void otherKeyIsRefused() {
    newStore().saveTokens(KEY, TOKENS);

    assertThatThrownBy(() -> FileTokenStore.open(path(), key(2)))
        .isInstanceOf(AuthorizationException.class)
        .hasMessageContaining("not one of this key");
  }

  @Test
  void changedFileIsRefused() throws Exception {
    newStore().saveTokens(KEY, TOKENS);
    byte[] bytes = Files.readAllBytes(path());
    for (int at : new int[] {0, 20, 35, bytes.length - 1}) {
      byte[] changed = bytes.clone();
      changed[at] ^= 1;
      Files.write(path(), changed);

      assertThatThrownBy(this::newStore).isInstanceOf(AuthorizationException.class);
    }
    Files.write(path(), new byte[3]);
    assertThatThrownBy(this::newStore).isInstanceOf(AuthorizationException.class);
  }

  @Test
  void fileThatOthersCanReadIsRefused() throws Exception {
    newStore().saveTokens(KEY, TOKENS);
    Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(this::newStore)
        .isInstanceOf(AuthorizationException.class)
        .hasMessageContaining("by its owner only");
  }

  @Test
  void linkIsRefused() throws Exception {
    newStore().saveTokens(KEY, TOKENS);
    Path real = Files.move(path(), folder.resolve("real"));
    Files.createSymbolicLink(path(), real);

    assertThatThrownBy(this::newStore)
        .isInstanceOf(AuthorizationException.class)
        .hasMessageContaining("regular file");
  }

  @Test
  void passphraseOpensTheFile() {
    FileTokenStore.open(path(), "open sesame".toCharArray()).saveTokens(KEY, TOKENS);

    assertThat(FileTokenStore.open(path(), "open sesame".toCharArray()).tokens(KEY))
        .isEqualTo(TOKENS);
    assertThatThrownBy(() -> FileTokenStore.open(path(), "open barley".toCharArray()))
        .isInstanceOf(AuthorizationException.class);
  }
}
