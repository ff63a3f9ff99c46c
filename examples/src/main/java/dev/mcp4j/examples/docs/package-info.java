/** The examples of the documentation. Each can be run, and prints what its page shows. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.examples.docs;
