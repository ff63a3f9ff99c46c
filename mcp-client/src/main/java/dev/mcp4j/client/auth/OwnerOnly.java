/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Files that only their owner can read and write. */
final class OwnerOnly {
  private static final Set<PosixFilePermission> OWNER =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private OwnerOnly() {}

  static void createIfMissing(Path path) throws IOException {
    try {
      restrict(Files.createFile(path, attributes(path)));
    } catch (FileAlreadyExistsException e) {
      require(path);
    }
  }

  /** A new file beside another one. */
  static Path createTemporary(Path beside) throws IOException {
    Path directory = beside.getParent();
    return restrict(Files.createTempFile(directory, ".tokens", ".tmp", attributes(beside)));
  }

  /** Refuses a file that is a link or that others can read or write. */
  static void require(Path path) throws IOException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new AuthorizationException("expected %s to be a regular file".formatted(path));
    }
    if (isPosix(path)) {
      Set<PosixFilePermission> found = Files.getPosixFilePermissions(path);
      if (!OWNER.containsAll(found)) {
        throw new AuthorizationException(
            "expected %s to be readable and writable by its owner only, found %s"
                .formatted(path, PosixFilePermissions.toString(found)));
      }
    }
  }

  private static FileAttribute<?>[] attributes(Path path) {
    return isPosix(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Where permissions are lists, leaves one entry. */
  private static Path restrict(Path created) throws IOException {
    AclFileAttributeView view =
        isPosix(created) ? null : Files.getFileAttributeView(created, AclFileAttributeView.class);
    if (view != null) {
      view.setAcl(
          List.of(
              AclEntry.newBuilder()
                  .setType(AclEntryType.ALLOW)
                  .setPrincipal(view.getOwner())
                  .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                  .build()));
    }
    return created;
  }
}
