/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * One encrypted file: a mark, the salt of the passphrase, a nonce, and the content.
 *
 * <p>The lock is a file of its own, because the file itself is replaced with each write.
 */
final class SealedFile {
  private static final byte[] MARK = "mcp4j-tokens-1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int SALT = 16;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int ITERATIONS = 310_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** File locks hold between processes only. */
  private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

  private final Path path;
  private final Path lockPath;
  private final SecretKey key;
  private final byte[] salt;

  private SealedFile(Path path, SecretKey key, byte[] salt) {
    this.path = path;
    this.lockPath = path.resolveSibling(path.getFileName() + ".lock");
    this.key = key;
    this.salt = salt;
  }

  static SealedFile withKey(Path path, SecretKey key) {
    return new SealedFile(path.toAbsolutePath(), key, new byte[SALT]);
  }

  static SealedFile withPassphrase(Path path, char[] passphrase) {
    Path file = path.toAbsolutePath();
    try {
      byte[] salt = existingSalt(file);
      SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
      PBEKeySpec spec = new PBEKeySpec(passphrase, salt, ITERATIONS, 256);
      byte[] key = factory.generateSecret(spec).getEncoded();
      spec.clearPassword();
      return new SealedFile(file, new SecretKeySpec(key, "AES"), salt);
    } catch (IOException e) {
      throw failure(file, "read", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] existingSalt(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] salt = new byte[SALT];
      RANDOM.nextBytes(salt);
      return salt;
    }
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length < MARK.length + SALT) {
      throw unreadable(file, null);
    }
    return Arrays.copyOfRange(bytes, MARK.length, MARK.length + SALT);
  }

  /** Runs while nobody else reads or writes the file, in this process or another one. */
  <T> T locked(Supplier<T> work) {
    ReentrantLock own = LOCKS.computeIfAbsent(lockPath, path -> new ReentrantLock());
    own.lock();
    try {
      OwnerOnly.createIfMissing(lockPath);
      try (FileChannel channel = FileChannel.open(lockPath, StandardOpenOption.WRITE)) {
        // Released with the channel.
        FileLock unused = channel.lock();
        return work.get();
      }
    } catch (IOException e) {
      throw failure(path, "locked", e);
    } finally {
      own.unlock();
    }
  }

  /** The content; null if there is no file yet. */
  byte @Nullable [] read() {
    try {
      if (!Files.exists(path)) {
        return null;
      }
      OwnerOnly.require(path);
      return open(Files.readAllBytes(path));
    } catch (IOException e) {
      throw failure(path, "read", e);
    }
  }

  void write(byte[] content) {
    try {
      Path next = OwnerOnly.createTemporary(path);
      try {
        Files.write(next, seal(content));
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(next);
      }
    } catch (IOException e) {
      throw failure(path, "written", e);
    }
  }

  private byte[] seal(byte[] content) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, content);
    return ByteBuffer.allocate(MARK.length + SALT + NONCE + sealed.length)
        .put(MARK)
        .put(salt)
        .put(nonce)
        .put(sealed)
        .array();
  }

  private byte[] open(byte[] bytes) {
    int head = MARK.length + SALT + NONCE;
    if (bytes.length < head
        || !Arrays.equals(MARK, Arrays.copyOf(bytes, MARK.length))
        || !Arrays.equals(salt, Arrays.copyOfRange(bytes, MARK.length, MARK.length + SALT))) {
      throw unreadable(path, null);
    }
    byte[] nonce = Arrays.copyOfRange(bytes, MARK.length + SALT, head);
    return cipher(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(bytes, head, bytes.length));
  }

  private byte[] cipher(int mode, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(MARK);
      cipher.updateAAD(salt);
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw unreadable(path, e);
    }
  }

  private static AuthorizationException unreadable(Path path, @Nullable Throwable cause) {
    return new AuthorizationException(
        "%s is no file of tokens, or not one of this key".formatted(path), null, cause);
  }

  private static AuthorizationException failure(Path path, String what, IOException cause) {
    return new AuthorizationException("%s cannot be %s".formatted(path, what), null, cause);
  }
}
