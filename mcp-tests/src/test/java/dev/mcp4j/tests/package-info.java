/** Tests that see the whole of the library: architecture, contract suites, transcripts. */
package dev.mcp4j.tests;
