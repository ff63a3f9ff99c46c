/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.scan;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/**
 * Makes parsers and generators that read and write long strings eight bytes at a time. What they
 * accept, report and write is what Jackson's own do. Their buffers are kept for the next ones.
 *
 * <p>Safe for use by several threads, as any factory is.
 */
public final class ScanningJsonFactory extends JsonFactory {
  private static final long serialVersionUID = 1;

  /**
   * Makes a factory.
   *
   * @param settings limits and features; changed
   */
  public ScanningJsonFactory(JsonFactoryBuilder settings) {
    super(settings.recyclerPool(new BufferPool()));
  }

  /** Makes a parser for a text that is known to be well-formed UTF-8, without byte order mark. */
  @Override
  protected JsonParser _createParser(
      ObjectReadContext context, IOContext io, byte[] bytes, int offset, int length) {
    return new ScanningParser(
        context,
        io,
        context.getStreamReadFeatures(_streamReadFeatures),
        context.getFormatReadFeatures(_formatReadFeatures),
        _byteSymbolCanonicalizer.makeChild(_factoryFeatures),
        bytes,
        offset,
        length);
  }

  @Override
  protected JsonGenerator _createUTF8Generator(
      ObjectWriteContext context, IOContext io, OutputStream out) {
    return new ScanningGenerator(
        context,
        io,
        context.getStreamWriteFeatures(_streamWriteFeatures),
        context.getFormatWriteFeatures(_formatWriteFeatures),
        out);
  }
}
