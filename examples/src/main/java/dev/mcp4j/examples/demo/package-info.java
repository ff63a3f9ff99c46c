/** The demo: a client at work with a server over a folder of real files. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.examples.demo;
