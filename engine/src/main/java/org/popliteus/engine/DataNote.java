package org.popliteus.engine;

import java.util.List;

/**
 * An answer that is implausible or contradicts another, and how it was read.
 *
 * @param findings the codes of the answers
 * @param text how they were read
 */
public record DataNote(List<String> findings, String text) {}
