/** A client for any server, from the command line. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.examples.client;
