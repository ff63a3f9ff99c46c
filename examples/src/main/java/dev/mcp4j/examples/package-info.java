/** Small programs that show the library at work. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.examples;
