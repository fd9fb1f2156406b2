package org.popliteus.engine;

/**
 * Which knowledge gave an answer, so that an old answer can be replayed.
 *
 * @param id the id of the knowledge base
 * @param version its version
 * @param status {@code draft} until a clinician has reviewed every rule
 * @param sha256 the digest of its files
 * @param engineVersion the version of the engine
 */
public record KnowledgeBaseVersion(
    String id, String version, String status, String sha256, String engineVersion) {}
