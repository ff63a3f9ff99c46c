/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.folder;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Watches the folders below a folder, on a thread of its own, for the life of the process. */
final class FolderWatch {
  /** Is told what happens to text files. */
  interface Listener {
    /** A file is new. */
    void onCreated(String file);

    /** A file has other contents. */
    void onChanged(String file);

    /** A file is gone. */
    void onDeleted(String file);
  }

  private final Folder folder;
  private final Listener listener;
  private final WatchService watcher;
  private final Map<WatchKey, Path> directories = new HashMap<>();

  private FolderWatch(Folder folder, Listener listener) throws IOException {
    this.folder = folder;
    this.listener = listener;
    this.watcher = folder.root().getFileSystem().newWatchService();
    for (Path directory : directoriesOf(folder.root())) {
      directories.put(
          directory.register(watcher, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE), directory);
    }
  }

  static void start(Folder folder, Listener listener) throws IOException {
    FolderWatch watch = new FolderWatch(folder, listener);
    Thread thread = new Thread(watch::run, "folder-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      while (true) {
        WatchKey key = watcher.take();
        Path directory = directories.get(key);
        for (WatchEvent<?> event : key.pollEvents()) {
          if (directory != null && event.context() instanceof Path name) {
            report(event.kind(), folder.name(directory.resolve(name)));
          }
        }
        key.reset();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void report(WatchEvent.Kind<?> kind, @org.jspecify.annotations.Nullable String file) {
    if (file == null) {
      return;
    }
    if (kind == ENTRY_CREATE) {
      listener.onCreated(file);
    } else if (kind == ENTRY_DELETE) {
      listener.onDeleted(file);
    } else {
      listener.onChanged(file);
    }
  }

  private static List<Path> directoriesOf(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.filter(Files::isDirectory).toList();
    }
  }
}
