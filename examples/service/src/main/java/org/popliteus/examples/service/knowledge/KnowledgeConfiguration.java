package org.popliteus.examples.service.knowledge;

import java.util.Map;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.KnowledgeBaseVersion;
import org.popliteus.engine.json.JsonCodec;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One advisor and one codec, shared by all requests. */
@Configuration(proxyBeanMethods = false)
class KnowledgeConfiguration {

  /** A knowledge base that is not whole stops the start, and says why. */
  @Bean
  Advisor advisor(KnowledgeSettings settings) {
    return settings.folder() == null ? Advisor.create() : Advisor.load(settings.folder());
  }

  @Bean
  JsonCodec codec(Advisor advisor) {
    return new JsonCodec(advisor);
  }

  @Bean
  InfoContributor knowledgeInfo(Advisor advisor) {
    KnowledgeBaseVersion version = advisor.version();
    Map<String, String> knowledge =
        Map.of(
            "id", version.id(),
            "version", version.version(),
            "status", version.status(),
            "sha256", version.sha256(),
            "engineVersion", version.engineVersion());
    return builder -> builder.withDetail("knowledgeBase", knowledge);
  }
}
