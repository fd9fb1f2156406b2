package org.popliteus.examples.service.knowledge;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which knowledge base answers.
 *
 * @param folder one to compile at the start, which needs the engine's optional libraries; null for
 *     the one on the class path
 */
@ConfigurationProperties("popliteus.knowledge")
record KnowledgeSettings(@Nullable Path folder) {}
