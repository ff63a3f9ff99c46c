/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tokens in one encrypted file that only its owner can read and write. Several processes of
 * that owner may share the file.
 *
 * <p>AES in GCM mode with a new nonce for each write; the file is replaced as a whole. The key is
 * the caller's: from a key store, or from a passphrase.
 */
public final class FileTokenStore implements TokenStore {
  private final SealedFile file;

  private FileTokenStore(SealedFile file) {
    this.file = file;
  }

  /**
   * Opens a store. Reads the file if there is one; it is made with the first value.
   *
   * @param path the file
   * @param key a key for AES, of 128, 192 or 256 bits
   * @return the store
   * @throws AuthorizationException if others may read the file, or it cannot be read or decrypted
   */
  public static FileTokenStore open(Path path, SecretKey key) {
    Objects.requireNonNull(key, "key");
    return checked(SealedFile.withKey(path, key));
  }

  /**
   * Opens a store with a key made from a passphrase, which takes some tenths of a second.
   *
   * @param path the file
   * @param passphrase the passphrase; not kept, and not changed
   * @return the store
   * @throws AuthorizationException if others may read the file, or it cannot be read or decrypted
   */
  public static FileTokenStore open(Path path, char[] passphrase) {
    return checked(SealedFile.withPassphrase(path, passphrase));
  }

  private static FileTokenStore checked(SealedFile file) {
    FileTokenStore store = new FileTokenStore(file);
    Content unused = store.read();
    return store;
  }

  @Override
  public @Nullable Tokens tokens(TokenKey key) {
    return read().tokens().get(key);
  }

  @Override
  public void saveTokens(TokenKey key, Tokens tokens) {
    change(content -> content.tokens().put(key, tokens));
  }

  @Override
  public void removeTokens(TokenKey key) {
    change(content -> content.tokens().remove(key));
  }

  @Override
  public @Nullable Registration registration(String issuer) {
    return read().registrations().get(issuer);
  }

  @Override
  public void saveRegistration(String issuer, Registration registration) {
    change(content -> content.registrations().put(issuer, registration));
  }

  @Override
  public void removeRegistration(String issuer) {
    change(content -> content.registrations().remove(issuer));
  }

  private Content read() {
    return file.locked(() -> StoredJson.read(file.read()));
  }

  private void change(Consumer<Content> change) {
    Content unused =
        file.locked(
            () -> {
              Content content = StoredJson.read(file.read());
              change.accept(content);
              file.write(StoredJson.write(content));
              return content;
            });
  }

  /**
   * Everything in the file.
   *
   * @param tokens by whose they are
   * @param registrations by issuer
   */
  record Content(Map<TokenKey, Tokens> tokens, Map<String, Registration> registrations) {
    static Content empty() {
      return new Content(new LinkedHashMap<>(), new LinkedHashMap<>());
    }
  }
}
